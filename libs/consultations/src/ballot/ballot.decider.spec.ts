import { describe, expect, it } from '@jest/globals';
import { given as givenDecider, type Decider } from '@isegoria/event-sourcing';
import type { AssuranceLevel } from '@isegoria/kernel';
import type { BallotEvent } from '../ballot-exclusion/ballot-exclusion.contract';
import {
  above,
  below,
  beside,
  closesAt,
  deliberationIn,
  draftedConsultation,
  holding,
  opensAt,
  pollIn,
  publishedConsultation,
  secondPhase,
  unit,
  whileOpen,
} from '../consultation/consultation.fixture';
import type { VoteOnStatement } from '../methods/deliberation/deliberation.decider';
import type { VoteChoice } from '../methods/deliberation/vote/statement-vote.contract';
import type { CastEvent } from '../methods/methods.contract';
import type { ChooseOptions } from '../methods/poll/poll.decider';
import { ballotDecider, type BallotState, type CastCommand, type JudgeBallot } from './ballot.decider';

type CastVote = CastCommand & VoteOnStatement;
type CastBallot = CastCommand & ChooseOptions;

const [consultationId, activityId, statementId, voter] = ['consultation-1', 'activity-1', 'statement-1', 'pseudonym-1'];
const published = publishedConsultation(consultationId);
const decider: Decider<BallotState, CastVote | CastBallot | JudgeBallot, BallotEvent> = ballotDecider;
const given = (...history: BallotEvent[]) => givenDecider(decider, history);

const vote = (choice: VoteChoice, assurance: AssuranceLevel = 'confirmed', about = statementId): CastEvent => ({
  type: 'StatementVoteCast',
  data: { consultationId, activityId, statementId: about, voter, choice, assurance },
});
const ballot = (options: string[], assurance: AssuranceLevel = 'confirmed'): CastEvent => ({
  type: 'PollBallotCast',
  data: { consultationId, activityId, voter, options, assurance },
});
const cast: CastVote = {
  type: 'CastStatementVote',
  consultationId,
  consultation: published,
  activityId,
  activity: deliberationIn(consultationId),
  statementId,
  statement: { activityId, status: 'accepted' },
  voter,
  choice: 'agree',
  assurance: 'confirmed',
  imported: false,
  now: whileOpen,
};
const choose = (options: string[], multiple = true): CastBallot => ({
  type: 'CastPollBallot',
  consultationId,
  consultation: published,
  activityId,
  activity: pollIn(consultationId, multiple),
  voter,
  options,
  assurance: 'confirmed',
  now: whileOpen,
});

describe('a vote on a statement', () => {
  it('is recorded under the pseudonym', () =>
    given()
      .when(cast)
      .then([vote('agree')]));
  it('can be changed, and changed back', () => {
    given(vote('disagree'))
      .when(cast)
      .then([vote('agree')]);
    given(vote('agree'), vote('disagree'))
      .when(cast)
      .then([vote('agree')]);
  });
  it('changes nothing when it is the one that counts', () => given(vote('pass'), vote('agree')).when(cast).thenNothing());
  it('is recorded again when the person is more surely known', () =>
    given(vote('agree', 'unverified'))
      .when(cast)
      .then([vote('agree')]));
  it('stands beside votes on other statements', () =>
    given(vote('agree', 'confirmed', 'statement-2'))
      .when(cast)
      .then([vote('agree')]));

  it('needs a deliberation', () =>
    given()
      .when({ ...cast, activity: pollIn(consultationId, true) })
      .thenRejected('WRONG_METHOD'));
  it('needs a statement', () =>
    given()
      .when({ ...cast, statement: undefined })
      .thenRejected('STATEMENT_NOT_FOUND'));
  it('needs a statement of this activity, imported or not', () => {
    const elsewhere = { ...cast, statement: { activityId: 'another', status: 'accepted' } } as const;
    given().when(elsewhere).thenRejected('STATEMENT_NOT_FOUND');
    given()
      .when({ ...elsewhere, imported: true })
      .thenRejected('STATEMENT_NOT_FOUND');
  });
  it.each(['pending', 'rejected'] as const)('needs an accepted statement, not a %s one', (status) =>
    given()
      .when({ ...cast, statement: { activityId, status } })
      .thenRejected('STATEMENT_NOT_ACCEPTED'),
  );
  it('may be on a pending statement where moderators come after, but not on a rejected one', () => {
    const activity = deliberationIn(consultationId, 'after');
    given()
      .when({ ...cast, activity, statement: { activityId, status: 'pending' } })
      .then([vote('agree')]);
    given()
      .when({ ...cast, activity, statement: { activityId, status: 'rejected' } })
      .thenRejected('STATEMENT_NOT_ACCEPTED');
  });
  it.each(['pending', 'accepted', 'rejected'] as const)('may be imported for a statement that is %s here', (status) =>
    given()
      .when({ ...cast, imported: true, statement: { activityId, status } })
      .then([vote('agree')]),
  );
});

