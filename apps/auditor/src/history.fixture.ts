import { randomUUID } from 'node:crypto';
import { opinionMapOf } from '@isegoria/consultations/recount';
import {
  atEachLevel,
  rootUnit,
  type ActivityResults,
  type AssuranceLevel,
  type ConsultationResults,
  type ConsultationsEvent,
  type DomainEvent,
  type EventMetadata,
  type FeedbackEvent,
  type IdentityEvent,
  type ModerationMode,
  type Role,
  type VoteChoice,
} from '@isegoria/contracts';
import type { EventStore } from '@isegoria/event-sourcing';
import { originOf } from './signed-acts.fixture';

type Known = ConsultationsEvent | FeedbackEvent | IdentityEvent;

const importedAt = '2015-08-30T23:59:59Z';

/**
 * A small history in two fresh consultations, a deliberation and a poll, and what the site must publish of it, counted by hand:
 * a vote that was changed, an anonymous one, a person who confirmed an address, an imported vote, a rejected statement. The deliberation
 * counts everybody, the poll from a confirmed address on.
 * @param at the time of the store
 */
export async function recordHistory(store: EventStore, at = new Date().toISOString(), moderation: ModerationMode = 'before') {
  const day = at.slice(0, 'YYYY-MM-DD'.length);
  const metadata = { schema: 1, at, correlationId: 'test' };
  const monthsEnd = new Date(Date.parse(at) + 30 * 86_400_000).toISOString();
  const [deliberation, poll] = [newActivity(), newActivity()];
  const [general, official, administrator] = [randomUUID(), randomUUID(), randomUUID()];
  const [first, second, rejected] = [randomUUID(), randomUUID(), randomUUID()];
  let position = 0;
  const record = async (stream: string, event: Known, more: Partial<EventMetadata> = {}) => {
    const beside = { ...metadata, ...more, origin: originOf(event, more) };
    const appended = await store.append(stream, [{ ...(event as DomainEvent), id: randomUUID(), metadata: beside }], 'any');
    position = appended.position;
  };
  const statement = (statementId: string) => {
    const { consultationId, activityId } = deliberation;
    const data = { statementId, consultationId, activityId, author: null, assurance: null, text: { plain: 'Words' }, externalId: null };
    return record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
  };
  const vote = (
    voter: string,
    statementId: string,
    choice: VoteChoice,
    assurance: AssuranceLevel = 'email',
    more?: Partial<EventMetadata>,
  ) => {
    const { consultationId, activityId } = deliberation;
    const data = { consultationId, activityId, statementId, voter, choice, assurance };
    return record(`ballot-${activityId}-${voter}`, { type: 'StatementVoteCast', data }, more);
  };
  const ballot = (voter: string, options: string[], assurance: AssuranceLevel) => {
    const { consultationId, activityId } = poll;
    return record(`ballot-${activityId}-${voter}`, {
      type: 'PollBallotCast',
      data: { consultationId, activityId, voter, options, assurance },
    });
  };
  const question = (questionId: string, consultationId: string | null) => {
    const data = { questionId, unit: rootUnit, consultationId, author: 'anna', assurance: 'email' as const, text: { sealed: '1.x.y' } };
    return record(`question-${questionId}`, { type: 'QuestionAsked', data });
  };
  const common = { unit: rootUnit, title: 'T', description: 'D', language: 'en' as const, by: official, externalId: null };
  const options = [
    { id: 'a', text: 'Park' },
    { id: 'b', text: 'Pool' },
    { id: 'c', text: 'Both' },
  ];

  const register = (accountId: string) =>
    record(`account-${accountId}`, { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.x.y' } } });
  const confirm = (accountId: string) => record(`account-${accountId}`, { type: 'EmailConfirmed', data: { accountId } });
  await register(official);
  await confirm(official);
  await register(administrator);
  await confirm(administrator);
  const grant = (accountId: string, role: Role) =>
    record(`account-${accountId}`, { type: 'RoleGranted', data: { accountId, role, unit: rootUnit, by: administrator } });
  await grant(administrator, 'administrator');
  for (const role of ['moderator', 'official'] as const) await grant(official, role);
  for (const person of [randomUUID(), randomUUID(), randomUUID()]) await register(person).then(() => confirm(person));
  const imported = { accountId: randomUUID(), by: official, source: 'test', externalId: '1' };
  await record(`account-${imported.accountId}`, { type: 'AccountImported', data: imported });
  const vouchedFor = { accountId: imported.accountId, by: official, level: 'attested' as const };
  await record(`account-${imported.accountId}`, { type: 'AccountVouchedFor', data: vouchedFor });
  for (const [{ consultationId, phaseId, activityId }, own, countsFrom] of [
    [deliberation, { method: 'deliberation' as const, settings: { moderation } }, 'anonymous'],
    [poll, { method: 'poll' as const, settings: { multiple: true, options } }, 'email'],
  ] as const) {
    await record(`consultation-${consultationId}`, {
      type: 'ConsultationDrafted',
      data: { ...common, consultationId, phases: [{ phaseId, title: null }], countsFrom },
    });
    await record(`activity-${activityId}`, {
      type: 'ActivityDrafted',
      data: { activityId, consultationId, phaseId, ...own, title: null, by: official },
    });
    if (own.method === 'deliberation') for (const id of [first, second, rejected]) await statement(id);
    await record(`consultation-${consultationId}`, {
      type: 'ConsultationPublished',
      data: { consultationId, phases: [{ phaseId, opensAt: at, closesAt: monthsEnd }], by: official },
    });
  }
  const { consultationId, activityId } = deliberation;
  for (const statementId of [first, second]) {
    await record(`statement-${statementId}`, {
      type: 'StatementAccepted',
      data: { statementId, consultationId, activityId, by: official },
    });
  }
  await record(`statement-${rejected}`, {
    type: 'StatementRejected',
    data: { statementId: rejected, consultationId, activityId, by: official, reason: 'R' },
  });
  await vote('anna', first, 'agree');
  await vote('anna', second, 'disagree');
  await vote('ben', first, 'agree', 'anonymous');
  await vote('ben', second, 'pass', 'anonymous');
  await vote('cem', first, 'disagree', 'attested', { imported: { at: importedAt, by: official } });
  await vote('cem', second, 'agree', 'attested', { imported: { at: importedAt, by: official } });
  await vote('dora', first, 'pass', 'anonymous');
  await vote('dora', second, 'agree', 'email');
  await vote('anna', first, 'disagree');
  await ballot('anna', ['a', 'b'], 'email');
  await ballot('ben', ['b'], 'anonymous');
  await ballot('anna', ['c'], 'email');
  for (const commentId of [randomUUID(), randomUUID()]) {
    const data = { commentId, consultationId, author: 'ben', assurance: 'anonymous' as const, text: { sealed: '1.x.y' } };
    await record(`comment-${commentId}`, { type: 'CommentSubmitted', data });
  }
  const answered = randomUUID();
  await question(answered, consultationId);
  await question(randomUUID(), consultationId);
  await question(general, null);
  await record(`question-${answered}`, {
    type: 'QuestionAnswered',
    data: { questionId: answered, consultationId, by: official, text: 'A' },
  });

  const tally = (agrees: number, disagrees: number, passes: number) => ({ agrees, disagrees, passes });
  const everybody = atEachLevel(0, { anonymous: 1, email: 2, attested: 1 });
  const tallies = (named: Partial<Record<AssuranceLevel, ReturnType<typeof tally>>>) => atEachLevel(tally(0, 0, 0), named);
  const when = { position, computedAt: at, skippedEvents: [] };
  const deliberated: ActivityResults = {
    activityId,
    phaseId: deliberation.phaseId,
    method: 'deliberation',
    title: null,
    countsFrom: 'anonymous',
    participants: 4,
    participantsByAssurance: everybody,
    excludedBallots: 0,
    votesCast: 9,
    votesCastByAssurance: atEachLevel(0, { anonymous: 3, email: 4, attested: 2 }),
    late: 0,
    participation: [
      { day: '2015-08-30', newParticipants: 1, participants: 1, byAssurance: atEachLevel(0, { attested: 1 }) },
      { day, newParticipants: 3, participants: 4, byAssurance: everybody },
    ],
    statements: [
      {
        id: first,
        externalId: null,
        at: null,
        status: 'accepted',
        text: 'Words',
        ...tally(1, 2, 1),
        byAssurance: tallies({ anonymous: tally(1, 0, 1), email: tally(0, 1, 0), attested: tally(0, 1, 0) }),
      },
      {
        id: second,
        externalId: null,
        at: null,
        status: 'accepted',
        text: 'Words',
        ...tally(2, 1, 1),
        byAssurance: tallies({ anonymous: tally(0, 0, 1), email: tally(1, 1, 0), attested: tally(1, 0, 0) }),
      },
      {
        id: rejected,
        externalId: null,
        at: null,
        status: 'rejected',
        text: null,
        ...tally(0, 0, 0),
        byAssurance: tallies({}),
      },
    ],
    statementCounts: { accepted: 2, pending: 0, rejected: 1, withdrawn: 0 },
    options: [],
    ...{ answers: [], answersState: null },
    smallestGroup: null,
    channels: [],
    firstByLot: null, ranking: null, scores: null, motion: null,
  };
  const polled: ActivityResults = {
    activityId: poll.activityId,
    phaseId: poll.phaseId,
    method: 'poll',
    title: null,
    countsFrom: 'email',
    participants: 1,
    participantsByAssurance: atEachLevel(0, { anonymous: 1, email: 1 }),
    excludedBallots: 0,
    votesCast: 2,
    votesCastByAssurance: atEachLevel(0, { anonymous: 1, email: 2 }),
    late: 0,
    participation: [{ day, newParticipants: 1, participants: 1, byAssurance: atEachLevel(0, { anonymous: 1, email: 1 }) }],
    ...noStatements,
    ...{ answers: [], answersState: null },
    smallestGroup: null,
    channels: [],
    options: [
      { ...options[0]!, votes: 0, byAssurance: atEachLevel(0) },
      { ...options[1]!, votes: 0, byAssurance: atEachLevel(0, { anonymous: 1 }) },
      { ...options[2]!, votes: 1, byAssurance: atEachLevel(0, { email: 1 }) },
    ],
  };
  const deliberationResults: ConsultationResults = {
    ...when,
    consultationId,
    activities: [deliberated],
    questions: { open: 1, answered: 1, withdrawn: 0 },
    comments: 2,
  };
  const pollResults: ConsultationResults = {
    ...when,
    consultationId: poll.consultationId,
    activities: [polled],
    questions: { open: 0, answered: 0, withdrawn: 0 },
    comments: 0,
  };
  const lastVotes: [string, string, VoteChoice][] = [
    ['anna', first, 'disagree'],
    ['anna', second, 'disagree'],
    ['ben', first, 'agree'],
    ['ben', second, 'pass'],
    ['cem', first, 'disagree'],
    ['cem', second, 'agree'],
    ['dora', first, 'pass'],
    ['dora', second, 'agree'],
  ];
  const map = opinionMapOf(
    lastVotes.map(([voter, statementId, choice]) => ({ voter, statementId, choice })),
    deliberated.statements,
  );
  return {
    deliberation: deliberationResults,
    deliberated,
    poll: pollResults,
    polled,
    opinionMap: { activityId, ...when, ...map },
    statements: [first, second, rejected] as const,
    official,
    administrator,
  };
}

const noStatements = {
  ...{ firstByLot: null, ranking: null, scores: null, motion: null },
  ...{ statements: [], statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 } },
};

const newActivity = () => ({ consultationId: randomUUID(), phaseId: randomUUID(), activityId: randomUUID() });
