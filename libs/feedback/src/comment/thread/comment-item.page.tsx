import { Author, PublicReason, ShareLink, WasChanged, type NameOf } from '@isegoria/portal-kit';
import { CitizenText, Link, Time, useTexts } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';
import { reportPath } from '../../report/report.page';
import { SupportButton, type Supporting } from '../../support/button/support.page';
import type { CommentView } from '../comment.contract';

/** What a list of comments is shown with. */
export interface CommentsShownTo {
  readonly nameOf: NameOf;
  /** The pseudonym of whoever reads; absent for a visitor. */
  readonly reader?: string;
  readonly supporting: Supporting;
  readonly mayModerate: boolean;
}

/** One comment or reply. @param to who wrote what it replies to, if the page shows that */
export function CommentItem(props: { comment: CommentView; to?: string; shownTo: CommentsShownTo; children?: ComponentChildren }) {
  const { t } = useTexts();
  const { comment, to, shownTo } = props;
  const { nameOf, supporting } = shownTo;
  const isShown = comment.hiddenReason === null && comment.withdrawnAt === null;
  return (
    <li id={`comment-${comment.id}`}>
      <p class="meta">
        <Author author={comment.author} nameOf={nameOf} reader={shownTo.reader} />
        {to !== undefined && <span>{t('thread.inReplyTo', { name: nameOf(to) })}</span>}
        <Time at={comment.submittedAt} />
        <span>{t(`assuranceLevel.${comment.assurance}`)}</span>
        {comment.text !== null && <WasChanged at={comment.editedAt} />}
      </p>
      <CommentText comment={comment} />
      {isShown && (
        <div class="meta acts">
          <SupportButton
            of={comment}
            id={comment.id}
            action={`/comments/${comment.id}/support`}
            name={nameOf(comment.author)}
            isAuthor={comment.author === shownTo.reader}
            by={{ ...supporting, back: supporting.back.replace(/#.*|$/, `#comment-${comment.id}`) }}
          />
          <Link href={`/comments/${comment.threadId}?to=${comment.id}#reply`}>{t('thread.reply')}</Link>
          {comment.author === shownTo.reader && <Link href={`/my/comments/${comment.id}`}>{t('own.title')}</Link>}
          <ShareLink href={`/comments/${comment.id}`} name={nameOf(comment.author)} />
          <Link href={reportPath('comment', comment.id)}>{t('report.link')}</Link>
          {shownTo.mayModerate && <Link href={`/office/moderation/comments/${comment.id}`}>{t('comments.hide')}</Link>}
        </div>
      )}
      {props.children}
    </li>
  );
}

/** Replies in the order in which they came, each with the name of whom it answers. */
export function Replies(props: { replies: readonly CommentView[]; to: readonly CommentView[]; shownTo: CommentsShownTo }) {
  const authors = new Map([...props.to, ...props.replies].map(({ id, author }) => [id, author]));
  if (props.replies.length === 0) return null;
  return (
    <ol class="replies">
      {props.replies.map((reply) => (
        <CommentItem comment={reply} to={authors.get(reply.inReplyTo ?? '')} shownTo={props.shownTo} key={reply.id} />
      ))}
    </ol>
  );
}

/** The words, or what stands in their place. */
function CommentText(props: { comment: CommentView }) {
  const { t } = useTexts();
  const { text, hiddenReason, hiddenRule, withdrawnAt } = props.comment;
  if (hiddenReason !== null)
    return (
      <p class="erased">
        {t('comments.hidden')} <PublicReason reason={hiddenReason} rule={hiddenRule} />
      </p>
    );
  return withdrawnAt === null ? <CitizenText text={text} /> : <p class="erased">{t('own.withdrawn')}</p>;
}
