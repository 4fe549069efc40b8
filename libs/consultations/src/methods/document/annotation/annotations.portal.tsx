import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, namesOf, sentForm, textOf, withQuery, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showMyBallot } from '../../../ballot/ballot.contract';
import { readConsultation, titleFor } from '../../../translation/reading/translated.page';
import { listStatementResults } from '../../deliberation/statement-results/statement-results.contract';
import { listStatements, submitStatement, type StatementView } from '../../deliberation/statement/statement.contract';
import { castStatementVote, type VoteChoice } from '../../deliberation/vote/statement-vote.contract';
import { listOfficialAnswers } from '../../../official-answer/official-answer.contract';
import { showDocument, type DocumentView } from '../document.contract';
import { annotationPath, paragraphPath } from '../paper/paper.page';
import { annotationFieldOf, annotationIn, misplacedWords } from '../paragraph/annotation-form.page';
import { lastWith } from '../paragraph/last-with.page';
import { numbersOf } from '../parts/numbers';
import { ParagraphPage } from './annotations.page';

/** The paragraphs of a text, each on a page of its own with what people wrote to it. */
@Controller('papers/:id/:paragraph')
export class ParagraphController {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string, @Param('paragraph') paragraph: string): Promise<void> {
    const activityId = idInPath(id);
    const named = await annotationNamed(visit, activityId);
    const now = named?.carried?.paragraph ?? paragraph;
    if (named && now !== paragraph) visit.seeOther(annotationPath(activityId, now, named.id));
    else await showParagraph(visit, activityId, paragraph, { named });
  }

  @Post('annotations')
  async annotate(@Res() { visit }: Visited, @Param('id') id: string, @Param('paragraph') paragraph: string, @Body() body: unknown) {
    const activityId = idInPath(id);
    await carry(visit, body, submitStatement, {
      wrong: misplacedWords(sentForm(body), visit.texts),
      command: (form) => ({ ...annotationIn(form, activityId), paragraph }),
      named: annotationFieldOf,
      accepted: (accepted) => visit.thank(accepted, paragraphPath(activityId, paragraph), 'annotation'),
      refused: (form, status) => showParagraph(visit, activityId, paragraph, { form, status }),
    });
  }

  @Post('support')
  async support(@Res() { visit }: Visited, @Param('id') id: string, @Param('paragraph') paragraph: string, @Body() body: unknown) {
    const activityId = idInPath(id);
    await carry(visit, body, castStatementVote, {
      command: (form) => ({ activityId, statementId: idInPath(textOf(form, 'statementId')), choice: textOf(form, 'choice') as VoteChoice }),
      accepted: ({ position }, { statementId }) => visit.seeOther(addressOf(visit, activityId, paragraph, statementId), position),
      refused: (form, status) => showParagraph(visit, activityId, paragraph, { form, status }),
    });
  }
}

/** The annotation that the address names, wherever it stands by now. */
async function annotationNamed(visit: Visit, activityId: string): Promise<StatementView | undefined> {
  const { annotation } = visit.request.query;
  if (typeof annotation !== 'string' || !/^[\da-f-]{36}$/.test(annotation)) return undefined;
  const { items } = await visit.api.ask(listStatements, { activityId, only: annotation });
  return items[0];
}

const addressOf = (visit: Visit, activityId: string, paragraph: string, statementId: string) =>
  withQuery(annotationPath(activityId, paragraph, statementId), { cursor: visit.cursor() });

interface Shown {
  readonly form?: FormState;
  readonly status?: number;
  /** Stands above the others where it is not on this page of them. */
  readonly named?: StatementView;
}

