import { limits, type Page } from '@isegoria/kernel';
import { ContributionForm, withQuery, type NameOf, type SectionProps } from '@isegoria/portal-kit';
import { EmptyState, Heading, Link, Notice, Pagination, useTexts } from '@isegoria/ui';
import type { MyFeedback } from '../../my-feedback/my-feedback.contract';
import { SortChoice } from '../../support/button/sorting.page';
import type { Supporting } from '../../support/button/support.page';
import type { Sorting } from '../../support/supported.contract';
import { CommentItem, Replies, type CommentsShownTo } from '../thread/comment-item.page';
import type { ThreadView } from '../thread/thread.contract';

/** In the address of the comments on a consultation: their order. */
export const commentOrder = 'order';

interface CommentsProps extends SectionProps {
  readonly threads: Page<ThreadView>;
  readonly sort: Sorting;
  readonly cursor?: string;
  readonly mine?: MyFeedback;
  readonly nameOf: NameOf;
  readonly supporting: Supporting;
}

/** The comments on a consultation with their first replies, and room for one's own. */
export function Comments(props: CommentsProps) {
  const { t } = useTexts();
  const { items, next } = props.threads;
  const { mine, sort, nameOf, supporting, mayModerate } = props;
  const shownTo = { nameOf, reader: mine?.author, supporting, mayModerate };
  return (
    <section aria-labelledby="comments" class="stack">
      <Heading level={2} size="md" id="comments">
        {t('comments.title')}
      </Heading>
      {items.length === 0 && <EmptyState>{t('comments.empty')}</EmptyState>}
      {items.length > 0 && (
        <>
          <SortChoice path={props.path} fragment="comments" parameter={commentOrder} sort={sort} />
          <ul class="rows">
            {items.map((thread) => (
              <Thread thread={thread} shownTo={shownTo} key={thread.comment.id} />
            ))}
          </ul>
        </>
      )}
      <Pagination
        path={withQuery(props.path, { [commentOrder]: sort === 'newest' ? undefined : sort })}
        fragment="comments"
        cursor={props.cursor}
        next={next}
      />
      {props.isOver && <Notice colour="info">{t('comments.afterTheEnd')}</Notice>}
      <ContributionForm
        name="comment"
        action={props.path}
        state={props.form}
        isSignedIn={props.isSignedIn}
        back={props.path}
        label={t('comments.yours')}
        hint={t('comments.hint')}
        max={limits.commentLength}
        send={t('comments.send')}
        allowance={mine && { most: mine.most, added: mine.comments, words: 'comments.allowance', usedUp: 'comments.usedUp' }}
      />
    </section>
  );
}

function Thread(props: { thread: ThreadView; shownTo: CommentsShownTo }) {
  const { t } = useTexts();
  const { comment, replies, replyCount } = props.thread;
  return (
    <CommentItem comment={comment} shownTo={props.shownTo}>
      <Replies replies={replies} to={[comment]} shownTo={props.shownTo} />
      {replyCount > replies.length && (
        <p>
          <Link href={`/comments/${comment.id}`}>{t('thread.all', { count: replyCount })}</Link>
        </p>
      )}
    </CommentItem>
  );
}
