import { limits, type Page } from '@isegoria/kernel';
import { SignInAside, SignInFirst, ThankYou, type Thanks } from '@isegoria/portal-kit';
import { EmptyState, Form, Heading, Pagination, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { QuestionItem } from './question-item.page';
import type { QuestionView } from './question.contract';

/** A page of questions, with the cursor at which it begins. */
type Questions = Page<QuestionView> & { readonly cursor?: string };

export interface QuestionsPageProps {
  readonly open: Questions;
  readonly answered: Questions;
  readonly isSignedIn: boolean;
  readonly form: FormState;
  readonly thanks?: Thanks;
}

/** Questions to the ministry: what waits for an answer is shown as openly as what was answered. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { t } = useTexts();
  return (
    <>
      {props.thanks && <ThankYou for={props.thanks.for} receipt={props.thanks.receipt} />}
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.questions')}
        </Heading>
        <p class="lead">{t('questions.lead')}</p>
      </div>
      <section class="stack narrow" aria-labelledby="ask">
        <Heading level={2} size="md" id="ask">
          {t('questions.ask')}
        </Heading>
        {props.isSignedIn || props.form.errors.length > 0 ? (
          <Form name="question" action="/questions" state={props.form}>
            <TextArea
              form="question"
              name="text"
              label={t('questions.yours')}
              hint={t('questions.hint')}
              state={props.form}
              max={limits.questionLength}
            />
            <SubmitButton>{t('questions.send')}</SubmitButton>
            {!props.isSignedIn && <SignInAside />}
          </Form>
        ) : (
          <SignInFirst path="/questions#ask" />
        )}
      </section>
      <div class="two section">
        <QuestionList
          id="answered"
          title={t('questions.answered')}
          empty={t('questions.noneAnswered')}
          list={props.answered}
          parameter="answered"
        />
        <QuestionList id="waiting" title={t('questions.waiting')} empty={t('questions.noneOpen')} list={props.open} parameter="open" />
      </div>
    </>
  );
}

function QuestionList(props: { id: string; title: string; empty: string; list: Questions; parameter: string }) {
  return (
    <section class="section" aria-labelledby={props.id}>
      <Heading level={2} size="md" id={props.id}>
        {props.title}
      </Heading>
      {props.list.items.length === 0 ? (
        <EmptyState>{props.empty}</EmptyState>
      ) : (
        <ul class="rows">
          {props.list.items.map((question) => (
            <QuestionItem question={question} key={question.id} />
          ))}
        </ul>
      )}
      <Pagination path="/questions" fragment={props.id} parameter={props.parameter} cursor={props.list.cursor} next={props.list.next} />
    </section>
  );
}
