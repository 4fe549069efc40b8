import { Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { AnswerQuestion, AskQuestion, Rejection, feedbackCommands, questionStatuses, type Accepted, type QuestionView } from '@isegoria/contracts';
import { SubjectKeys } from '@isegoria/privacy';
import { questionById, questionList } from '@isegoria/read-models';
import { Reads } from '../reading/reading';
import { Commands } from '../request/commands';
import { questionId } from '../request/path-id';
import { oneOf, pageOf, uuidOf } from '../request/query';

@Reads('feedback')
@Controller('questions')
export class QuestionsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  @Get()
  list(@Req() request: Request) {
    const status = oneOf(request, 'status', questionStatuses);
    return questionList(this.dataSource, this.keys, { status, consultationId: uuidOf(request, 'consultationId'), page: pageOf(request) });
  }

  @Get(':id')
  async show(@Param('id', questionId) id: string): Promise<QuestionView> {
    const question = await questionById(this.dataSource, this.keys, id);
    if (!question) throw new Rejection('QUESTION_NOT_FOUND');
    return question;
  }

  @Post()
  ask(@Req() request: Request): Promise<Accepted> {
    return this.commands.send(request, feedbackCommands.askQuestion, AskQuestion);
  }

  @Post(':id/answers')
  answer(@Req() request: Request, @Param('id', questionId) id: string): Promise<Accepted> {
    return this.commands.send(request, feedbackCommands.answerQuestion, AnswerQuestion, { questionId: id });
  }
}
