import { limits, type TextByLanguage } from '@isegoria/kernel';
import { describeFields, fieldsByLanguage, wordsByLanguage } from '@isegoria/portal-kit';
import { TextArea, TextField, languages, useTexts, type FormState } from '@isegoria/ui';
import { addCategory, renameCategory } from '../category.contract';

for (const contract of [addCategory, renameCategory])
  describeFields(
    {
      names: { wrong: 'categories.nameWrong', max: limits.nameLength },
      about: { wrong: 'categories.aboutWrong', max: limits.summaryLength },
    },
    contract as typeof addCategory,
  );

/** What a category is called and what it is about, in each language of the site. */
export function CategoryFields(props: { form: string; state: FormState }) {
  const { t, nameOf } = useTexts();
  return (
    <>
      {languages.map((language, index) => (
        <TextField
          {...props}
          name={`names.${language}`}
          label={t('categories.name', { language: nameOf(language) })}
          hint={index === 0 ? t('categories.nameHint') : undefined}
          max={limits.nameLength}
          key={language}
        />
      ))}
      {languages.map((language, index) => (
        <TextArea
          {...props}
          name={`about.${language}`}
          label={t('categories.about', { language: nameOf(language) })}
          hint={index === 0 ? t('categories.aboutHint') : undefined}
          max={limits.summaryLength}
          rows={2}
          key={language}
        />
      ))}
    </>
  );
}

/** What the fields say; a language whose field is empty is left out. */
export const categoryWordsSaid = (form: FormState) => ({ names: wordsByLanguage(form, 'names'), about: wordsByLanguage(form, 'about') });

export function categoryWordsAsFields(words: { names: TextByLanguage; about: TextByLanguage | null }): Record<string, string> {
  return { ...fieldsByLanguage('names', words.names), ...fieldsByLanguage('about', words.about) };
}
