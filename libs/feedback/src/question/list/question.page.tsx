import { limits } from '@isegoria/kernel';
import { Author, type NameOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  CitizenText,
  EmptyState,
  Form,
  Heading,
  Link,
  Markdown,
  SubmitButton,
  Tag,
  TextArea,
  Time,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { QuestionView } from '../question.contract';

/** One question with its answer; officials answer it here. */
export function QuestionPage(props: {
  question: QuestionView;
  /** Where it belongs: the unit that is asked. */
  trail: readonly { href: string; label: string }[];
  mayAnswer: boolean;
  nameOf: NameOf;
  form: FormState;
}) {
  const { t } = useTexts();
  const { question } = props;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/questions', label: t('nav.questions') }, ...props.trail]} />
      <div class="page-head">
        <div class="tags">
          <Tag colour={question.status === 'answered' ? 'success' : 'warning'}>{t(`questionStatus.${question.status}`)}</Tag>
        </div>
        <Heading level={1} size="lg">
          {t('questions.one')}
        </Heading>
        <CitizenText text={question.text} class="lead" />
        <p class="meta">
          <Author author={question.author} nameOf={props.nameOf} />
          <Time at={question.askedAt} />
          <span>{t(`assuranceLevel.${question.assurance}`)}</span>
          {question.consultationId && <Link href={`/consultations/${question.consultationId}`}>{t('questions.toConsultation')}</Link>}
        </p>
      </div>
      <section aria-labelledby="answer" class="stack">
        <Heading level={2} size="md" id="answer">
          {t('questions.answer')}
        </Heading>
        {question.answer ? (
          <div class="answer">
            <div dir="auto">
              <Markdown source={question.answer} />
            </div>
            {question.answeredAt && (
              <p class="meta">
                <Time at={question.answeredAt} withTime />
              </p>
            )}
          </div>
        ) : (
          <EmptyState>{t('questions.notYet')}</EmptyState>
        )}
      </section>
      {props.mayAnswer && (
        <Form name="answer" action={`/questions/${question.id}/answers`} state={props.form}>
          <TextArea
            form="answer"
            name="text"
            label={t(question.answer ? 'questions.revise' : 'questions.answerIt')}
            hint={t('questions.answerHint')}
            state={props.form}
            max={limits.answerLength}
            rows={8}
          />
          <SubmitButton>{t('questions.publishAnswer')}</SubmitButton>
        </Form>
      )}
    </div>
  );
}
