import { limits } from '@isegoria/kernel';
import { Author, CategoryTags, Documents, FileFields, Picture, WasChanged, type CategoryTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  EmptyState,
  Form,
  Heading,
  Link,
  Markdown,
  SubmitButton,
  TextArea,
  Time,
  useTexts,
  useWords,
  type FormState,
} from '@isegoria/ui';
import { QuestionActs, type QuestionsShownTo } from './question-item.page';
import type { QuestionView } from '../question.contract';
import { QuestionTag, QuestionText } from './question-text.page';

/** What is said where there is no answer. */
function withoutAnswer({ status, hiddenReason }: QuestionView) {
  if (status === 'withdrawn') return 'questions.noMore';
  return hiddenReason === null ? 'questions.notYet' : 'questions.hiddenNoAnswer';
}

/** One question with its answer; officials answer it here. */
export function QuestionPage(props: {
  question: QuestionView;
  /** Where it belongs: the unit that is asked. */
  trail: readonly { href: string; label: string }[];
  categories: CategoryTree;
  mayAnswer: boolean;
  shownTo: QuestionsShownTo;
  form: FormState;
}) {
  const { t } = useTexts();
  const words = useWords();
  const { question } = props;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: '/questions', label: t('nav.questions') }, ...props.trail]} />
      <div class="page-head">
        <div class="tags">
          <QuestionTag question={question} />
        </div>
        <Heading level={1} size="lg">
          {t('questions.one')}
        </Heading>
        <QuestionText question={question} class="lead" />
        <p class="meta">
          <Author author={question.author} nameOf={props.shownTo.nameOf} reader={props.shownTo.reader} />
          <Time at={question.askedAt} />
          <span>{t(`assuranceLevel.${question.assurance}`)}</span>
          {question.text !== null && <WasChanged at={question.editedAt} />}
          {question.author === props.shownTo.reader && question.withdrawnAt === null && (
            <Link href={`/my/questions/${question.id}`}>{t('own.title')}</Link>
          )}
          {question.consultationId && <Link href={`/consultations/${question.consultationId}`}>{t('questions.toConsultation')}</Link>}
        </p>
        <CategoryTags categories={question.categories} tree={props.categories} areLinks />
        <div class="meta acts">
          <QuestionActs question={question} shownTo={props.shownTo} />
        </div>
      </div>
      <section aria-labelledby="answer" class="stack">
        <Heading level={2} size="md" id="answer">
          {t('questions.answer')}
        </Heading>
        {question.answer ? (
          <div class="answer">
            <div {...words(question.answer)}>
              <Picture picture={question.answerFiles.picture} whole />
              <Markdown source={question.answer} below={2} />
            </div>
            <Documents documents={question.answerFiles.documents} level={3} />
            {question.answeredAt && (
              <p class="meta">
                <Time at={question.answeredAt} withTime />
                {question.answerRevisedAt && (
                  <span>
                    {t('questions.answerUpdated')} <Time at={question.answerRevisedAt} withTime />
                  </span>
                )}
              </p>
            )}
          </div>
        ) : (
          <EmptyState>{t(withoutAnswer(question))}</EmptyState>
        )}
      </section>
      {props.mayAnswer && question.status !== 'withdrawn' && question.hiddenReason === null && (
        <Form name="answer" action={`/questions/${question.id}/answers`} state={props.form} withFiles>
          <TextArea
            form="answer"
            name="text"
            label={t(question.answer ? 'questions.revise' : 'questions.answerIt')}
            hint={t('questions.answerHint')}
            state={props.form}
            max={limits.answerLength}
            rows={8}
          />
          <FileFields form="answer" state={props.form} />
          <SubmitButton>{t('questions.publishAnswer')}</SubmitButton>
        </Form>
      )}
    </div>
  );
}
