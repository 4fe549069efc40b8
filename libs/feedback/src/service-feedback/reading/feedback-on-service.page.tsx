import { limits } from '@isegoria/kernel';
import { SignInAside, SignInFirst, ThankYou, mayWrite, textOf } from '@isegoria/portal-kit';
import { Choices, DataTable, Form, Heading, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { helpAnswers, type HelpAnswer } from '../feedback-given.contract';
import type { HelpCounts, OwnFeedback, ServiceFeedbackView } from '../service-feedback.contract';

/** Where a service is given feedback, and where its form is shown again with what is wrong with it. */
export const feedbackPath = (serviceId: string): string => `/services/${serviceId}/feedback`;

export interface FeedbackProps {
  readonly feedback: ServiceFeedbackView;
  /** What the reader said; absent for a visitor. */
  readonly own?: OwnFeedback;
  readonly form: FormState;
  /** The form with which the reader takes it back. */
  readonly withdrawal: FormState;
  /** Of what the reader has just said. */
  readonly receipt?: string;
  /** Whether the service takes feedback: it is in the directory. */
  readonly isOpen: boolean;
}

/** At the end of the page of a service: whom it helped, and room for the reader's own answer. */
export function FeedbackOnService(props: FeedbackProps) {
  const { t } = useTexts();
  const { feedback, isOpen, receipt } = props;
  const { counted, notCounted } = feedback;
  if (!isOpen && !counted && !notCounted) return null;
  return (
    <section class="card stack" aria-labelledby="helped">
      <Heading level={2} size="sm" id="helped">
        {t('help.title')}
      </Heading>
      {receipt !== undefined && <ThankYou sentence="thanks.help" next="next.help" receipt={receipt} quiet />}
      <Counts counted={counted} notCounted={notCounted} />
      {isOpen && <OwnAnswer {...props} />}
    </section>
  );
}

function Counts({ counted, notCounted }: Pick<ServiceFeedbackView, 'counted' | 'notCounted'>) {
  const { t } = useTexts();
  if (!counted && !notCounted) return null;
  return (
    <>
      {counted && <p class="lead">{t('help.count', { yes: counted.yes, count: peopleIn(counted) })}</p>}
      <details class="ds-details as-table" data-variant="default" data-color="neutral">
        <summary>{t('help.all')}</summary>
        <AnswersTable counted={counted} notCounted={notCounted} />
      </details>
    </>
  );
}

/** How many people gave each answer; a group of which nothing is told has no column. */
export function AnswersTable({ counted, notCounted }: Pick<ServiceFeedbackView, 'counted' | 'notCounted'>) {
  const { t } = useTexts();
  const column = (head: 'help.people' | 'help.notCounted', counts: HelpCounts | null) =>
    counts ? [{ head: t(head), cell: (of: HelpAnswer) => counts[of], numeric: true }] : [];
  return (
    <DataTable
      caption={t('help.all')}
      captionHidden
      columns={[
        { head: t('help.answer'), cell: (of) => t(`help.answer.${of}`) },
        ...column('help.people', counted),
        ...column('help.notCounted', notCounted),
      ]}
      rows={helpAnswers}
    />
  );
}

export const peopleIn = ({ yes, partly, no }: HelpCounts): number => yes + partly + no;

function OwnAnswer(props: FeedbackProps) {
  const { t } = useTexts();
  const answer = props.own?.answer ?? null;
  if (answer === null) return <FeedbackForm {...props} />;
  const path = feedbackPath(props.feedback.serviceId);
  return (
    <>
      <p>{t('help.yours', { answer: t(`help.answer.${answer}`) })}</p>
      <details class="ds-details as-table" data-variant="default" data-color="neutral" open={props.form.errors.length > 0}>
        <summary>{t('help.change')}</summary>
        <div class="stack">
          <FeedbackForm {...props} />
          <Form name="withdrawal" action={`${path}/withdrawal`} state={props.withdrawal}>
            <SubmitButton variant="tertiary">{t('help.takeBack')}</SubmitButton>
          </Form>
        </div>
      </details>
    </>
  );
}

export function FeedbackForm({ feedback, own, form }: Pick<FeedbackProps, 'feedback' | 'own' | 'form'>) {
  const { t } = useTexts();
  const { serviceId, smallestGroup } = feedback;
  const isSignedIn = own !== undefined;
  if (!mayWrite({ isSignedIn, form })) return <SignInFirst path={`/services/${serviceId}`} />;
  return (
    <Form name="feedback" action={feedbackPath(serviceId)} state={form}>
      <Choices
        form="feedback"
        name="answer"
        legend={t('help.yourAnswer')}
        hint={t('help.privacy', { people: smallestGroup })}
        choices={helpAnswers.map((value) => ({ value, label: t(`help.answer.${value}`) }))}
        chosen={[textOf(form, 'answer')]}
        state={form}
      />
      <TextArea
        form="feedback"
        name="comment"
        label={t('help.comment')}
        hint={t('help.commentHint')}
        state={form}
        max={limits.serviceCommentLength}
        rows={3}
      />
      <SubmitButton variant="secondary">{t('help.send')}</SubmitButton>
      {!isSignedIn && <SignInAside />}
    </Form>
  );
}
