import type { ComponentChildren } from 'preact';
import type { AppealView, ModerationRule, OwnCommentView, OwnQuestionView, OwnStatementView } from '@isegoria/contracts';
import { PublicReason, WasChanged } from '@isegoria/portal-kit';
import { AnswerLink, annotationPath, officialAnswersPath } from '@isegoria/consultations/portal';
import type { MessageKey } from '@isegoria/texts';
import { CitizenText, Link, Tag, Time, Words, useTexts } from '@isegoria/ui';

/** Those of the person, newest first. */
type Appeals = readonly AppealView[];

interface AppealAbout {
  readonly item: AppealView['item'];
  readonly itemId: string;
  readonly appeals: Appeals;
}

type Colour = 'success' | 'warning' | 'danger' | 'neutral';

const stated = {
  pending: ['my.pending', 'warning'],
  accepted: ['my.published', 'success'],
  rejected: ['my.rejected', 'danger'],
  withdrawn: ['my.withdrawn', 'neutral'],
} as const satisfies Record<OwnStatementView['status'], readonly [MessageKey, Colour]>;

export function OwnStatement(props: { statement: OwnStatementView; appeals: Appeals }) {
  const { t } = useTexts();
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
      place={{
        href: statement.carried
          ? annotationPath(statement.activityId, statement.carried.paragraph, statement.id)
          : `/consultations/${statement.consultationId}`,
        label: statement.consultationTitle,
      }}
      reason={statement.rejectionReason}
      rule={statement.rejectionRule}
      appeal={{ item: 'statement', itemId: statement.id, appeals: props.appeals }}
      answer={<AnswersTo {...statement} />}
    >
      {statement.followedIn !== null && (
        <Link href={`/papers/${statement.activityId}/versions/${statement.followedIn}`}>
          {t('versions.followedIn', { version: statement.followedIn })}
        </Link>
      )}
      {statement.carried?.lostIn && (
        <Link href={`/papers/${statement.activityId}/versions/${statement.carried.lostIn}`}>
          {t('versions.lostIn', { version: statement.carried.lostIn })}
        </Link>
      )}
    </Contribution>
  );
}

/** The answer to the statement itself, or else the one to the paragraph to which it was written. */
function AnswersTo({ consultationId, answer, answerToParagraph }: OwnStatementView) {
  const answersAt = officialAnswersPath(consultationId);
  if (answer) return <AnswerLink answersAt={answersAt} answer={answer} />;
  return answerToParagraph && <AnswerLink answersAt={answersAt} answer={answerToParagraph} says="officialAnswers.ofItsParagraph" />;
}

export function OwnComment(props: { comment: OwnCommentView; appeals: Appeals }) {
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
      appeal={{ item: 'comment', itemId: comment.id, appeals: props.appeals }}
    />
  );
}

const asked = { open: 'warning', answered: 'success', withdrawn: 'neutral' } as const;

export function OwnQuestion(props: { question: OwnQuestionView; appeals: Appeals }) {
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
      appeal={{ item: 'question', itemId: question.id, appeals: props.appeals }}
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
  appeal: AppealAbout;
  /** What an office answered to it. */
  answer?: ComponentChildren;
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
      <AppealState {...props.appeal} isAgainst={props.reason !== null} />
      {props.answer}
      <p class="meta">
        <Link href={props.place.href}>
          <Words text={props.place.label} />
        </Link>
        <Time at={props.at} withTime />
        {props.text !== null && <WasChanged at={props.editedAt} />}
        {props.children}
        {props.own !== undefined && <Link href={props.own}>{t('own.title')}</Link>}
      </p>
    </li>
  );
}

/** How an appeal stands, or the way to make one. */
function AppealState(props: AppealAbout & { isAgainst: boolean }) {
  const { t } = useTexts();
  const { item, itemId } = props;
  const made = props.appeals.find((appeal) => appeal.itemId === itemId);
  const mayAppeal = props.isAgainst && (made === undefined || made.granted === true);
  if (mayAppeal)
    return (
      <p>
        <Link href={`/my/appeals/${item}/${itemId}`}>{t('my.appeal')}</Link>
      </p>
    );
  if (!made) return null;
  if (made.granted === false && made.reason !== null)
    return (
      <p>
        {t('appeal.dismissed')} <PublicReason reason={made.reason} rule={made.rule} />
      </p>
    );
  return <p>{t(made.granted ? 'appeal.granted' : 'appeal.waiting')}</p>;
}
