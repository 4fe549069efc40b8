import { Controller, Get, Inject, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { CastPollBallot, CastStatementVote, ExcludeBallot, ReinstateBallot, consultationsCommands, type Accepted, type Actor } from '@isegoria/contracts';
import { ballotList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, moderation, readerWithRole } from '../request/actor';
import { Commands } from '../request/commands';
import { consultationId, statementId } from '../request/path-id';
import { oneOf, pageOf } from '../request/query';
import { visibleConsultation } from './visible-consultation';

@Reads('consultations')
@Controller('consultations/:id')
export class BallotsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

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

  @Get('ballots')
  async list(@Req() request: Request, @Param('id', consultationId) id: string, @Reader() reader: Actor | undefined) {
    const status = oneOf(request, 'status', ballotStatuses);
    await visibleConsultation(this.dataSource, id, readerWithRole(reader, moderation));
    return ballotList(this.dataSource, id, { excluded: status === 'excluded', page: pageOf(request) });
  }

  @Post('exclusions')
  exclude(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.excludeBallot, ExcludeBallot, { consultationId: id });
  }

  @Post('reinstatements')
  reinstate(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.reinstateBallot, ReinstateBallot, { consultationId: id });
  }
}

/** All ballots unless the excluded ones are asked for. */
export const ballotStatuses = ['excluded'] as const;
