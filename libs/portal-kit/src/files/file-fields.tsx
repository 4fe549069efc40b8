import { fileKinds, pictureKinds } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import { Choices, TextField, useTexts, type FormState } from '@isegoria/ui';
import { describeFields } from '../forms/fields';
import { chosenIn, written, type PictureName } from './chosen-file';
import { FileField } from './file-field';

describeFields({
  picture: { steers: true },
  documents: { steers: true },
  documentFile: { steers: true },
  crest: { steers: true },
  crestAlt: { wrong: 'rejection.ALTERNATIVE_TEXT_MISSING', max: limits.altLength },
  pictureAlt: { wrong: 'rejection.ALTERNATIVE_TEXT_MISSING', max: limits.altLength, refusedBy: ['ALTERNATIVE_TEXT_MISSING'] },
});

const megabytes = limits.fileBytes / 1024 / 1024;

const endings = (kinds: object): string =>
  Object.values(kinds)
    .flat()
    .map((ending) => `.${ending}`)
    .join(',');

/** The picture and the documents of a form: what is there, to be kept or left out, and what is to be added. */
export function FileFields({ form, state }: { form: string; state: FormState }) {
  const { t } = useTexts();
  return (
    <>
      <PictureFields
        form={form}
        state={state}
        name="picture"
        legend={t('files.picture')}
        label={t('files.choosePicture')}
        hint={t('files.pictureHint', { megabytes })}
        alt={{ label: t('files.alt'), hint: t('files.altHint') }}
      />
      <DocumentFields form={form} state={state} />
    </>
  );
}

/** The documents alone. */
export function DocumentFields({ form, state }: { form: string; state: FormState }) {
  const { t } = useTexts();
  return (
    <>
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

/** One picture of a form: the one that is there, another one, and what it shows. */
export function PictureFields(props: {
  form: string;
  state: FormState;
  name: PictureName;
  legend: string;
  label: string;
  hint: string;
  alt: { label: string; hint: string };
}) {
  const { form, state, name, legend, label, hint, alt } = props;
  return (
    <>
      <Kept form={form} field={name} legend={legend} state={state} />
      <FileField form={form} name={`${name}File`} label={label} hint={hint} accept={endings(pictureKinds)} state={state} />
      <TextField form={form} name={`${name}Alt`} label={alt.label} hint={alt.hint} max={limits.altLength} state={state} />
    </>
  );
}

function Kept({ form, field, legend, state }: { form: string; field: PictureName | 'documents'; legend: string; state: FormState }) {
  const { t } = useTexts();
  const chosen = chosenIn(state, field);
  if (chosen.length === 0) return null;
  const choices = chosen.map((file) => ({ value: written(file), label: file.name, by: 'anybody' as const }));
  const values = choices.map(({ value }) => value);
  return (
    <Choices form={form} name={field} legend={legend} hint={t('files.untick')} multiple choices={choices} chosen={values} state={state} />
  );
}
