import { textIfAny } from '@isegoria/portal-kit';
import { SelectField, SubmitButton, TextArea, TextField, useFieldIds, useTexts, type FormState } from '@isegoria/ui';
import type { DraftFieldsProps } from '../../method/method.page';
import { questionKinds, questionnaireLimits as most, questionsOf } from '../questionnaire/questionnaire.pure';
import { changedName } from './fields/changed-fields.page';
import { questionAt, questionnaireSaid, sectionAt, sectionsIn } from './fields/questionnaire-fields.page';
import { ImportFields } from './import/import.page';
import { QuestionDraft } from './question-draft.page';

/** Where an office writes the questions of a survey: buttons that send the form add, move and remove them, and keep what was typed. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  const own = withoutBeginnings(form, at);
  const sections = sectionsIn(own);
  const questions = questionsOf(questionnaireSaid(own));
  const changed = textIfAny(own, changedName);
  const change = (what: string) => `in ${at} ${what}`;
  let number = 0;
  return (
    <>
      <p>{t('survey.draft.why')}</p>
      {sections.map((section, index) => (
        <fieldset class="ds-fieldset stack survey-page" key={index}>
          <legend class="ds-label">{t('survey.section', { number: index + 1 })}</legend>
          <TextField
            form="draft"
            name={`${at}${sectionAt(index)}title`}
            label={t('survey.section.title')}
            hint={t('survey.section.titleHint')}
            state={form}
            max={most.titleLength}
          />
          <details class="ds-details" data-variant="default" open={textIfAny(own, `${sectionAt(index)}text`) !== '' || undefined}>
            <summary>{t('survey.section.text')}</summary>
            <div>
              <TextArea
                form="draft"
                name={`${at}${sectionAt(index)}text`}
                label={t('survey.section.text')}
                hint={t('field.markdown')}
                state={form}
                max={most.textLength}
                rows={4}
              />
            </div>
          </details>
          {section.questions.map((fields, place) => (
            <QuestionDraft
              form={form}
              own={{ ...form, values: fields }}
              at={`${at}${questionAt(index, place)}`}
              questions={questions}
              number={number++}
              place={`${index} ${place}`}
              isChanged={changed === `${index} ${place}`}
              change={change}
              key={place}
            />
          ))}
          {section.questions.length === 0 && <NoQuestion form={form} name={`${at}${sectionAt(index)}questions`} />}
          <div class="form-row" tabIndex={-1} autofocus={changed === `${index}` || undefined}>
            <SelectField
              form="draft"
              name={`${at}${sectionAt(index)}add`}
              label={t('survey.add.kind')}
              choices={questionKinds.map((kind) => ({ value: kind, label: t(`survey.kind.${kind}`) }))}
              chosen={textIfAny(own, `${sectionAt(index)}add`) || 'single'}
              state={form}
            />
          </div>
          <div class="button-row">
            <SubmitButton variant="secondary" name="change" value={change(`add ${index}`)}>
              {t('survey.add')}
            </SubmitButton>
            {sections.length > 1 && (
              <SubmitButton variant="tertiary" danger name="change" value={change(`remove-section ${index}`)}>
                {t('survey.section.remove', { number: index + 1 })}
              </SubmitButton>
            )}
          </div>
        </fieldset>
      ))}
      {sections.length === 0 && <NoQuestion form={form} name={`${at}questionnaire.sections`} />}
      <div class="button-row">
        {sections.length < most.sections && (
          <SubmitButton variant="secondary" name="change" value={change('add-section')}>
            {t(sections.length === 0 ? 'survey.section.first' : 'survey.section.add')}
          </SubmitButton>
        )}
      </div>
      <ImportFields form={form} at={at} change={change('import')} replaces={questions.length > 0} />
    </>
  );
}

function withoutBeginnings(form: FormState, at: string): FormState {
  const own = Object.entries(form.values).filter(([name]) => name.startsWith(at));
  return { ...form, values: Object.fromEntries(own.map(([name, value]) => [name.slice(at.length), value])) };
}

/** The place to which an error leads whose remedy is the button below it. */
function NoQuestion({ form, name }: { form: FormState; name: string }) {
  const { t } = useTexts();
  const error = form.errors.find(({ field }) => field === name);
  return (
    <div id={useFieldIds('draft')(name)} tabIndex={-1}>
      <p>{t('survey.noQuestion')}</p>
      {error && <p class="ds-validation-message">{error.message}</p>}
    </div>
  );
}
