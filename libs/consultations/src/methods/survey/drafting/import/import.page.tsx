import { FileField, textIfAny } from '@isegoria/portal-kit';
import { Link, SubmitButton, TextArea, useTexts, type FormState } from '@isegoria/ui';

export const importName = 'questionnaire.import';
export const importedName = 'questionnaire.imported';

/** Where an office brings the questions of a survey from a file. */
export function ImportFields(props: { form: FormState; at: string; change: string; replaces: boolean }) {
  const { t } = useTexts();
  const { form, at } = props;
  const name = `${at}${importName}`;
  const imported = textIfAny(form, `${at}${importedName}`);
  const isWrong = form.errors.some(({ field }) => field === name);
  return (
    <>
      {imported !== '' && (
        <p role="status" tabIndex={-1} autofocus>
          {t('survey.imported', { count: Number(imported) })}
        </p>
      )}
      <details class="ds-details" data-variant="default" open={isWrong || undefined}>
        <summary>{t('survey.import')}</summary>
        <div class="stack">
          {props.replaces && <p>{t('survey.import.replaces')}</p>}
          <FileField
            form="draft"
            name={`${name}.asText`}
            label={t('survey.import.file')}
            hint={t('survey.import.fileHint')}
            accept=".json,application/json"
            state={form}
          />
          <TextArea form="draft" name={name} label={t('survey.import.paste')} state={form} rows={4} mono />
          <div class="button-row">
            <SubmitButton variant="secondary" name="change" value={props.change}>
              {t('survey.import.send')}
            </SubmitButton>
          </div>
          <p>
            <Link href="/api/v1/schemas/questionnaire.json">{t('survey.import.format')}</Link>
          </p>
        </div>
      </details>
    </>
  );
}
