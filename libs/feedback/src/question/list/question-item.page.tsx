import { Author, WasChanged, plainExcerpt, type NameOf } from '@isegoria/portal-kit';
import { Link, Time, useTexts } from '@isegoria/ui';
import type { QuestionView } from '../question.contract';
import { QuestionTag, QuestionText } from './question-text.page';

/** One question in a list, with the beginning of its answer. */
export function QuestionItem(props: { question: QuestionView; nameOf: NameOf; reader?: string }) {
  const { t } = useTexts();
  const { question } = props;
  return (
    <li>
      <div class="tags">
        <QuestionTag status={question.status} />
      </div>
      <QuestionText question={question} class="loop-label" />
      {question.answer && (
        <p class="excerpt" dir="auto">
          {plainExcerpt(question.answer)}
        </p>
      )}
      <p class="meta">
        <Link href={`/questions/${question.id}`}>{t(question.answer ? 'questions.readAnswer' : 'questions.open')}</Link>
        <Author author={question.author} nameOf={props.nameOf} reader={props.reader} />
        <Time at={question.answeredAt ?? question.askedAt} />
        {question.text !== null && <WasChanged at={question.editedAt} />}
      </p>
    </li>
  );
}
