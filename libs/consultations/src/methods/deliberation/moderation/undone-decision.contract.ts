import { IsUUID } from 'class-validator';
import { command, event, type DomainEvent } from '@isegoria/kernel';
import { sampleIds, statements } from '../../../streams.contract';
import { newVersionsOfStatement } from '../own-statement/own-statement.contract';

export class UndoStatementDecision {
  @IsUUID()
  statementId: string;
}
export const undoStatementDecision = command(UndoStatementDecision, {
  route: 'POST /statements/:statementId/undoing',
  may: 'moderate',
  summary: 'Undo an own decision on a statement, which stands as it did before: it waits again, or is shown again',
  versionedBy: newVersionsOfStatement,
});

const { consultationId, activityId, statementId, by } = sampleIds;

export type StatementDecisionUndone = DomainEvent<
  'StatementDecisionUndone',
  { statementId: string; consultationId: string; activityId: string; by: string }
>;
export const statementDecisionUndone = event<StatementDecisionUndone>('StatementDecisionUndone', {
  stream: statements,
  says: 'The moderator who decided on it while it waited takes that back: it waits again. Votes that were cast count.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, activityId, by },
});
