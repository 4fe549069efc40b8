import { limits } from '@isegoria/kernel';
import { describeFields, textOf } from '@isegoria/portal-kit';
import { Compared, Form, Heading, Link, OfficeMarkdown, SubmitButton, TextArea, TextField, Time, Words, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { Folded, actPages, type ActFormProps } from '../official-act/official-act.page';
import { publishOutcome, type OutcomeView, type OutcomeWords, type PublishOutcome } from './outcome.contract';

describeFields({ note: { wrong: 'outcome.note.wrong', max: limits.reasonLength } }, publishOutcome);

export const outcomePages = actPages<PublishOutcome>({
  name: 'outcome',
  contract: publishOutcome,
  command: (form, { id, outcome }) => ({
    ...{ consultationId: id, youSaid: textOf(form, 'youSaid'), weDid: textOf(form, 'weDid') },
    // What was first told asks for no note, also when its form is sent again.
    ...(outcome && form.version !== 0 && { note: textOf(form, 'note') }),
  }),
  version: ({ outcome }) => outcome?.version ?? 0,
  isOffered: ({ status }) => status === 'closed' || status === 'decided',
  mayWait: ({ status }) => status === 'decided',
  filled: ({ outcome }) => outcome && { youSaid: outcome.youSaid, weDid: outcome.weDid },
  Form: OutcomeForm,
  Notice: Outcome,
});

function OutcomeForm(props: ActFormProps) {
  const { t } = useTexts();
  const field = { form: 'outcome', hint: t('field.markdown'), state: props.form, max: limits.bodyLength, rows: 8 } as const;
  return (
    <section class="stack" aria-labelledby="publish-outcome">
      <Heading level={2} size="md" id="publish-outcome">
        {t(props.consultation.status === 'decided' ? 'office.reviseOutcome' : 'office.publishOutcome')}
      </Heading>
      <Folded fold={props.fold} of="publish-outcome">
        <Form name="outcome" action={props.action} state={props.form}>
          <TextArea {...field} name="youSaid" label={t('outcome.youSaid')} />
          <TextArea {...field} name="weDid" label={t('outcome.weDid')} />
          {props.consultation.outcome && (
            <TextField
              form="outcome"
              state={props.form}
              name="note"
              label={t('outcome.note')}
              hint={t('outcome.note.hint')}
              max={limits.reasonLength}
            />
          )}
          <SubmitButton>{t('office.publishOutcome')}</SubmitButton>
        </Form>
      </Folded>
    </section>
  );
}

function Outcome(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { outcome } = props.consultation;
  if (!outcome) return null;
  return (
    <section class="card card-tinted" aria-labelledby="outcome">
      <Heading level={2} size="md" id="outcome">
        {t('outcome.title')}
      </Heading>
      <div class="loop">
        <div>
          <Heading level={3} size="xs">
            {t('outcome.youSaid')}
          </Heading>
          <OfficeMarkdown source={outcome.youSaid} below={3} />
        </div>
        <div>
          <Heading level={3} size="xs">
            {t('outcome.weDid')}
          </Heading>
          <OfficeMarkdown source={outcome.weDid} below={3} />
        </div>
      </div>
      <p class="meta">
        <span>
          {t(outcome.changes > 0 ? 'outcome.changed' : 'outcome.published')} <Time at={outcome.publishedAt} />
        </span>
      </p>
      <EarlierOutcomes of={outcome} consultationId={props.consultation.id} />
    </section>
  );
}

export const outcomeChangesPath = (consultationId: string) => `/consultations/${consultationId}/outcome/changes`;

/** What was told before the last change, with the differences and why it was changed; all changes are on a page of their own. */
export function EarlierOutcomes({ of, consultationId }: { of: OutcomeView; consultationId: string }) {
  const { t } = useTexts();
  const stood = of.earlier.at(-1);
  if (!stood) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('outcome.earlier', { count: of.changes })}</summary>
      <div class="stack">
        <p>
          <Time at={stood.changedAt} withTime /> <Words text={stood.note} by="office" />
        </p>
        <ChangedWords before={stood} after={of} />
        {of.changes > of.earlier.length && (
          <p>
            <Link href={outcomeChangesPath(consultationId)}>{t('outcome.history')}</Link>
          </p>
        )}
      </div>
    </details>
  );
}

/** What a change made of an outcome, part by part. */
export function ChangedWords({ before, after }: Readonly<Record<'before' | 'after', OutcomeWords>>) {
  const { t } = useTexts();
  const changed = (['youSaid', 'weDid'] as const).filter((name) => before[name] !== after[name]);
  return changed.map((name) => (
    <div class="stack" key={name}>
      <p>
        <strong>{t(`outcome.${name}`)}</strong>
      </p>
      <Compared
        texts={{ stands: before[name], typed: after[name], isChoice: false }}
        heads={[t('correction.before'), t('correction.after')]}
      />
    </div>
  ));
}
