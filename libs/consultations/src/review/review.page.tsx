import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, Link, Notice, SubmitButton, TextField, WordsIn, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { actPages, type ActFormProps, type UnitOfAct } from '../official-act/official-act.page';
import { approveDraft, requestReview, sendDraftBack, type ApproveDraft, type RequestReview, type SendDraftBack } from './review.contract';

const isDraft = ({ status, externalId }: ConsultationView) => status === 'draft' && externalId === null;
const isWaiting = (consultation: ConsultationView) => isDraft(consultation) && consultation.review?.status === 'waiting';
const isOwn = ({ review }: ConsultationView, account: string | undefined) => review?.notBy.some((one) => one === account) ?? false;
const isToCheck = (consultation: ConsultationView, { account }: UnitOfAct) => isWaiting(consultation) && !isOwn(consultation, account);
const version = (consultation: ConsultationView) => consultation.translationsVersion;

export const reviewRequestPages = actPages<RequestReview>({
  name: 'review',
  contract: requestReview,
  command: (_form, { id }) => ({ consultationId: id }),
  version,
  isOffered: (consultation, { needsReview }) =>
    needsReview && isDraft(consultation) && (consultation.review === null || consultation.review.status === 'sentBack'),
  Form: ReviewRequest,
});

export const approvalPages = actPages<ApproveDraft>({
  name: 'approval',
  contract: approveDraft,
  command: (_form, { id }) => ({ consultationId: id }),
  version,
  isOffered: isToCheck,
  Form: Approval,
});

export const sendingBackPages = actPages<SendDraftBack>({
  name: 'sending-back',
  contract: sendDraftBack,
  command: (form, { id }) => ({ consultationId: id, reason: textOf(form, 'reason') }),
  version,
  isOffered: isToCheck,
  Form: SendingBack,
});

function ReviewRequest({ action, form }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="ask-review">
      <Heading level={2} size="md" id="ask-review">
        {t('review.title')}
      </Heading>
      <p>{t('review.needed')} {t('review.askWhat')}</p>
      <Form name="review" action={action} state={form}>
        <SubmitButton variant="secondary">{t('review.ask')}</SubmitButton>
      </Form>
    </section>
  );
}

function Approval({ consultation, action, form }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="approve">
      <Heading level={2} size="md" id="approve">
        {t('review.title')}
      </Heading>
      <p>
        <Link href={`/consultations/${consultation.id}`}>{t('draft.preview')}</Link>
      </p>
      <Form name="approval" action={action} state={form}>
        <SubmitButton>{t('review.approve')}</SubmitButton>
      </Form>
    </section>
  );
}

function SendingBack({ action, form }: ActFormProps) {
  const { t } = useTexts();
  const field = { form: 'sending-back', name: 'reason', state: form } as const;
  return (
    <section class="stack" aria-labelledby="send-back">
      <Heading level={2} size="md" id="send-back">
        {t('review.sendBack')}
      </Heading>
      <Form name="sending-back" action={action} state={form}>
        <TextField {...field} label={t('review.reason')} hint={t('review.reasonHint')} max={limits.reasonLength} />
        <SubmitButton variant="secondary">{t('review.sendBack')}</SubmitButton>
      </Form>
    </section>
  );
}

/** Why an office finds no way to change the words of what opens later, and what it can do instead. */
export function StaysAsChecked() {
  const { t } = useTexts();
  return <Notice colour="info">{t('review.stays')}</Notice>;
}

/** How it stands with the review of a draft; nothing before anybody asked for one. */
export function ReviewNow({ consultation, account }: { consultation: ConsultationView; account: string | undefined }) {
  const { t, dateTime } = useTexts();
  const { review, language } = consultation;
  if (!review) return null;
  return (
    <Notice colour={review.status === 'sentBack' ? 'warning' : 'info'}>
      {t(`review.${review.status}`, { at: dateTime(review.at) })} {isOwn(consultation, account) && t('review.notByAuthor')}
      {review.reason !== null && (
        <>
          {' '}
          {t('dates.why')} <WordsIn language={language}>{review.reason}</WordsIn>
        </>
      )}
    </Notice>
  );
}
