import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Commands, Serves } from '@isegoria/api-host';
import { Rejection, type Accepted } from '@isegoria/kernel';
import { isRowId } from '@isegoria/projection';
import { votedOnAmong } from '../own-statement/own-statement.read-model';
import { StatementRow, publicStatuses } from '../statement/statement.read-model';
import { undoStatementDecision } from './undone-decision.contract';

/**
 * Whoever would take back the acceptance of a statement that people vote on for that reason is told so here, where the votes are known. The
 * service knows none: a vote that comes at the same moment is counted like one on a statement that is rejected later.
 */
@Controller()
export class UndoStatementDecisionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly rows: DataSource,
  ) {}

  @Serves(undoStatementDecision, ['consultations'])
  async undo(@Req() request: Request<{ statementId: string }>): Promise<Accepted> {
    const { statementId } = request.params;
    const statement = isRowId(statementId) ? await this.rows.getRepository(StatementRow).findOneBy({ id: statementId }) : null;
    if (statement?.status === 'accepted' && (await this.isVotedOnSince(statement))) throw new Rejection('VOTED_ON_SINCE');
    return this.commands.send(request, undoStatementDecision);
  }

  /** Where votes come first, what waits is voted on as well. */
  private async isVotedOnSince(statement: StatementRow): Promise<boolean> {
    if ((await publicStatuses(this.rows, statement.activityId)).includes('pending')) return false;
    return (await votedOnAmong(this.rows, [statement])).size > 0;
  }
}
