import { Author, plainExcerpt, type NameOf } from '@isegoria/portal-kit';
import { CitizenText, Link, Tag, Time, useTexts } from '@isegoria/ui';
import type { QuestionView } from '../question.contract';

/** One question in a list, with the beginning of its answer. */
export function QuestionItem(props: { question: QuestionView; nameOf: NameOf; reader?: string }) {
  const { t } = useTexts();
  const { question } = props;
  return (
    <li>
      <div class="tags">
        <Tag colour={question.status === 'answered' ? 'success' : 'warning'}>{t(`questionStatus.${question.status}`)}</Tag>
      </div>
      <CitizenText text={question.text} class="loop-label" />
      {question.answer && (
        <p class="excerpt" dir="auto">
          {plainExcerpt(question.answer)}
        </p>
      )}
      <p class="meta">
        <Link href={`/questions/${question.id}`}>{t(question.answer ? 'questions.readAnswer' : 'questions.open')}</Link>
        <Author author={question.author} nameOf={props.nameOf} reader={props.reader} />
        <Time at={question.answeredAt ?? question.askedAt} />
      </p>
    </li>
  );
}
