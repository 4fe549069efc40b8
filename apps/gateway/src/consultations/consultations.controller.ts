import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import {
  CloseConsultation,
  DraftConsultation,
  PublishConsultation,
  PublishOutcome,
  consultationPhases,
  consultationsCommands,
  type Accepted,
  type Actor,
  type ConsultationView,
} from '@isegoria/contracts';
import { consultationList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Reader, hasRole, offices, readerWithRole } from '../request/actor';
import { Commands } from '../request/commands';
import { consultationId } from '../request/path-id';
import { oneOf, pageOf } from '../request/query';
import { visibleConsultation } from './visible-consultation';

@Reads('consultations')
@Controller('consultations')
export class ConsultationsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  list(@Req() request: Request, @Reader() reader: Actor | undefined) {
    const phase = oneOf(request, 'phase', consultationPhases);
    if (phase === 'draft') readerWithRole(reader, offices);
    return consultationList(this.dataSource, { now: new Date(), phase, drafts: hasRole(reader, offices), page: pageOf(request) });
  }

  @Get(':id')
  show(@Param('id', consultationId) id: string, @Reader() reader: Actor | undefined): Promise<ConsultationView> {
    return visibleConsultation(this.dataSource, id, reader);
  }

  @Post()
  draft(@Req() request: Request): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.draftConsultation, DraftConsultation);
  }

  @Post(':id/publication')
  publish(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.publishConsultation, PublishConsultation, { consultationId: id });
  }

  @Post(':id/closure')
  close(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.closeConsultation, CloseConsultation, { consultationId: id });
  }

  @Post(':id/outcome')
  publishOutcome(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, consultationsCommands.publishOutcome, PublishOutcome, { consultationId: id });
  }
}
