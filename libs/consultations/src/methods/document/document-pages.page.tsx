import type { ApiClient } from '@isegoria/api-client';
import { OwnVote } from '../deliberation/statement-results/own-vote.page';
import { describeFields, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import type { ModerationMode } from '../deliberation/deliberation.contract';
import { submitStatement, type SubmitStatement } from '../deliberation/statement/statement.contract';
import type { ActivityResults } from '../../results/results.contract';
import type { ActivityForm, EarlierDashboard, MethodPages } from '../method/method.page';
import { findingOf } from '../choices/results/found.page';
import { AnnotationResults, foundInAnnotations, mostSupported } from './annotation/annotation-results.page';
import { fates, showCoverage, type CoverageView } from './answered/coverage.contract';
import { Coverage, CoverageByParagraph } from './answered/coverage.page';
import { leftOutOf } from './answered/left-out.page';
import { DraftFields } from './document-draft.page';
import { document as contract, showDocument } from './document.contract';
import { withPending, withPreview, withRead } from './importing/imported.page';
import { markdownOf } from './paper/blocks';
import { Paper } from './paper/paper.page';
import { originalParameter } from '../../translation/reading/translated.page';
import { annotationFieldOf, annotationIn, misplacedWords } from './paragraph/annotation-form.page';
import { partParameter, writeParameter } from './parts/parts';
import { coverageRows, supportRows } from './results/document-figures.page';
import { ReviseLink } from './revision/revision.page';

describeFields({
  document: { label: 'field.document', wrong: 'field.document.wrong', max: limits.documentLength },
  words: { label: 'field.words', wrong: 'field.words.wrong' },
  paragraph: { steers: true },
  replaces: { steers: true },
  near: { steers: true },
  which: { wrong: 'field.which.wrong', steers: true },
  read: { steers: true },
});

describeFields({ reason: { label: 'paper.reason', wrong: 'paper.reason.wrong' } }, submitStatement);

/** Under its paragraph, where people read the text. */
const annotationForm: ActivityForm<SubmitStatement> = {
  contract: submitStatement,
  command: annotationIn,
  named: annotationFieldOf,
  wrong: misplacedWords,
  thanks: 'thanks.annotation',
  goesOn: ({ paragraph = '' }) => ({ at: paragraph, query: { [partParameter]: paragraph } }),
};

export const document: MethodPages = {
  OwnVote,
  method: contract.method,
  name: 'method.document',
  meaning: 'methodMeaning.document',
  islands: ['selection'],
  facts: ({ settings }) => [
    { label: 'consultation.how', words: 'how.document' },
    { label: 'paper.annotations', words: `moderation.${settings.moderation ?? 'before'}` },
  ],
  async takingPart(visit, { id: activityId }) {
    const { api } = visit;
    const [paper, coverage] = await Promise.all([api.ask(showDocument, { activityId }), api.ask(showCoverage, { activityId })]);
    const answered = <Coverage coverage={coverage} consultationId={paper.consultationId} level={3} />;
    const kept = visit.request.query[originalParameter] === undefined ? '' : `${originalParameter}=1`;
    const address = { at: visit.cursor(partParameter), writing: visit.cursor(writeParameter), kept };
    return (props) => <Paper {...props} paper={paper} coverage={coverage} answered={answered} {...address} />;
  },
  forms: { annotation: annotationForm },
  said: {
    answerTo: 'officialAnswers.toAnnotation',
    answerToSeveral: 'officialAnswers.toAnnotations',
    answerAll: 'officialAnswers.annotations',
    unanswered: 'work.openAnnotations',
    count: 'themes.annotations',
    async parts(api, activityId) {
      const { paragraphs } = await api.ask(showCoverage, { activityId });
      const names = paragraphs.filter(({ number }) => number === null).map(({ paragraph }) => paragraph);
      const stood = await leftOutOf(api, activityId, names);
      return paragraphs.map(({ paragraph: part, number, open }) => ({ part, number, stood: stood.get(part), open }));
    },
  },
  async officeTexts({ api }, { id: activityId }) {
    const { blocks } = await api.ask(showDocument, { activityId });
    return blocks.map(({ text }) => text);
  },
  DraftFields,
  ForOffice: ReviseLink,
  draft: (form) => ({
    document: textOf(form, 'document'),
    moderation: (textOf(form, 'moderation') || undefined) as ModerationMode | undefined,
  }),
  changed: (form, change, texts) => (change === 'preview' ? withPreview(form) : withPending(form, change, texts)),
  read: withRead,
  async drafted({ api }, { id: activityId, settings }) {
    const { blocks } = await api.ask(showDocument, { activityId });
    return { document: markdownOf(blocks), moderation: settings.moderation ?? 'before' };
  },
  async dashboard(api: ApiClient, results, { id: consultationId }) {
    const coverage = await api.ask(showCoverage, { activityId: results.activityId });
    return { ...withCoverage(results, coverage, consultationId), stamp: stampOf(results, coverage) };
  },
  asTyped: ({ document: text = '', moderation = 'before' }) => ({ document: text, moderation }),
  async earlier(results, { id: consultationId, position }, api) {
    const coverage = await api.ask(showCoverage, { activityId: results.activityId, asOf: String(position) });
    return withCoverage(results, coverage, consultationId);
  },
};

function withCoverage(results: ActivityResults, coverage: CoverageView, consultationId: string): EarlierDashboard {
  const { closed } = results;
  const shown = mostSupported(results.statements);
  return {
    ...findingOf([foundInAnnotations({ annotations: shown, closed })]),
    figures: (texts) => [...supportRows(texts, shown, results), ...coverageRows(texts, coverage)],
    Results: () => (
      <>
        <AnnotationResults annotations={shown} closed={closed} />
        <Coverage coverage={coverage} consultationId={consultationId} level={3} />
        <CoverageByParagraph coverage={coverage} />
      </>
    ),
  };
}

function stampOf({ statements }: ActivityResults, coverage: CoverageView): string {
  const readable = mostSupported(statements).filter(({ text }) => text !== null).length;
  return `${readable} ${coverage.annotations} ${fates.map((fate) => coverage[fate]).join(' ')}`;
}
