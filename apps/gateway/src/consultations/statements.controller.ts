import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import {
  AcceptStatement,
  RejectStatement,
  SubmitStatement,
  consultationsCommands,
  statementStatuses,
  type Accepted,
  type Actor,
  type StatementView,
} from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { statementList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, hasRole, moderation } from '../request/actor';
import { Commands } from '../request/commands';
import { consultationId, statementId } from '../request/path-id';
import { oneOf } from '../request/query';
import { visibleConsultation } from './visible-consultation';

@Reads('consultations')
@Controller()
export class StatementsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  @Get('consultations/:id/statements')
  async list(
    @Req() request: Request,
    @Param('id', consultationId) id: string,
    @Reader() reader: Actor | undefined,
  ): Promise<{ items: StatementView[] }> {
    const status = oneOf(request, 'status', statementStatuses);
    await visibleConsultation(this.dataSource, id, reader);
    return { items: await statementList(this.dataSource, this.keys, id, { status, forModerator: hasRole(reader, moderation) }) };
  }

  @Post('consultations/:id/statements')
  submit(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.submitStatement, SubmitStatement, { consultationId: id });
  }

  @Post('statements/:id/acceptance')
  accept(@Req() request: Request, @Param('id', statementId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.acceptStatement, AcceptStatement, { statementId: id });
  }

  @Post('statements/:id/rejection')
  reject(@Req() request: Request, @Param('id', statementId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.rejectStatement, RejectStatement, { statementId: id });
  }
}
