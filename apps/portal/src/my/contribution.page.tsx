import type { ComponentChildren } from 'preact';
import type { ModerationRule, OwnCommentView, OwnQuestionView, OwnStatementView } from '@isegoria/contracts';
import { PublicReason, WasChanged } from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import { CitizenText, Link, Tag, Time, useTexts } from '@isegoria/ui';

type Colour = 'success' | 'warning' | 'danger' | 'neutral';

const stated = {
  pending: ['my.pending', 'warning'],
  accepted: ['my.published', 'success'],
  rejected: ['my.rejected', 'danger'],
  withdrawn: ['my.withdrawn', 'neutral'],
} as const satisfies Record<OwnStatementView['status'], readonly [MessageKey, Colour]>;

export function OwnStatement(props: { statement: OwnStatementView }) {
  const { statement } = props;
  const [label, colour] = stated[statement.status];
  return (
    <Contribution
      label={label}
      colour={colour}
      text={statement.text}
      at={statement.submittedAt}
      editedAt={statement.editedAt}
      own={statement.text === null ? undefined : `/my/statements/${statement.id}`}
      place={{ href: `/consultations/${statement.consultationId}`, label: statement.consultationTitle }}
      reason={statement.rejectionReason}
      rule={statement.rejectionRule}
    />
  );
}

export function OwnComment(props: { comment: OwnCommentView }) {
  const { comment } = props;
  const { hiddenReason, withdrawnAt } = comment;
  const [label, colour]: readonly [MessageKey, Colour] =
    withdrawnAt !== null ? ['my.withdrawn', 'neutral'] : hiddenReason !== null ? ['my.hidden', 'danger'] : ['my.published', 'success'];
  return (
    <Contribution
      label={label}
      colour={colour}
      text={comment.text}
      at={comment.submittedAt}
      editedAt={comment.editedAt}
      own={withdrawnAt === null ? `/my/comments/${comment.id}` : undefined}
      place={{ href: `/consultations/${comment.consultationId}/comments`, label: comment.consultationTitle }}
      reason={hiddenReason}
      rule={comment.hiddenRule}
    />
  );
}

const asked = { open: 'warning', answered: 'success', withdrawn: 'neutral' } as const;

export function OwnQuestion(props: { question: OwnQuestionView }) {
  const { t } = useTexts();
  const { question } = props;
  return (
    <Contribution
      label={question.hiddenReason === null ? `questionStatus.${question.status}` : 'my.hidden'}
      colour={question.hiddenReason === null ? asked[question.status] : 'danger'}
      text={question.text}
      at={question.askedAt}
      editedAt={question.editedAt}
      own={question.withdrawnAt === null ? `/my/questions/${question.id}` : undefined}
      place={{ href: `/questions/${question.id}`, label: question.consultationTitle ?? t('my.inGeneral') }}
      reason={question.hiddenReason}
      rule={question.hiddenRule}
    >
      {question.answer !== null && <Link href={`/questions/${question.id}#answer`}>{t('my.readAnswer')}</Link>}
    </Contribution>
  );
}

function Contribution(props: {
  label: MessageKey;
  colour: Colour;
  text: string | null;
  at: string;
  editedAt: string | null;
  /** Where it can be changed or withdrawn; absent where neither is possible any more. */
  own: string | undefined;
  /** Where everybody sees it. */
  place: { readonly href: string; readonly label: string };
  /** Why a moderator decided against it. */
  reason: string | null;
  rule?: ModerationRule | null;
  children?: ComponentChildren;
}) {
  const { t } = useTexts();
  return (
    <li>
      <div class="tags">
        <Tag colour={props.colour}>{t(props.label)}</Tag>
      </div>
      {props.text !== null && <CitizenText text={props.text} class="loop-label" />}
      {props.reason !== null && (
        <p>
          {t('my.reason')} <PublicReason reason={props.reason} rule={props.rule} />
        </p>
      )}
      <p class="meta">
        <Link href={props.place.href}>
          <bdi>{props.place.label}</bdi>
        </Link>
        <Time at={props.at} withTime />
        {props.text !== null && <WasChanged at={props.editedAt} />}
        {props.children}
        {props.own !== undefined && <Link href={props.own}>{t('own.title')}</Link>}
      </p>
    </li>
  );
}
