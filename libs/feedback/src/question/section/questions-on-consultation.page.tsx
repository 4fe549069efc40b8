import { limits, type Page } from '@isegoria/kernel';
import { ContributionForm, type NameOf, type SectionProps } from '@isegoria/portal-kit';
import { EmptyState, Heading, Pagination, useTexts } from '@isegoria/ui';
import type { MyFeedback } from '../../my-feedback/my-feedback.contract';
import { QuestionItem } from '../list/question-item.page';
import type { QuestionView } from '../question.contract';

/** In the address of the page of a consultation: where the list of questions begins. */
export const questionsFrom = 'questions';

/** The questions about a consultation, and room for one's own. */
export function QuestionsOnConsultation(
  props: SectionProps & { questions: Page<QuestionView>; cursor?: string; mine?: MyFeedback; nameOf: NameOf },
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
        <ul class="rows">
          {items.map((question) => (
            <QuestionItem question={question} nameOf={props.nameOf} reader={mine?.author} key={question.id} />
          ))}
        </ul>
      )}
      <Pagination path={props.path} fragment="questions" parameter={questionsFrom} cursor={props.cursor} next={next} />
      <ContributionForm
        name="question"
        action={`${props.path}/questions`}
        state={props.form}
        isSignedIn={props.isSignedIn}
        back={`${props.path}#questions`}
        label={t('questions.yours')}
        hint={t('questions.hint')}
        max={limits.questionLength}
        send={t('questions.send')}
        allowance={mine && { most: mine.most, added: mine.questions, words: 'questions.allowance', usedUp: 'questions.usedUp' }}
      />
    </section>
  );
}
