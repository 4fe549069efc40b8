import { fileKinds, pictureKinds } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import { Choices, TextField, useTexts, type FormState } from '@isegoria/ui';
import { describeFields } from '../forms/fields';
import { chosenIn, written } from './chosen-file';
import { FileField } from './file-field';

describeFields({
  picture: { steers: true },
  documents: { steers: true },
  pictureAlt: { wrong: 'rejection.ALTERNATIVE_TEXT_MISSING', max: limits.altLength, refusedBy: ['ALTERNATIVE_TEXT_MISSING'] },
});

/** The picture and the documents of a form: what is there, to be kept or left out, and what is to be added. */
export function FileFields({ form, state }: { form: string; state: FormState }) {
  const { t } = useTexts();
  const endings = (kinds: object) =>
    Object.values(kinds)
      .flat()
      .map((ending) => `.${ending}`)
      .join(',');
  const megabytes = limits.fileBytes / 1024 / 1024;
  return (
    <>
      <Kept form={form} field="picture" legend={t('files.picture')} state={state} />
      <FileField
        form={form}
        name="pictureFile"
        label={t('files.choosePicture')}
        hint={t('files.pictureHint', { megabytes })}
        accept={endings(pictureKinds)}
        state={state}
      />
      <TextField form={form} name="pictureAlt" label={t('files.alt')} hint={t('files.altHint')} max={limits.altLength} state={state} />
      <Kept form={form} field="documents" legend={t('files.documents')} state={state} />
      <FileField
        form={form}
        name="documentFile"
        label={t('files.chooseDocuments')}
        hint={t('files.documentsHint', { megabytes, most: limits.documentsMax })}
        accept={endings(fileKinds)}
        multiple
        state={state}
      />
    </>
  );
}

function Kept({ form, field, legend, state }: { form: string; field: 'picture' | 'documents'; legend: string; state: FormState }) {
  const { t } = useTexts();
  const chosen = chosenIn(state, field);
  if (chosen.length === 0) return null;
  const choices = chosen.map((file) => ({ value: written(file), label: file.name, by: 'anybody' as const }));
  const values = choices.map(({ value }) => value);
  return (
    <Choices form={form} name={field} legend={legend} hint={t('files.untick')} multiple choices={choices} chosen={values} state={state} />
  );
}
