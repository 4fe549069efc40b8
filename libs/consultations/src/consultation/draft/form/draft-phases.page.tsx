import { limits } from '@isegoria/kernel';
import { describeFields, textIfAny } from '@isegoria/portal-kit';
import { Heading, SubmitButton, TextField, useFieldIds, useTexts, type FormState } from '@isegoria/ui';
import { pagesOf, pagesOfMethods } from '../../../methods/methods.page';
import { activitiesNamed } from './draft-names.page';
import { activityAt, changedName, phaseAt, phasesIn } from './draft-fields.page';

describeFields({ activities: { wrong: 'draft.activities.wrong', isPart: true } });

/** The phases of a draft with their activities: buttons that send the form add and remove them, and keep what was typed. */
export function DraftPhases({ form }: { form: FormState }) {
  const texts = useTexts();
  const { t } = texts;
  const names = new Map(activitiesNamed(form, texts).map(({ at, name }) => [at, name]));
  const phases = phasesIn(form);
  return (
    <section class="stack" aria-labelledby="draft-phases">
      <Heading level={2} size="md" id="draft-phases">
        {t('draft.phases')}
      </Heading>
      <p>{t('draft.phasesWhy')}</p>
      {phases.map(({ activities }, phase) => (
        <fieldset class="ds-fieldset card stack" {...ledTo(form, phaseAt(phase))} key={phase}>
          <legend class="ds-label">{t('draft.phase', { number: phase + 1 })}</legend>
          <TextField
            form="draft"
            name={`${phaseAt(phase)}title`}
            label={t('draft.phaseName')}
            hint={t('draft.phaseNameHint')}
            state={form}
            max={limits.titleLength}
          />
          {activities.map(({ method }, index) => (
            <ActivityOfDraft {...{ form, method, phase, index }} name={names.get(activityAt(phase, index))!} key={index} />
          ))}
          {activities.length === 0 && <NoActivity form={form} phase={phase} />}
          <div class="button-row">
            {activities.length < limits.activitiesMax &&
              pagesOfMethods.map(({ method, name }) => (
                <SubmitButton variant="secondary" name="change" value={`add ${method} ${phase}`} key={method}>
                  {t('draft.addActivity', { method: t(name) })}
                </SubmitButton>
              ))}
            {phases.length > 1 && (
              <SubmitButton variant="tertiary" danger name="change" value={`remove ${phase}`}>
                {t('draft.removePhase', { number: phase + 1 })}
              </SubmitButton>
            )}
          </div>
        </fieldset>
      ))}
      {phases.length < limits.phasesMax && (
        <div>
          <SubmitButton variant="secondary" name="change" value="add phase">
            {t('draft.addPhase')}
          </SubmitButton>
        </div>
      )}
    </section>
  );
}

/** What was changed last has the focus: nobody looks for it on a long page, and whoever hears the page hears which it is. */
const ledTo = (form: FormState, at: string) => (textIfAny(form, changedName) === at ? { tabIndex: -1, autofocus: true } : {});

/** The place to which an error leads whose remedy is one of the buttons below it. */
function NoActivity(props: { form: FormState; phase: number }) {
  const { t } = useTexts();
  const name = `${phaseAt(props.phase)}activities`;
  const error = props.form.errors.find(({ field }) => field === name);
  return (
    <div id={useFieldIds('draft')(name)} tabIndex={-1}>
      <p>{t('draft.noActivity')}</p>
      {error && <p class="ds-validation-message">{error.message}</p>}
    </div>
  );
}

function ActivityOfDraft(props: { form: FormState; method: string; name: string; phase: number; index: number }) {
  const { t } = useTexts();
  const { form, name, phase, index } = props;
  const { meaning, DraftFields } = pagesOf(props.method);
  const at = activityAt(phase, index);
  return (
    <fieldset class="ds-fieldset card card-tinted stack" {...ledTo(form, at)}>
      <legend class="ds-label">{name}</legend>
      <p>{t(meaning)}</p>
      <input type="hidden" name={`${at}method`} value={props.method} />
      <TextField
        form="draft"
        name={`${at}title`}
        label={t('draft.activityName')}
        hint={t('draft.activityNameHint')}
        state={form}
        max={limits.titleLength}
      />
      <DraftFields form={form} at={at} />
      <div>
        <SubmitButton variant="tertiary" danger name="change" value={`remove ${phase} ${index}`}>
          {t('draft.removeActivity', { method: name })}
        </SubmitButton>
      </div>
    </fieldset>
  );
}