/** @throws Rejection NOT_FOUND where the text has no such paragraph */
async function showParagraph(
  visit: Visit,
  activityId: string,
  paragraph: string,
  { form = blankForm(), status = 200, named }: Shown,
): Promise<void> {
  const cursor = visit.cursor();
  const { paper: last, block, newest } = await lastWith(visit.api, activityId, paragraph);
  const paper = { ...last, shown: newest };
  const goneIn = last.shown === newest ? undefined : last.shown + 1;
  const { consultationId } = paper;
  const [consultation, annotations, mine, toAll] = await Promise.all([
    readConsultation(visit.api, visit.texts.language, consultationId),
    visit.api.ask(listStatements, { activityId, paragraph, cursor }),
    visit.account && visit.api.ask(showMyBallot, { consultationId }),
    visit.api.ask(listOfficialAnswers, { consultationId, activityId, about: 'paragraph', named: paragraph }),
  ]);
  const above = named && !annotations.items.some(({ id }) => id === named.id) ? [named] : [];
  const items = [...above, ...annotations.items];
  const about = [above, annotations.items].filter((some) => some.length > 0).map((some) => some.map(({ id }) => id).join(','));
  const [earlier, nameOf, results, answers, elsewhere] = await Promise.all([
    earlierWords(visit, paper, items),
    namesOf(
      visit,
      items.map(({ author }) => author),
    ),
    Promise.all(about.map((only) => visit.api.ask(listStatementResults, { activityId, only }))),
    Promise.all(about.map((only) => visit.api.ask(listOfficialAnswers, { consultationId, only }))),
    Promise.all(
      [...new Set(items.flatMap(({ at }) => (at && at.paragraph !== paragraph ? [at.paragraph] : [])))].map((named) =>
        visit.api.ask(listOfficialAnswers, { consultationId, activityId, about: 'paragraph', named }),
      ),
    ),
  ]);
  const activity = consultation.activities.find(({ id }) => id === activityId);
  const phase = consultation.phases.find(({ id }) => id === activity?.phaseId);
  const ballot = mine?.activities.find((own) => own.activityId === activityId);
  visit.show(
    <ParagraphPage
      consultation={consultation}
      paper={paper}
      block={block}
      moderation={activity?.settings.moderation ?? 'before'}
      annotations={{ ...annotations, items, cursor }}
      supporters={new Map(results.flatMap((some) => some.items.map(({ id, agrees }) => [id, agrees])))}
      own={mine && new Set(ballot?.votes.filter(({ choice }) => choice === 'agree').map(({ statementId }) => statementId))}
      reader={mine?.voter}
      nameOf={nameOf}
      answers={answers.flatMap((some) => some.items)}
      answer={toAll.items[0]}
      elsewhere={elsewhere.flatMap((some) => some.items)}
      isOver={phase?.status === 'closed'}
      mayAnswer={visit.may('answer', consultation.unit)}
      form={form}
      goneIn={goneIn}
      earlier={earlier}
      isOpen={goneIn === undefined && phase?.status === 'open'}
      allowance={
        mine && { most: mine.mostContributions, added: ballot?.statementsAdded ?? 0, words: 'paper.allowance', usedUp: 'paper.usedUp' }
      }
      receipt={visit.thanks?.for === 'annotation' ? visit.thanks.receipt : undefined}
    />,
    {
      title: visit.texts.t('steps.title', {
        step: visit.texts.t('paper.paragraph', { number: numbersOf(paper.blocks).get(paragraph)! }),
        title: titleFor(visit.texts.language, consultation).text,
      }),
      status,
      address: paragraphPath(activityId, paragraph),
      islands: ['receipt-tools', 'selection'],
    },
  );
}

/** What a paragraph said in the earlier versions to which somebody proposed other words for all of it. */
async function earlierWords(visit: Visit, { activityId, shown }: DocumentView, annotations: readonly StatementView[]) {
  const places = annotations.flatMap(({ at }) => (at?.replaces && !at.words && at.version < shown ? [at] : []));
  const versions = [...new Set(places.map((at) => at.version))];
  const papers = await Promise.all(versions.map((one) => visit.api.ask(showDocument, { activityId, version: String(one) })));
  const words = papers.map((paper) => [paper.shown, paper.blocks.find(({ id }) => id === places[0]?.paragraph)?.text ?? ''] as const);
  return new Map(words);
}