describe('a ballot in a poll', () => {
  it('is recorded with its options in the order of the poll', () =>
    given()
      .when(choose(['3', '1']))
      .then([ballot(['1', '3'])]));
  it('names an option once', () =>
    given()
      .when(choose(['2', '2'], false))
      .then([ballot(['2'])]));
  it('can be changed', () =>
    given(ballot(['1']))
      .when(choose(['2']))
      .then([ballot(['2'])]));
  it('changes nothing when it is the one that counts', () =>
    given(ballot(['1', '3']))
      .when(choose(['3', '1']))
      .thenNothing());
  it('is recorded again when the person is more surely known', () =>
    given(ballot(['1'], 'unverified'))
      .when(choose(['1']))
      .then([ballot(['1'])]));
  it('needs options of this poll', () => {
    given()
      .when(choose(['1', '4']))
      .thenRejected('OPTION_NOT_FOUND');
    given()
      .when(choose(['constructor']))
      .thenRejected('OPTION_NOT_FOUND');
    given().when(choose([])).thenRejected('OPTION_NOT_FOUND');
  });
  it('has one option where only one may be chosen', () => {
    given()
      .when(choose(['1', '2'], false))
      .thenRejected('SINGLE_CHOICE_ONLY');
    given()
      .when(choose(['2'], false))
      .then([ballot(['2'])]);
  });
  it('needs a poll', () =>
    given()
      .when({ ...choose(['1']), activity: deliberationIn(consultationId) })
      .thenRejected('WRONG_METHOD'));
});

