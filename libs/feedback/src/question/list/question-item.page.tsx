import { Author, CategoryTags, ShareLink, WasChanged, plainExcerpt, type CategoryTree, type NameOf } from '@isegoria/portal-kit';
import { Link, Time, Words, useTexts } from '@isegoria/ui';
import { reportPath } from '../../report/report.page';
import { SupportButton, type Supporting } from '../../support/button/support.page';
import type { QuestionView } from '../question.contract';
import { QuestionTag, QuestionText } from './question-text.page';

/** What a list of questions is shown with. */
export interface QuestionsShownTo {
  readonly nameOf: NameOf;
  /** The pseudonym of whoever reads; absent for a visitor. */
  readonly reader?: string;
  readonly supporting: Supporting;
}

/** One question in a list, with the beginning of its answer. */
export function QuestionItem(props: { question: QuestionView; shownTo: QuestionsShownTo; categories?: CategoryTree }) {
  const { t } = useTexts();
  const { question, shownTo } = props;
  const { nameOf, reader } = shownTo;
  return (
    <li id={`question-${question.id}`}>
      <div class="tags">
        <QuestionTag question={question} />
      </div>
      <QuestionText question={question} class="loop-label" />
      {question.answer && (
        <p class="excerpt">
<Words text={plainExcerpt(question.answer)} />
</p>
      )}
      <p class="meta">
        <Link href={`/questions/${question.id}`}>{t(question.answer ? 'questions.readAnswer' : 'questions.open')}</Link>
        <Author author={question.author} nameOf={nameOf} reader={reader} />
        <Time at={question.answeredAt ?? question.askedAt} />
        {question.text !== null && <WasChanged at={question.editedAt} />}
      </p>
      {props.categories && <CategoryTags categories={question.categories} tree={props.categories} areLinks />}
      <div class="meta acts">
        <QuestionActs question={question} shownTo={shownTo} />
      </div>
    </li>
  );
}

/** Support for a question, and a way to report it. */
export function QuestionActs(props: { question: QuestionView; shownTo: QuestionsShownTo }) {
  const { question, shownTo } = props;
  const { supporting, nameOf } = shownTo;
  const { t } = useTexts();
  return (
    <>
      {question.hiddenReason === null && (
        <SupportButton
          of={question}
          id={question.id}
          action={`/questions/${question.id}/support`}
          name={nameOf(question.author)}
          isAuthor={question.author === shownTo.reader}
          by={{ ...supporting, back: supporting.back.replace(/#.*|$/, `#question-${question.id}`) }}
        />
      )}
      <ShareLink href={`/questions/${question.id}`} name={nameOf(question.author)} />
      {question.hiddenReason === null && <Link href={reportPath('question', question.id)}>{t('report.link')}</Link>}
    </>
  );
}
