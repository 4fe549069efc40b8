import { limits } from '@isegoria/kernel';
import { TimeField, describeFields, endForFields, textIfAny, timeForField } from '@isegoria/portal-kit';
import { Form, Heading, Sentence, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Folded, type ActFormProps } from '../official-act/official-act.page';
import type { PhaseView } from '../phase/phase.contract';
import { PhaseName } from '../phase/phase-name.page';
import type { ReadConsultation } from '../translation/reading/translated.page';

describeFields({ phaseId: { steers: true } });

const isChangeable = ({ status }: PhaseView) => status === 'open' || status === 'scheduled';

/** The phase that a form or an address names; the first one that can still change otherwise. */
const phaseMeant = (phases: readonly PhaseView[], sent?: FormState): PhaseView | undefined =>
  phases.find(({ id }) => sent && id === textIfAny(sent, 'phaseId')) ?? phases.find(isChangeable);

/** A beginning that is over is asked for only where somebody typed another one before it was. */
const asksOpening = ({ status }: PhaseView, form?: FormState) => status === 'scheduled' || form?.values['opensAt'] !== undefined;

/** The dates of one phase as its form has them. */
export function datesAsFields(phases: readonly PhaseView[], timeZone: string, sent?: FormState): Record<string, string> | null {
  const phase = phaseMeant(phases, sent);
  if (!phase) return null;
  const { id: phaseId, opensAt, closesAt } = phase;
  return {
    phaseId,
    ...(asksOpening(phase, sent) && { opensAt: timeForField(opensAt, timeZone) }),
    ...endForFields('closesAt', closesAt, timeZone),
  };
}

/** Other dates for one phase, with the reason. If there are several phases, one of them is chosen first. */
export function NewDates({ consultation, action, form, fold }: ActFormProps) {
  const { t, dateTime } = useTexts();
  const { phases } = consultation;
  const date = { form: 'dates', state: form } as const;
  const phase = phaseMeant(phases, form)!;
  const fields = (
    <>
      <input type="hidden" name="phaseId" value={phase.id} />
      {asksOpening(phase, form) ? (
        <TimeField {...date} name="opensAt" label={t('consultation.opens')} was={phase.opensAt} />
      ) : (
        <p>{t('dates.begun', { from: dateTime(phase.opensAt!) })}</p>
      )}
      <TimeField {...date} name="closesAt" label={t('consultation.closes')} was={phase.closesAt} orAllDay />
    </>
  );
  return (
    <section class="stack" aria-labelledby="change-dates">
      <Heading level={2} size="md" id="change-dates">
        {t('dates.change')}
      </Heading>
      <Folded fold={fold} of="change-dates">
        {phases.filter(isChangeable).length > 1 && <WhichPhase consultation={consultation} chosen={phase.id} />}
        <Form name="dates" action={action} state={form}>
          {form.standing && phases.length > 1 && <DatesNow consultation={consultation} />}
          {phases.length > 1 ? (
            <fieldset class="ds-fieldset">
              <legend class="ds-label">
                <PhaseName phase={phase} index={phases.indexOf(phase)} />
              </legend>
              {fields}
            </fieldset>
          ) : (
            fields
          )}
          <TextField {...date} name="reason" label={t('dates.reason')} hint={t('office.onRecord')} max={limits.reasonLength} />
          <SubmitButton variant="secondary">{t('dates.change')}</SubmitButton>
        </Form>
      </Folded>
    </section>
  );
}

function WhichPhase({ consultation, chosen }: { consultation: ReadConsultation; chosen: string }) {
  const { t } = useTexts();
  const address = (id: string) => `/office/consultations/${consultation.id}?phaseId=${id}#change-dates`;
  return (
    <nav aria-labelledby="dates-which">
      <p class="ds-label" id="dates-which">
        {t('dates.which')}
      </p>
      <ul class="ds-list">
        {consultation.phases.filter(isChangeable).map((phase) => (
          <li key={phase.id}>
            <a class="ds-link" href={address(phase.id)} aria-current={phase.id === chosen ? 'true' : undefined}>
              <Dated consultation={consultation} phase={phase} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Of every phase: somebody else may have changed those of another one, which must fit. */
function DatesNow({ consultation }: { consultation: ReadConsultation }) {
  const { t } = useTexts();
  const dated = consultation.phases.filter(({ opensAt, closesAt }) => opensAt !== null && closesAt !== null);
  return (
    <div>
      <p class="ds-label">{t('dates.now')}</p>
      <ul class="ds-list">
        {dated.map((phase) => (
          <li key={phase.id}>
            <Dated consultation={consultation} phase={phase} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dated({ consultation: { phases }, phase }: { consultation: ReadConsultation; phase: PhaseView }) {
  const { dateTime, deadline } = useTexts();
  const name = <PhaseName phase={phase} index={phases.indexOf(phase)} />;
  const dates = { from: dateTime(phase.opensAt!), to: deadline(phase.closesAt!) };
  return <Sentence says="dates.choice" words={{ phase: name }} values={dates} />;
}
