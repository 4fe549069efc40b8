import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { Commands, Serves } from '@isegoria/api-host';
import { Rejection, type Accepted } from '@isegoria/kernel';
import { isRowId } from '@isegoria/projection';
import { StatementRow } from '../statement/statement.read-model';
import { editStatement } from './own-statement.contract';
import { votedOnAmong } from './own-statement.read-model';

/**
 * Whoever changes a statement that was voted on is told so here, where the votes are known. The service knows none: a vote that comes at
 * the same moment is told from the log.
 */
@Controller()
export class EditStatementController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly rows: DataSource,
  ) {}

  @Serves(editStatement, ['consultations'])
  async edit(@Req() request: Request<{ statementId: string }>): Promise<Accepted> {
    const { statementId } = request.params;
    const statement = isRowId(statementId) ? await this.rows.getRepository(StatementRow).findOneBy({ id: statementId }) : null;
    if (statement && (await votedOnAmong(this.rows, [statement])).size > 0) throw new Rejection('ALREADY_VOTED_ON');
    return this.commands.send(request, editStatement);
  }
}
