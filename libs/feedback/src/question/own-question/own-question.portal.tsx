import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import {
  changeOwnWords,
  editableForAWhile,
  idInPath,
  showOwnWords,
  withdrawOwn,
  type OwnThing,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { showQuestion, type QuestionView } from '../question.contract';
import { editQuestion, withdrawQuestion } from './own-question.contract';

@Controller('my/questions')
export class OwnQuestionPages {
  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showOwnWords(visit, load(visit, idInPath(id)));
  }

  @Post(':id/text')
  async change(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const questionId = idInPath(id);
    const command = (text: string) => ({ questionId, text });
    await changeOwnWords(visit, body, editQuestion, { command, path: pathOf(questionId), load: load(visit, questionId) });
  }

  @Post(':id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const questionId = idInPath(id);
    await withdrawOwn(visit, body, withdrawQuestion, { command: { questionId }, path: pathOf(questionId), load: load(visit, questionId) });
  }
}

const pathOf = (questionId: string) => `/my/questions/${questionId}`;

function load(visit: Visit, questionId: string): () => Promise<OwnThing> {
  return async () => {
    const question = await visit.api.ask(showQuestion, { questionId });
    const { author } = await visit.api.ask(showMyFeedback, { consultationId: question.consultationId ?? undefined });
    if (question.author !== author) throw new Rejection('NOT_YOURS');
    return {
      kind: 'question',
      path: pathOf(questionId),
      place: `/questions/${questionId}`,
      text: question.text,
      version: question.version,
      max: limits.questionLength,
      withdrawn: question.withdrawnAt !== null,
      editing: editingOf(visit, question),
    };
  };
}

function editingOf(visit: Visit, { status, askedAt }: QuestionView): OwnThing['editing'] {
  if (status === 'answered') return { refused: 'own.answered' };
  return editableForAWhile(visit, askedAt);
}
