import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { HideComment, SubmitComment, feedbackCommands, type Accepted, type Actor } from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { commentList } from '@isegoria/read-models';
import { visibleConsultation } from '../consultations/visible-consultation';
import { Reads } from '../reading/reading';
import { Reader } from '../request/actor';
import { Commands } from '../request/commands';
import { commentId, consultationId } from '../request/path-id';
import { pageOf } from '../request/query';

@Reads('consultations', 'feedback')
@Controller()
export class CommentsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  @Get('consultations/:id/comments')
  async list(@Req() request: Request, @Param('id', consultationId) id: string, @Reader() reader: Actor | undefined) {
    await visibleConsultation(this.dataSource, id, reader);
    return commentList(this.dataSource, this.keys, id, { page: pageOf(request) });
  }

  @Post('consultations/:id/comments')
  submit(@Req() request: Request, @Param('id', consultationId) id: string): Promise<Accepted> {
    return this.commands.send(request, feedbackCommands.submitComment, SubmitComment, { consultationId: id });
  }

  @Post('comments/:id/hiding')
  hide(@Req() request: Request, @Param('id', commentId) id: string): Promise<Accepted> {
    return this.commands.send(request, feedbackCommands.hideComment, HideComment, { commentId: id });
  }
}
