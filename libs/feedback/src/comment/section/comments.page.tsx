import { limits, type Page } from '@isegoria/kernel';
import { Author, ContributionForm, WasChanged, type NameOf, type SectionProps } from '@isegoria/portal-kit';
import { CitizenText, EmptyState, Heading, Link, Pagination, Time, useTexts } from '@isegoria/ui';
import type { MyFeedback } from '../../my-feedback/my-feedback.contract';
import type { CommentView } from '../comment.contract';

/** The comments on a consultation, and room for one's own. */
export function Comments(props: SectionProps & { comments: Page<CommentView>; cursor?: string; mine?: MyFeedback; nameOf: NameOf }) {
  const { t } = useTexts();
  const { items, count, next } = props.comments;
  const { mine } = props;
  return (
    <section aria-labelledby="comments" class="stack">
      <Heading level={2} size="md" id="comments">
        {t('comments.title', { count })}
      </Heading>
      {items.length === 0 && <EmptyState>{t('comments.empty')}</EmptyState>}
      {items.length > 0 && (
        <ul class="rows">
          {items.map((comment) => (
            <Comment comment={comment} mayModerate={props.mayModerate} nameOf={props.nameOf} reader={mine?.author} key={comment.id} />
          ))}
        </ul>
      )}
      <Pagination path={props.path} fragment="comments" cursor={props.cursor} next={next} />
      <ContributionForm
        name="comment"
        action={`${props.path}/comments`}
        state={props.form}
        isSignedIn={props.isSignedIn}
        back={`${props.path}#comments`}
        label={t('comments.yours')}
        hint={t('comments.hint')}
        max={limits.commentLength}
        send={t('comments.send')}
        allowance={mine && { most: mine.most, added: mine.comments, words: 'comments.allowance', usedUp: 'comments.usedUp' }}
      />
    </section>
  );
}

function Comment(props: { comment: CommentView; mayModerate: boolean; nameOf: NameOf; reader?: string }) {
  const { t } = useTexts();
  const { comment } = props;
  return (
    <li>
      <p class="meta">
        <Author author={comment.author} nameOf={props.nameOf} reader={props.reader} />
        <Time at={comment.submittedAt} />
      </p>
      <CommentText comment={comment} />
      <p class="meta">
        <span>{t(`assuranceLevel.${comment.assurance}`)}</span>
        {comment.text !== null && <WasChanged at={comment.editedAt} />}
        {comment.author === props.reader && comment.withdrawnAt === null && (
          <Link href={`/my/comments/${comment.id}`}>{t('own.title')}</Link>
        )}
        {props.mayModerate && comment.hiddenReason === null && comment.withdrawnAt === null && (
          <Link href={`/office/moderation/comments/${comment.id}`}>{t('comments.hide')}</Link>
        )}
      </p>
    </li>
  );
}

/** The words, or what stands in their place. */
function CommentText(props: { comment: CommentView }) {
  const { t } = useTexts();
  const { text, hiddenReason, withdrawnAt } = props.comment;
  if (hiddenReason !== null)
    return (
      <p class="erased">
        {t('comments.hidden')} <span dir="auto">{hiddenReason}</span>
      </p>
    );
  return withdrawnAt === null ? <CitizenText text={text} /> : <p class="erased">{t('own.withdrawn')}</p>;
}
