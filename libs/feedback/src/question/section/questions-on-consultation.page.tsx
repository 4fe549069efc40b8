import { limits, type Page } from '@isegoria/kernel';
import { ContributionForm, withQuery, type SectionProps } from '@isegoria/portal-kit';
import { EmptyState, Heading, Notice, Pagination, useTexts } from '@isegoria/ui';
import type { MyFeedback } from '../../my-feedback/my-feedback.contract';
import { SortChoice } from '../../support/button/sorting.page';
import type { Sorting } from '../../support/supported.contract';
import { QuestionItem, type QuestionsShownTo } from '../list/question-item.page';
import type { QuestionView } from '../question.contract';

/** In the address of the questions about a consultation: where the list begins. */
export const questionsFrom = 'questions';
/** The order of the list. */
export const questionOrder = 'questions-order';

/** The questions about a consultation, and room for one's own. */
export function QuestionsOnConsultation(
  props: SectionProps & {
    questions: Page<QuestionView>;
    sort: Sorting;
    cursor?: string;
    mine?: MyFeedback;
    shownTo: QuestionsShownTo;
  },
) {
  const { t } = useTexts();
  const { items, count, next } = props.questions;
  const { mine } = props;
  return (
    <section aria-labelledby="questions" class="stack">
      <Heading level={2} size="md" id="questions">
        {t('questions.about', { count })}
      </Heading>
      {items.length === 0 && <EmptyState>{t('questions.noneAbout')}</EmptyState>}
      {items.length > 0 && (
        <>
          <SortChoice path={props.path} fragment="questions" parameter={questionOrder} sort={props.sort} />
          <ul class="rows">
            {items.map((question) => (
              <QuestionItem question={question} shownTo={props.shownTo} key={question.id} />
            ))}
          </ul>
        </>
      )}
      <Pagination
        path={withQuery(props.path, { [questionOrder]: props.sort === 'newest' ? undefined : props.sort })}
        fragment="questions"
        parameter={questionsFrom}
        cursor={props.cursor}
        next={next}
      />
      {props.isOver && <Notice colour="info">{t('questions.afterTheEnd')}</Notice>}
      <ContributionForm
        name="question"
        action={props.path}
        state={props.form}
        isSignedIn={props.isSignedIn}
        back={props.path}
        label={t('questions.yours')}
        hint={t('questions.hint')}
        max={limits.questionLength}
        send={t('questions.send')}
        allowance={mine && { most: mine.most, added: mine.questions, words: 'questions.allowance', usedUp: 'questions.usedUp' }}
      />
    </section>
  );
}
