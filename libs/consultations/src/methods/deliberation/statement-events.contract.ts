import { event, stream, type AssuranceLevel, type DomainEvent, type RecordedText } from '@isegoria/kernel';
import { ballots, sampleIds } from '../../ballot/ballot.contract';
import type { VoteChoice } from './deliberation.contract';

const { consultationId, voter, by } = sampleIds;
const statements = stream('statement-<statementId>', 'public');
const statementId = '57a70000-0000-4000-8000-000000000001';

/** `author` is the pseudonym of the person who added it, null for one that the office put first. */
export type StatementSubmitted = DomainEvent<
  'StatementSubmitted',
  {
    statementId: string;
    consultationId: string;
    author: string | null;
    assurance: AssuranceLevel | null;
    text: RecordedText;
    externalId: string | null;
  }
>;
export const statementSubmitted = event<StatementSubmitted>('StatementSubmitted', {
  stream: statements,
  says: 'A statement to vote on; `text` is sealed. The office puts one in plain words, with `author` and `assurance` null.',
  sample: { statementId, consultationId, author: null, assurance: null, text: { plain: 'There should be a pool.' }, externalId: null },
});

export type StatementAccepted = DomainEvent<'StatementAccepted', { statementId: string; consultationId: string; by: string }>;
export const statementAccepted = event<StatementAccepted>('StatementAccepted', {
  stream: statements,
  says: 'It may be voted on. What the office puts first, the official who puts it accepts at once.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, by },
});

export type StatementRejected = DomainEvent<
  'StatementRejected',
  { statementId: string; consultationId: string; by: string; reason: string }
>;
export const statementRejected = event<StatementRejected>('StatementRejected', {
  stream: statements,
  says: 'It is not shown, and may not be voted on; the reason is shown.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, by, reason: 'Names a private person.' },
});
export type StatementEvent = StatementSubmitted | StatementAccepted | StatementRejected;

export type StatementVoteCast = DomainEvent<
  'StatementVoteCast',
  { consultationId: string; statementId: string; voter: string; choice: VoteChoice; assurance: AssuranceLevel }
>;
export const statementVoteCast = event<StatementVoteCast>('StatementVoteCast', {
  stream: ballots,
  says: 'A vote on a statement (`agree`, `disagree`, `pass`); for each statement the last one counts.',
  sample: { consultationId, statementId, voter, choice: 'agree', assurance: 'confirmed' },
});
