import { Rejection, limits } from '@isegoria/kernel';
import { describeFields, textOf } from '@isegoria/portal-kit';
import { Form, Heading, Link, Notice, SubmitButton, TextArea, TextField, useTexts } from '@isegoria/ui';
import { aboutFields } from '../consultation/about/about.contract';
import { AboutFields, aboutSaid } from '../consultation/about/about.page';
import type { ConsultationView } from '../consultation/consultation.contract';
import { staysAsChecked } from '../consultation/office/not-now.page';
import { Folded, actPages, type ActFormProps } from '../official-act/official-act.page';
import { correctConsultation, type CorrectConsultation } from './correction.contract';
import { hasSameLetters } from './same-letters';

describeFields({ note: { wrong: 'correction.note.wrong', max: limits.reasonLength } }, correctConsultation);

export const correctionPages = actPages<CorrectConsultation>({
  name: 'correction',
  contract: correctConsultation,
  command: (form, { id }) => ({
    ...{ consultationId: id, title: textOf(form, 'title'), description: textOf(form, 'description'), note: textOf(form, 'note') },
    ...aboutSaid(form),
  }),
  check({ title }, consultation) {
    if (hasBegun(consultation) && !hasSameLetters(title, consultation.title)) throw new Rejection('TITLE_STAYS', { field: 'title' });
  },
  version: ({ version }) => version,
  isOffered: (consultation, unit) => consultation.status !== 'draft' && staysAsChecked(consultation, unit.needsReview) === undefined,
  filled: (consultation) => {
    const about = Object.fromEntries(aboutFields.map((name) => [name, consultation[name] ?? '']));
    return { title: consultation.title, description: consultation.description, ...about };
  },
  mayWait: () => true,
  Form: CorrectionForm,
  Notice: Corrected,
});

const hasBegun = ({ phases }: ConsultationView): boolean => phases.some(({ status }) => status !== 'scheduled');

function CorrectionForm({ consultation, action, form, fold }: ActFormProps) {
  const { t } = useTexts();
  const field = { form: 'correction', state: form } as const;
  return (
    <section class="stack" aria-labelledby="correct">
      <Heading level={2} size="md" id="correct">
        {t('correction.correct')}
      </Heading>
      <p>{t('correction.what')}</p>
      <Folded fold={fold} of="correct">
        <Form name="correction" action={action} state={form}>
          <TextField
            {...field}
            name="title"
            label={t('field.title')}
            hint={hasBegun(consultation) ? t('correction.titleStays') : undefined}
            max={limits.titleLength}
          />
          <TextArea
            {...field}
            name="description"
            label={t('field.description')}
            hint={t('field.markdown')}
            max={limits.bodyLength}
            rows={10}
          />
          <AboutFields {...field} />
          <TextField {...field} name="note" label={t('correction.note')} hint={t('correction.note.hint')} max={limits.reasonLength} />
          <SubmitButton variant="secondary">{t('correction.send')}</SubmitButton>
        </Form>
      </Folded>
    </section>
  );
}

export const correctionsPath = (consultationId: string) => `/consultations/${consultationId}/corrections`;

function Corrected({ consultation }: { consultation: ConsultationView }) {
  const { t, date } = useTexts();
  const { lastAt } = consultation.corrections;
  if (lastAt === null) return null;
  return (
    <Notice colour="info">
      {t('correction.corrected', { date: date(lastAt) })} <Link href={correctionsPath(consultation.id)}>{t('correction.earlier')}</Link>
    </Notice>
  );
}
