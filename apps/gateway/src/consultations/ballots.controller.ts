import { Controller, Inject, Param, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CastPollBallot, CastStatementVote, consultationsCommands, type Accepted } from '@isegoria/contracts';
import { Commands } from '../request/commands';
import { consultationId, statementId } from '../request/path-id';

@Controller('consultations/:id')
export class BallotsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Put('statements/:statementId/vote')
  vote(
    @Req() request: Request,
    @Param('id', consultationId) id: string,
    @Param('statementId', statementId) statement: string,
  ): Promise<Accepted> {
    const named = { consultationId: id, statementId: statement };
    return this.commands.send(request, consultationsCommands.castStatementVote, CastStatementVote, named);
  }

  @Put('ballot')
  castBallot(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.castPollBallot, CastPollBallot, { consultationId: id });
  }
}