describe.each([
  ['a vote', cast],
  ['an imported vote', { ...cast, imported: true }],
  ['a ballot', choose(['1'])],
])('%s and the dates', (_, command) => {
  const recorded = [command.type === 'CastStatementVote' ? vote('agree') : ballot(['1'])];
  it('is refused a moment before the opening', () =>
    given()
      .when({ ...command, now: new Date(opensAt.getTime() - 1) })
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('is taken from the very opening', () =>
    given()
      .when({ ...command, now: opensAt })
      .then(recorded));
  it('is taken up to the closing', () =>
    given()
      .when({ ...command, now: new Date(closesAt.getTime() - 1) })
      .then(recorded));
  it('is refused exactly at the closing', () =>
    given()
      .when({ ...command, now: closesAt })
      .thenRejected('CONSULTATION_CLOSED'));
  it('is refused after an early closure', () =>
    given()
      .when({ ...command, consultation: { ...published, closedEarly: true } })
      .thenRejected('CONSULTATION_CLOSED'));
  it('is refused in a draft', () =>
    given()
      .when({ ...command, consultation: draftedConsultation(consultationId) })
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('goes by the phase of the activity: not while another one is open, nor in the gap between them', () => {
    const later = { ...command, activity: { ...command.activity, phaseId: secondPhase } };
    for (const day of ['15', '22']) {
      given()
        .when({ ...later, now: new Date(`2026-05-${day}T00:00:00Z`) })
        .thenRejected('CONSULTATION_NOT_OPEN');
    }
    given()
      .when({ ...command, now: new Date('2026-05-27T00:00:00Z') })
      .thenRejected('CONSULTATION_CLOSED');
    given()
      .when({ ...later, now: new Date('2026-05-27T00:00:00Z') })
      .then(recorded);
  });
  it('needs a phase of the consultation', () =>
    given()
      .when({ ...command, activity: { ...command.activity, phaseId: 'elsewhere' } })
      .thenRejected('CONSULTATION_NOT_OPEN'));
});

describe('leaving a ballot out of the counts', () => {
  const [by, reason] = ['moderator-1', 'Cast by a program'];
  const actor = holding('moderator', unit);
  const exclude: JudgeBallot = { type: 'ExcludeBallot', consultationId, activityId, voter, actor, unit, reason };
  const reinstate: JudgeBallot = { ...exclude, type: 'ReinstateBallot', reason: 'It was a person after all' };
  const excluded: BallotEvent = { type: 'BallotExcluded', data: { consultationId, activityId, voter, by, reason } };
  const reinstated: BallotEvent = { type: 'BallotReinstated', data: { ...excluded.data, reason: reinstate.reason } };

  it('is recorded with who did it and why, of votes and of ballots', () => {
    given(vote('agree')).when(exclude).then([excluded]);
    given(ballot(['1']))
      .when(exclude)
      .then([excluded]);
  });
  it('is for moderators of the unit or of one above, and asked before anything is said of the ballot', () => {
    given(vote('agree'))
      .when({ ...exclude, actor: holding('moderator', above) })
      .then([excluded]);
    for (const other of [holding('moderator', beside), holding('moderator', below), holding('official', unit)]) {
      for (const command of [exclude, reinstate]) {
        given(vote('agree'))
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
        given()
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
      }
    }
  });
  it('needs a ballot', () => {
    given().when(exclude).thenRejected('BALLOT_NOT_FOUND');
    given().when(reinstate).thenRejected('BALLOT_NOT_FOUND');
  });
  it('is done once', () => given(vote('agree'), excluded).when(exclude).thenRejected('ALREADY_DONE'));
  it('can be taken back, and done again', () => {
    given(vote('agree'), excluded).when(reinstate).then([reinstated]);
    given(vote('agree'), excluded, reinstated).when(exclude).then([excluded]);
  });
  it('is not taken back where nothing was left out', () => {
    given(vote('agree')).when(reinstate).thenRejected('ALREADY_DONE');
    given(vote('agree'), excluded, reinstated).when(reinstate).thenRejected('ALREADY_DONE');
  });
  it('ends changes, so that nobody is thanked for what is not counted', () => {
    given(vote('disagree'), excluded).when(cast).thenRejected('BALLOT_EXCLUDED');
    given(vote('disagree'), excluded)
      .when({ ...cast, imported: true })
      .thenRejected('BALLOT_EXCLUDED');
    given(ballot(['1']), excluded)
      .when(choose(['2']))
      .thenRejected('BALLOT_EXCLUDED');
  });
  it('lets the very same choice be sent again: it is on record', () => given(vote('agree'), excluded).when(cast).thenNothing());
  it('lets changes in again once it is taken back', () =>
    given(vote('disagree'), excluded, reinstated)
      .when(cast)
      .then([vote('agree')]));
});

describe('a choice that is cast again', () => {
  it('is answered with the event that recorded it last', () => {
    const votes = [vote('agree'), vote('pass'), vote('agree'), vote('agree', 'confirmed', 'statement-2')];
    const state = votes.reduce((before, event, revision) => ballotDecider.evolve(before, event, revision), ballotDecider.initialState);
    expect(ballotDecider.recordedAt!(cast, state)).toBe(2);
  });
});

describe('a ballot of two thousand votes', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => vote('agree', 'confirmed', `statement-${index}`));
  const state = many.reduce((before: BallotState, event) => ballotDecider.evolve(before, event), ballotDecider.initialState);

  it('takes one more without a walk through the others, and leaves the state before it as it was', () => {
    for (const walk of [Symbol.iterator, 'entries', 'keys', 'values', 'forEach'])
      Object.defineProperty(state.votes, walk, {
        value: () => {
          throw new Error('a walk through the earlier votes');
        },
      });
    const next = ballotDecider.evolve(state, vote('disagree', 'confirmed', 'one-more'));
    expect([state.votes.size, next.votes.size]).toEqual([2_000, 2_001]);
    expect([state.votes.get('one-more'), next.votes.get('one-more')?.words]).toEqual([undefined, 'confirmed:disagree']);
    expect(next.votes.get('statement-1999')?.words).toBe('confirmed:agree');
  });
});
