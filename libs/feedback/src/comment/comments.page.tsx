import { limits, type Page } from '@isegoria/kernel';
import { SignInAside, SignInFirst, mayWrite, type SectionProps } from '@isegoria/portal-kit';
import { CitizenText, EmptyState, Form, Heading, Link, Pagination, SubmitButton, TextArea, Time, useTexts } from '@isegoria/ui';
import type { CommentView } from './comment.contract';

/** The comments on a consultation, and room for one's own. */
export function Comments(props: SectionProps & { comments: Page<CommentView>; cursor?: string }) {
  const { t } = useTexts();
  const { items, count, next } = props.comments;
  return (
    <section aria-labelledby="comments" class="stack">
      <Heading level={2} size="md" id="comments">
        {t('comments.title', { count })}
      </Heading>
      {items.length === 0 && <EmptyState>{t('comments.empty')}</EmptyState>}
      {items.length > 0 && (
        <ul class="rows">
          {items.map((comment) => (
            <Comment comment={comment} mayModerate={props.mayModerate} key={comment.id} />
          ))}
        </ul>
      )}
      <Pagination path={props.path} fragment="comments" cursor={props.cursor} next={next} />
      {mayWrite(props) ? (
        <Form name="comment" action={`${props.path}/comments`} state={props.form}>
          <TextArea
            form="comment"
            name="text"
            label={t('comments.yours')}
            hint={t('comments.hint')}
            state={props.form}
            max={limits.commentLength}
          />
          <SubmitButton variant="secondary">{t('comments.send')}</SubmitButton>
          {!props.isSignedIn && <SignInAside />}
        </Form>
      ) : (
        <SignInFirst path={`${props.path}#comments`} />
      )}
    </section>
  );
}

function Comment(props: { comment: CommentView; mayModerate: boolean }) {
  const { t } = useTexts();
  const { comment } = props;
  return (
    <li>
      {comment.hiddenReason === null ? (
        <CitizenText text={comment.text} />
      ) : (
        <p class="erased">
          {t('comments.hidden')} <span dir="auto">{comment.hiddenReason}</span>
        </p>
      )}
      <p class="meta">
        <Time at={comment.submittedAt} />
        <span>{t(comment.assurance === 'unverified' ? 'assurance.unverified' : 'assurance.verified')}</span>
        {props.mayModerate && comment.hiddenReason === null && (
          <Link href={`/office/moderation/comments/${comment.id}`}>{t('comments.hide')}</Link>
        )}
      </p>
    </li>
  );
}
