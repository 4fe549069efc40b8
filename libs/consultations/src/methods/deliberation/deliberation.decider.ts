import { uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, type DomainEvent } from '@isegoria/kernel';
import type { Asking, Beginning, DraftFields, Drafted, Method, Voter } from '../method/method.decider';
import { deliberation as contract, type DeliberationSettings } from './deliberation.contract';
import { statementVoteCast, type StatementVoteCast, type VoteChoice } from './vote/statement-vote.contract';
import type { StatementSubmitted } from './statement/statement.contract';
import { mayBeRead, seeded, statementStream, type StatementState } from './statement/statement.decider';

export interface VoteOnStatement extends Voter {
  readonly type: 'CastStatementVote';
  readonly statementId: string;
  /** The statement as it is known; undefined: there is none. */
  readonly statement: (Pick<StatementState, 'activityId' | 'status'> & Partial<Pick<StatementState, 'author'>>) | undefined;
  readonly choice: VoteChoice;
  /** Whether an office imports the vote from elsewhere, where it was cast before moderators decided. */
  readonly imported: boolean;
}

export const deliberation = {
  contract,
  draftFields: ['statements', 'moderation'],
  settings: ({ moderation }: DraftFields) => ({ moderation: moderation ?? 'before' }),

  /** The statements that the office puts first. */
  begins({ statements }: DraftFields, activity: Drafted): readonly Beginning[] {
    return (statements ?? []).map((text, index) => {
      const id = seedId(activity.activityId, index);
      return { id, stream: statementStream(id), events: seeded(id, text, activity) };
    });
  },
  answered: async ({ activityId }: Asking, read: (stream: string) => Promise<readonly DomainEvent[]>) => [await seeds(activityId, read)],
  castCommand: 'CastStatementVote',

  cast(command: VoteOnStatement, { moderation }: DeliberationSettings): StatementVoteCast {
    const { consultationId, activityId, statementId, statement, voter, choice, assurance, imported } = command;
    if (statement?.activityId !== activityId) throw new Rejection('STATEMENT_NOT_FOUND');
    if (statement.status === 'withdrawn') throw new Rejection('WITHDRAWN');
    if (!mayBeRead(statement, { moderation }) && !imported) throw new Rejection('STATEMENT_NOT_ACCEPTED');
    return { type: 'StatementVoteCast', data: { consultationId, activityId, statementId, voter, choice, assurance } };
  },
  casts: statementVoteCast,
  choice: ({ data }: StatementVoteCast) => data.choice,
} satisfies Method;

/** The same for every retry of the draft. */
const seedId = (activityId: string, index: number) => uuidFrom(activityId, `statement ${index}`);

/** With what the office began: in the order in which it put them, without a gap. */
async function seeds(activityId: string, read: (stream: string) => Promise<readonly DomainEvent[]>): Promise<string[]> {
  const texts: string[] = [];
  for (;;) {
    const [submitted] = (await read(statementStream(seedId(activityId, texts.length)))) as readonly StatementSubmitted[];
    if (!submitted) return texts;
    texts.push((submitted.data.text as { plain: string }).plain);
  }
}
