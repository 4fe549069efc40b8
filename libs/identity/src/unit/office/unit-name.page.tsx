import { limits, type TextByLanguage } from '@isegoria/kernel';
import { describeFields, fieldsByLanguage, textOf, wordsByLanguage } from '@isegoria/portal-kit';
import { TextField, languages, useTexts, type FormState } from '@isegoria/ui';
import { makeUnit, renameUnit } from '../unit.contract';

for (const contract of [makeUnit, renameUnit])
  describeFields({ names: { wrong: 'units.namesWrong', max: limits.nameLength } }, contract as typeof makeUnit);

/** What a unit is called: for everybody, and in languages of the site in which it is called otherwise. */
export function UnitNameFields(props: { form: string; label: string; state: FormState }) {
  const { t, nameOf } = useTexts();
  const { label, ...field } = props;
  return (
    <>
      <TextField {...field} name="name" label={label} hint={t('units.nameHint')} max={limits.nameLength} />
      {languages.map((language, index) => (
        <TextField
          {...field}
          name={`names.${language}`}
          label={t('units.nameIn', { language: nameOf(language) })}
          hint={index === 0 ? t('units.nameInHint') : undefined}
          max={limits.nameLength}
          key={language}
        />
      ))}
    </>
  );
}

/** What the fields say. */
export const unitWordsSaid = (form: FormState) => ({ name: textOf(form, 'name'), names: wordsByLanguage(form, 'names') });

export const unitWordsAsFields = (words: { name: string | null; names: TextByLanguage }): Readonly<Record<string, string>> => ({
  name: words.name ?? '',
  ...fieldsByLanguage('names', words.names),
});
