import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { rootUnit } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  categoriesOf,
  filesAsFields,
  filesSaid,
  formFor,
  idInPath,
  listOf,
  namesOf,
  narrowedTo,
  narrowedToCategories,
  textIfAny,
  textOf,
  unitTrail,
  unitsOf,
  unitsToNarrow,
  withQuery,
  withUploads,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showMyFeedback } from '../../my-feedback/my-feedback.contract';
import { answerQuestion, askQuestion, listQuestions, showQuestion, showUnitsOfQuestions, type QuestionView } from '../question.contract';
import { supportQuestion } from '../../support/support.contract';
import { backAtSupported, supportingIn } from '../../support/button/supporting.portal';
import type { QuestionsShownTo } from './question-item.page';
import { QuestionPage } from './question.page';
import { QuestionsPage } from './questions.page';

@Controller('questions')
export class QuestionsController {
  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    await showList(visit, blankForm({ unit: narrowedTo(visit) ?? rootUnit, categories: narrowedToCategories(visit).topic ?? '' }));
  }

  @Post()
  async ask(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, askQuestion, {
      command: (form) => ({ unit: textIfAny(form, 'unit') || undefined, ...categoriesIn(form), text: textOf(form, 'text') }),
      accepted: (accepted) => visit.thank(accepted, '/questions', 'question'),
      refused: (form, status) => showList(visit, form, status),
    });
  }

  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showOne(visit, id);
  }

  @Post(':id/answers')
  async answer(@Res() { visit }: Visited, @Param('id') id: string, @Body() sent: unknown): Promise<void> {
    const questionId = idInPath(id);
    visit.mustBePermitted('answer');
    const unit = visit.files.length > 0 ? (await visit.api.ask(showQuestion, { questionId })).unit : undefined;
    const { body, wrong } = await withUploads(visit, sent, unit);
    await carry(visit, body, answerQuestion, {
      wrong,
      command: (form) => ({ questionId, text: textOf(form, 'text'), ...filesSaid(form) }),
      accepted: ({ position }) => visit.seeOther(`/questions/${questionId}`, position),
      refused: (form, status) => showOne(visit, id, form, status),
    });
  }

  @Post(':id/support')
  async support(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const questionId = idInPath(id);
    await carry(visit, body, supportQuestion, {
      command: (form) => ({ questionId, supports: textOf(form, 'supports') === 'true' }),
      accepted: ({ position }) => visit.seeOther(backAtSupported(body, questionId, `/questions/${questionId}`), position),
      refused: (_, status) => showOne(visit, id, undefined, status),
    });
  }
}

/** One topic, or none. */
function categoriesIn(form: FormState): { categories?: string[] } {
  const categories = listOf(form, 'categories').filter((category) => category !== '');
  return categories.length === 0 ? {} : { categories };
}

async function showList(visit: Visit, form: FormState, status = 200): Promise<void> {
  const chosen = { unit: narrowedTo(visit), ...narrowedToCategories(visit) };
  const [open, answered, mine, tree, narrowing, categories] = await Promise.all([
    visit.api.ask(listQuestions, { status: 'open', ...chosen, cursor: visit.cursor('open') }),
    visit.api.ask(listQuestions, { status: 'answered', ...chosen, cursor: visit.cursor('answered') }),
    visit.account && visit.api.ask(showMyFeedback, {}),
    unitsOf(visit),
    unitsToNarrow(visit, showUnitsOfQuestions),
    categoriesOf(visit),
  ]);
  const back = withQuery('/questions', { ...chosen, open: visit.cursor('open'), answered: visit.cursor('answered') });
  const shownTo = await shownToIn(visit, [...open.items, ...answered.items], back, mine?.author);
  const { t } = visit.texts;
  const title = t('nav.questions');
  visit.show(
    <QuestionsPage
      open={{ ...open, cursor: visit.cursor('open') }}
      answered={{ ...answered, cursor: visit.cursor('answered') }}
      isSignedIn={visit.account !== undefined}
      form={form}
      receipt={visit.thanks?.for === 'question' ? visit.thanks.receipt : undefined}
      mine={mine}
      shownTo={shownTo}
      units={tree.choices(({ closed }) => !closed)}
      narrowing={narrowing}
      chosen={chosen}
      categories={categories}
    />,
    { title, status, address: '/questions', islands: ['receipt-tools', 'share'] },
  );
}

async function showOne(visit: Visit, id: string, refused?: FormState, status = 200): Promise<void> {
  const question = await visit.api.ask(showQuestion, { questionId: idInPath(id) });
  const { consultationId } = question;
  const [trail, categories, mine] = await Promise.all([
    unitTrail(visit, '/questions', question.unit),
    categoriesOf(visit),
    visit.account && visit.api.ask(showMyFeedback, consultationId === null ? {} : { consultationId }),
  ]);
  const shownTo = await shownToIn(visit, [question], `/questions/${question.id}`, mine?.author);
  const form = formFor(
    { values: { text: question.answer ?? '', ...filesAsFields(question.answerFiles) }, version: question.version },
    refused,
  );
  const mayAnswer = visit.may('answer', question.unit);
  const page = { question, trail, categories, mayAnswer, shownTo, form };
  visit.show(<QuestionPage {...page} />, {
    title: visit.texts.t('questions.one'),
    status,
    address: `/questions/${question.id}`,
    islands: ['share'],
  });
}

/** @param back the address of the page */
async function shownToIn(visit: Visit, questions: readonly QuestionView[], back: string, reader?: string): Promise<QuestionsShownTo> {
  const [ids, authors] = [questions.map(({ id }) => id), questions.map(({ author }) => author)];
  const [nameOf, supporting] = await Promise.all([namesOf(visit, authors), supportingIn(visit, ids, back)]);
  return { nameOf, reader, supporting };
}
