import { limits } from '@isegoria/kernel';
import { describeFields, textOf, wholeNumberIn } from '@isegoria/portal-kit';
import {
  Deadline,
  Form,
  Heading,
  Link,
  Notice,
  SentenceOfDeadline,
  SubmitButton,
  TextField,
  Time,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { outcomePath } from '../milestone/pages/milestone-status.page';
import { Folded, actPages, type ActFormProps } from '../official-act/official-act.page';
import { responseTimesPath } from './league/overdue.page';
import { changeAnswerTerm, type ChangeAnswerTerm, type TermChangeView } from './answer-owed.contract';

describeFields({ suggested: { steers: true }, answerWithinDays: { wrong: 'answerOwed.field.wrong', max: limits.answerDaysMax } });

export const daysIn = (form: FormState): number | undefined => wholeNumberIn(form, 'answerWithinDays') ?? undefined;

export const answerTermPages = actPages<ChangeAnswerTerm>({
  name: 'answer-term',
  contract: changeAnswerTerm,
  command: (form, { id }) => ({ consultationId: id, answerWithinDays: daysIn(form) ?? 0, reason: textOf(form, 'reason') }),
  version: ({ version, datesVersion, answerTerm }) => Math.max(version, datesVersion, answerTerm.version),
  isOffered: ({ status, answer }) => status !== 'draft' && status !== 'cancelled' && answer.state !== 'answered',
  filled: ({ answer, answerTerm }) => ({ answerWithinDays: (answerTerm.changes.at(-1)?.after ?? answer.withinDays)?.toString() ?? '' }),
  mayWait: () => true,
  Form: ChangeOfTerm,
  Notice: AnswerOwed,
});

function ChangeOfTerm({ consultation, action, form, fold }: ActFormProps) {
  const { t } = useTexts();
  const field = { form: 'answer-term', state: form } as const;
  const { dueAt, state } = consultation.answer;
  return (
    <section class="stack" aria-labelledby="answer-term">
      <Heading level={2} size="md" id="answer-term">
        {t('answerOwed.change')}
      </Heading>
      <p>{dueAt === null ? t('answerOwed.nothing') : <SaidDue at={dueAt} says="answerOwed.now" />}</p>
      {dueAt !== null && (state === 'due' || state === 'overdue') && <p>{t('answerOwed.dateStays')}</p>}
      <Folded fold={fold} of="answer-term">
        <Form name="answer-term" action={action} state={form}>
          <TextField {...field} name="answerWithinDays" label={t('answerOwed.field')} hint={t('answerOwed.new.hint')} />
          <TextField {...field} name="reason" label={t('answerOwed.reason')} hint={t('office.onRecord')} max={limits.reasonLength} />
          <SubmitButton variant="secondary">{t('answerOwed.change')}</SubmitButton>
        </Form>
      </Folded>
    </section>
  );
}

/** Which of the sentences that say a day. */
type SaysDue = 'answerOwed.now' | 'answerOwed.due' | 'answerOwed.overdue' | 'answerOwed.later';

function SaidDue({ at, says }: { at: string; says: SaysDue }) {
  const { t, lastDay } = useTexts();
  return <SentenceOfDeadline at={at}>{t(says, { date: lastDay(at) })}</SentenceOfDeadline>;
}

/** In the form of a draft. The number that a new one came with, and for which unit, comes back with it. */
export function PromisedAnswer(props: { form: string; state: FormState }) {
  const { t } = useTexts();
  const suggested = textOf(props.state, 'suggested');
  const hint = suggested === '' ? t('answerOwed.field.hint') : `${t('answerOwed.field.hint')} ${t('answerOwed.field.ofUnit')}`;
  return (
    <>
      {suggested !== '' && <input type="hidden" name="suggested" value={suggested} />}
      <TextField {...props} name="answerWithinDays" label={t('answerOwed.field')} hint={hint} />
    </>
  );
}

/** On each page of a consultation: what is owed since the end, and what of that is late. */
export function WhatIsOwed({ consultation: { id, answer, milestonesOverdue } }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { state, dueAt, laterDate } = answer;
  const isLate = state === 'overdue';
  return (
    <>
      {dueAt !== null && (state === 'due' || isLate) && (
        <Notice colour={isLate ? 'warning' : 'info'}>
          <strong>
            <SaidDue at={dueAt} says={isLate ? 'answerOwed.overdue' : 'answerOwed.due'} />
          </strong>{' '}
          {laterDate !== null && (
            <>
              <SaidDue at={laterDate} says="answerOwed.later" />{' '}
            </>
          )}
          <Link href={responseTimesPath}>{t('responseTimes.title')}</Link>
        </Notice>
      )}
      {milestonesOverdue > 0 && (
        <Notice colour="warning">
          <strong>{t('milestones.overdueCount', { count: milestonesOverdue })}</strong>{' '}
          <Link href={outcomePath(id)}>{t('milestones.page')}</Link>
        </Notice>
      )}
    </>
  );
}

/** Above the description: what is owed, and how that was changed. */
function AnswerOwed({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { answer, answerTerm } = consultation;
  const { state, dueAt } = answer;
  const shown = state === 'answered' || dueAt === null ? [] : answerTerm.changes;
  return (
    <>
      <WhatIsOwed consultation={consultation} />
      {shown.map((change) => (
        <TermChange change={change} key={change.changedAt} />
      ))}
      {answerTerm.count > shown.length && shown.length > 0 && <p>{t('answerOwed.changes', { count: answerTerm.count })}</p>}
    </>
  );
}

function TermChange({ change: { before, after, reason, dateStays, changedAt } }: { change: TermChangeView }) {
  const { t, date } = useTexts();
  const on = { date: date(changedAt), after };
  return (
    <Notice colour="info">
      {before === null ? t('answerOwed.set', on) : t('answerOwed.changed', { ...on, before })}{' '}
      {dateStays && t('answerOwed.dateStayed')} {t('dates.why')} <Words text={reason} />
    </Notice>
  );
}

/** At a glance: until when an answer is owed, or when it came. */
export function AnswerFacts({ consultation: { answer } }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { dueAt, answeredAt, withinDays } = answer;
  const shown = answeredAt ?? dueAt;
  if (shown === null && withinDays === null) return null;
  return (
    <div>
      <dt>{t(answeredAt ? 'answerOwed.answered' : 'answerOwed.fact')}</dt>
      <dd>
        {answeredAt !== null && <Time at={answeredAt} withTime />}
        {answeredAt === null && dueAt !== null && <Deadline at={dueAt} />}
        {shown === null && t('answerOwed.days', { days: withinDays! })}
      </dd>
    </div>
  );
}
