import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { QuestionView } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { requireRole } from '../office/require-role';
import { QuestionPage } from './question.page';
import { QuestionsPage } from './questions.page';

type Listed = { items: QuestionView[]; next: number | null };

@Controller('questions')
export class QuestionsController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    await showList(visit, blankForm());
  }

  @Post()
  async ask(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const question = sentForm(body);
    const { accepted, form, status } = await visit.attempt(question, () => visit.api.post('/questions', { text: textOf(question, 'text') }, question.key));
    if (form) return showList(visit, form, status);
    visit.thank(accepted, '/questions', 'question');
  }

  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showOne(visit, id, blankForm());
  }

  @Post(':id/answers')
  async answer(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const answer = sentForm(body);
    const path = `/questions/${idInPath(id)}`;
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(answer, () => visit.api.post(`${path}/answers`, { text: textOf(answer, 'text') }, answer.key));
    if (form) return showOne(visit, id, form, status);
    visit.seeOther(path, accepted.position);
  }
}

async function showList(visit: Visit, form: FormState, status = 200): Promise<void> {
  const [open, answered] = await Promise.all([
    visit.api.get<Listed>('/questions', { status: 'open', page: visit.page }),
    visit.api.get<Listed>('/questions', { status: 'answered', page: visit.page }),
  ]);
  const { t } = visit.texts;
  const title = t('nav.questions');
  visit.show(
    <QuestionsPage
      open={open.items}
      answered={answered.items}
      isSignedIn={visit.account !== undefined}
      form={form}
      thanks={visit.thanks}
      page={visit.page}
      next={answered.next ?? open.next ?? null}
    />,
    { title: status === 200 ? title : t('form.errorTitle', { title }), status, address: '/questions', islands: ['receipt-tools'] },
  );
}

async function showOne(visit: Visit, id: string, form: FormState, status = 200): Promise<void> {
  const path = `/questions/${idInPath(id)}`;
  const question = await visit.api.get<QuestionView>(path);
  visit.show(<QuestionPage question={question} mayAnswer={visit.has('official')} form={form} />, { title: visit.texts.t('questions.one'), status, address: path });
}
