import { limits } from '@isegoria/kernel';
import { Breadcrumbs, CitizenText, Form, Heading, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';

export function HideCommentPage(props: { commentId: string; consultationId: string; text: string | null; form: FormState }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: `/consultations/${props.consultationId}`, label: t('questions.toConsultation') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('comments.hide')}
        </Heading>
        <p class="lead">{t('moderation.hideLead')}</p>
      </div>
      <div class="stack-lg">
        <blockquote class="card">
          <CitizenText text={props.text} />
        </blockquote>
        <Form name="hide" action={`/office/moderation/comments/${props.commentId}`} state={props.form}>
          <TextField
            form="hide"
            name="reason"
            label={t('moderation.reason')}
            hint={t('office.onRecord')}
            state={props.form}
            max={limits.reasonLength}
          />
          <SubmitButton danger>{t('comments.hide')}</SubmitButton>
        </Form>
      </div>
    </div>
  );
}
