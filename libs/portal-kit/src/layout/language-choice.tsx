import { languages, ownNameOf } from '@isegoria/texts';
import { Choices, useTexts, type FormState } from '@isegoria/ui';
import { textOf } from '../forms/form';

/** Which language something is written in. */
export function LanguageChoice(props: { form: string; state: FormState; legend?: string }) {
  const { t } = useTexts();
  return (
    <Choices
      form={props.form}
      name="language"
      legend={props.legend ?? t('field.language')}
      choices={languages.map((language) => ({ value: language, label: ownNameOf(language), language }))}
      chosen={[textOf(props.state, 'language')]}
      state={props.state}
    />
  );
}
