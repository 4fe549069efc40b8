import { limits } from '@isegoria/kernel';
import { SignInAside, SignInFirst, mayWrite, type SectionProps } from '@isegoria/portal-kit';
import { EmptyState, Form, Heading, SubmitButton, TextArea, useTexts } from '@isegoria/ui';
import { QuestionItem } from './question-item.page';
import type { QuestionView } from './question.contract';

/** The questions about a consultation, and room for one's own. */
export function QuestionsOnConsultation(props: SectionProps & { questions: readonly QuestionView[] }) {
  const { t } = useTexts();
  const { questions } = props;
  return (
    <section aria-labelledby="questions" class="stack">
      <Heading level={2} size="md" id="questions">
        {t('questions.about', { count: questions.length })}
      </Heading>
      {questions.length === 0 && <EmptyState>{t('questions.noneAbout')}</EmptyState>}
      {questions.length > 0 && (
        <ul class="rows">
          {questions.map((question) => (
            <QuestionItem question={question} key={question.id} />
          ))}
        </ul>
      )}
      {mayWrite(props) ? (
        <Form name="question" action={`${props.path}/questions`} state={props.form}>
          <TextArea
            form="question"
            name="text"
            label={t('questions.yours')}
            hint={t('questions.hint')}
            state={props.form}
            max={limits.questionLength}
          />
          <SubmitButton variant="secondary">{t('questions.send')}</SubmitButton>
          {!props.isSignedIn && <SignInAside />}
        </Form>
      ) : (
        <SignInFirst path={`${props.path}#questions`} />
      )}
    </section>
  );
}
