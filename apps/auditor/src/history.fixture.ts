import { randomUUID } from 'node:crypto';
import { opinionMapOf } from '@isegoria/consultations/read-models';
import type {
  AssuranceLevel,
  ConsultationResults,
  ConsultationsEvent,
  DomainEvent,
  EventMetadata,
  FeedbackEvent,
  IdentityEvent,
  Role,
  VoteChoice,
} from '@isegoria/contracts';
import type { EventStore } from '@isegoria/event-sourcing';

type Known = ConsultationsEvent | FeedbackEvent | IdentityEvent;

const day = '2026-03-02';
const metadata: EventMetadata = { schema: 1, at: `${day}T12:00:00.000Z`, correlationId: 'test' };
const importedAt = '2015-08-30T23:59:59Z';

/**
 * A small history in a fresh deliberation and a fresh poll, and what the site must publish of it, counted by hand:
 * a vote that was changed, one without assurance, a person who became verified, an imported vote, a rejected statement.
 */
export async function recordHistory(store: EventStore) {
  const [deliberation, poll, general, official, administrator] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [first, second, rejected] = [randomUUID(), randomUUID(), randomUUID()];
  let position = 0;
  const record = async (stream: string, event: Known, more: Partial<EventMetadata> = {}) => {
    const appended = await store.append(
      stream,
      [{ ...(event as DomainEvent), id: randomUUID(), metadata: { ...metadata, ...more } }],
      'any',
    );
    position = appended.position;
  };
  const statement = (statementId: string) => {
    const data = { statementId, consultationId: deliberation, author: null, assurance: null, text: { plain: 'Words' }, externalId: null };
    return record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
  };
  const vote = (
    voter: string,
    statementId: string,
    choice: VoteChoice,
    assurance: AssuranceLevel = 'confirmed',
    more?: Partial<EventMetadata>,
  ) => {
    const data = { consultationId: deliberation, statementId, voter, choice, assurance };
    return record(`ballot-${deliberation}-${voter}`, { type: 'StatementVoteCast', data }, more);
  };
  const ballot = (voter: string, options: string[], assurance: AssuranceLevel) =>
    record(`ballot-${poll}-${voter}`, { type: 'PollBallotCast', data: { consultationId: poll, voter, options, assurance } });
  const question = (questionId: string, consultationId: string | null) => {
    const data = { questionId, consultationId, author: 'anna', assurance: 'confirmed' as const, text: { sealed: '1.x.y' } };
    return record(`question-${questionId}`, { type: 'QuestionAsked', data });
  };
  const common = { title: 'T', description: 'D', language: 'en' as const, by: official, externalId: null };
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
    record(`account-${accountId}`, { type: 'RoleGranted', data: { accountId, role, by: administrator } });
  await grant(administrator, 'administrator');
  for (const role of ['moderator', 'official'] as const) await grant(official, role);
  for (const person of [randomUUID(), randomUUID(), randomUUID()]) await register(person).then(() => confirm(person));
  const imported = { accountId: randomUUID(), by: official, source: 'test', externalId: '1' };
  await record(`account-${imported.accountId}`, { type: 'AccountImported', data: imported });
  for (const [consultationId, drafted] of [
    [deliberation, { ...common, consultationId: deliberation, kind: 'deliberation' as const, moderation: 'before' as const, poll: null }],
    [poll, { ...common, consultationId: poll, kind: 'poll' as const, moderation: null, poll: { multiple: true, options } }],
  ] as const) {
    await record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data: drafted });
    await record(`consultation-${consultationId}`, {
      type: 'ConsultationPublished',
      data: { consultationId, opensAt: `${day}T00:00:00.000Z`, closesAt: '2026-04-01T00:00:00.000Z', by: official },
    });
  }
  for (const id of [first, second, rejected]) await statement(id);
  for (const statementId of [first, second]) {
    await record(`statement-${statementId}`, {
      type: 'StatementAccepted',
      data: { statementId, consultationId: deliberation, by: official },
    });
  }
  await record(`statement-${rejected}`, {
    type: 'StatementRejected',
    data: { statementId: rejected, consultationId: deliberation, by: official, reason: 'R' },
  });
  await vote('anna', first, 'agree');
  await vote('anna', second, 'disagree');
  await vote('ben', first, 'agree', 'unverified');
  await vote('ben', second, 'pass', 'unverified');
  await vote('cem', first, 'disagree', 'attested', { imported: { at: importedAt, by: official } });
  await vote('cem', second, 'agree', 'attested', { imported: { at: importedAt, by: official } });
  await vote('dora', first, 'pass', 'unverified');
  await vote('dora', second, 'agree', 'confirmed');
  await vote('anna', first, 'disagree');
  await ballot('anna', ['a', 'b'], 'confirmed');
  await ballot('ben', ['b'], 'unverified');
  await ballot('anna', ['c'], 'confirmed');
  for (const commentId of [randomUUID(), randomUUID()]) {
    const data = { commentId, consultationId: deliberation, author: 'ben', assurance: 'unverified' as const, text: { sealed: '1.x.y' } };
    await record(`comment-${commentId}`, { type: 'CommentSubmitted', data });
  }
  const answered = randomUUID();
  await question(answered, deliberation);
  await question(randomUUID(), deliberation);
  await question(general, null);
  await record(`question-${answered}`, {
    type: 'QuestionAnswered',
    data: { questionId: answered, consultationId: deliberation, by: official, text: 'A' },
  });

  const tally = (agrees: number, disagrees: number, passes: number) => ({ agrees, disagrees, passes });
  const bothVoters = { verified: 3, unverified: 1 };
  const when = { position, computedAt: `${day}T12:00:01.000Z` };
  const deliberationResults: ConsultationResults = {
    ...when,
    skippedEvents: [],
    consultationId: deliberation,
    kind: 'deliberation',
    participants: 4,
    participantsByAssurance: bothVoters,
    excludedBallots: 0,
    votesCast: 9,
    participation: [
      { day: '2015-08-30', newParticipants: 1, participants: 1, byAssurance: { verified: 1, unverified: 0 } },
      { day, newParticipants: 3, participants: 4, byAssurance: bothVoters },
    ],
    statements: [
      {
        id: first,
        externalId: null,
        status: 'accepted',
        text: 'Words',
        ...tally(1, 2, 1),
        byAssurance: { verified: tally(0, 2, 0), unverified: tally(1, 0, 1) },
      },
      {
        id: second,
        externalId: null,
        status: 'accepted',
        text: 'Words',
        ...tally(2, 1, 1),
        byAssurance: { verified: tally(2, 1, 0), unverified: tally(0, 0, 1) },
      },
      {
        id: rejected,
        externalId: null,
        status: 'rejected',
        text: null,
        ...tally(0, 0, 0),
        byAssurance: { verified: tally(0, 0, 0), unverified: tally(0, 0, 0) },
      },
    ],
    options: [],
    questions: { open: 1, answered: 1 },
    comments: 2,
  };
  const pollResults: ConsultationResults = {
    ...when,
    skippedEvents: [],
    consultationId: poll,
    kind: 'poll',
    participants: 2,
    participantsByAssurance: { verified: 1, unverified: 1 },
    excludedBallots: 0,
    votesCast: 3,
    participation: [{ day, newParticipants: 2, participants: 2, byAssurance: { verified: 1, unverified: 1 } }],
    statements: [],
    options: [
      { ...options[0]!, votes: 0, byAssurance: { verified: 0, unverified: 0 } },
      { ...options[1]!, votes: 1, byAssurance: { verified: 0, unverified: 1 } },
      { ...options[2]!, votes: 1, byAssurance: { verified: 1, unverified: 0 } },
    ],
    questions: { open: 0, answered: 0 },
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
    deliberationResults.statements,
  );
  return {
    deliberation: deliberationResults,
    poll: pollResults,
    opinionMap: { consultationId: deliberation, ...when, ...map },
    statements: [first, second, rejected] as const,
    official,
    administrator,
  };
}
