import { limits, type Page } from '@isegoria/kernel';
import { SignInAside, SignInFirst, ThankYou, UnitChoice, UnitFilter, withQuery } from '@isegoria/portal-kit';
import { EmptyState, Form, Heading, Pagination, SubmitButton, TextArea, useTexts, type Choice, type FormState } from '@isegoria/ui';
import { QuestionItem } from './question-item.page';
import type { QuestionView } from './question.contract';

/** A page of questions, with the cursor at which it begins. */
type Questions = Page<QuestionView> & { readonly cursor?: string };

export interface QuestionsPageProps {
  readonly open: Questions;
  readonly answered: Questions;
  readonly isSignedIn: boolean;
  readonly form: FormState;
  readonly receipt?: string;
  /** Units that can be asked. */
  readonly units: readonly Choice[];
  /** Units to which the lists can be narrowed, and the one to which they are. */
  readonly narrowing: readonly Choice[];
  readonly unit?: string;
}

/** Questions to the ministry: those that wait for an answer are shown as openly as those that were answered. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { t } = useTexts();
  return (
    <>
      {props.receipt && <ThankYou sentence="thanks.question" receipt={props.receipt} />}
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
            <UnitChoice form="question" state={props.form} units={props.units} hint={t('questions.unitHint')} />
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
      {props.narrowing.length > 0 && (
        <div class="section">
          <UnitFilter path="/questions" units={props.narrowing} chosen={props.unit} />
        </div>
      )}
      <div class="two section">
        <QuestionList
          id="answered"
          title={t('questions.answered')}
          empty={t('questions.noneAnswered')}
          list={props.answered}
          parameter="answered"
          unit={props.unit}
        />
        <QuestionList
          id="waiting"
          title={t('questions.waiting')}
          empty={t('questions.noneOpen')}
          list={props.open}
          parameter="open"
          unit={props.unit}
        />
      </div>
    </>
  );
}

function QuestionList(props: { id: string; title: string; empty: string; list: Questions; parameter: string; unit?: string }) {
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
      <Pagination
        path={withQuery('/questions', { unit: props.unit })}
        fragment={props.id}
        parameter={props.parameter}
        cursor={props.list.cursor}
        next={props.list.next}
      />
    </section>
  );
}
