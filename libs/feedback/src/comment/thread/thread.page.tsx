import { limits, type Page } from '@isegoria/kernel';
import { ContributionForm, ThankYou, type Allowance } from '@isegoria/portal-kit';
import { Breadcrumbs, CitizenText, Heading, Notice, Pagination, useTexts, type FormState } from '@isegoria/ui';
import type { CommentView } from '../comment.contract';
import { CommentItem, Replies, type CommentsShownTo } from './comment-item.page';

export interface ThreadPageProps {
  readonly comment: CommentView;
  /** A page of the replies, with the cursor at which it begins. */
  readonly replies: Page<CommentView> & { readonly cursor?: string };
  /** What somebody replies to who writes something now. */
  readonly to: CommentView;
  readonly shownTo: CommentsShownTo;
  readonly form: FormState;
  readonly isSignedIn: boolean;
  /** Whether the consultation has closed or was cancelled. */
  readonly isOver: boolean;
  readonly allowance?: Allowance;
  readonly receipt?: string;
}

/** A comment with all its replies, and room for one's own. */
export function ThreadPage(props: ThreadPageProps) {
  const { t } = useTexts();
  const { comment, replies, to, shownTo } = props;
  const path = `/comments/${comment.id}`;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs trail={[{ href: `/consultations/${comment.consultationId}/comments`, label: t('questions.toConsultation') }]} />
      {props.receipt && <ThankYou sentence="thanks.comment" next="next.comment" receipt={props.receipt} />}
      <Heading level={1} size="lg">
        {t('thread.title')}
      </Heading>
      <ul class="rows">
        <CommentItem comment={comment} shownTo={shownTo} />
      </ul>
      <section class="stack" aria-labelledby="replies">
        <Heading level={2} size="md" id="replies">
          {t('thread.replies', { count: replies.count })}
        </Heading>
        <Replies replies={replies.items} to={[comment]} shownTo={shownTo} />
        <Pagination path={path} fragment="replies" cursor={replies.cursor} next={replies.next} oldestFirst />
      </section>
      {to.hiddenReason === null && to.withdrawnAt === null && (
        <section class="stack" aria-labelledby="reply">
          <Heading level={2} size="md" id="reply">
            {t('thread.replyTo', { name: shownTo.nameOf(to.author) })}
          </Heading>
          {to.id !== comment.id && (
            <blockquote class="card">
              <CitizenText text={to.text} class="excerpt" />
            </blockquote>
          )}
          {props.isOver && <Notice colour="info">{t('comments.afterTheEnd')}</Notice>}
          <ContributionForm
            name="comment"
            action={`${path}/replies?to=${to.id}`}
            state={props.form}
            isSignedIn={props.isSignedIn}
            back={`${path}?to=${to.id}#reply`}
            label={t('thread.yours')}
            hint={t('comments.hint')}
            max={limits.commentLength}
            send={t('thread.send')}
            isMain
            allowance={props.allowance}
          />
        </section>
      )}
    </div>
  );
}
