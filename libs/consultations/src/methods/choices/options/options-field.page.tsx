import { describeFields, lines, textOf } from '@isegoria/portal-kit';
import { TextArea, useTexts, type FormState } from '@isegoria/ui';
import type { ActivityView } from '../../../activity/activity.contract';
import type { DraftFieldsProps } from '../../method/method.page';

describeFields({ options: { label: 'field.options', wrong: 'field.options.wrong' } });

/** Where an office writes what people choose from, one option a line. */
export function OptionsField({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return <TextArea form="draft" name={`${at}options`} label={t('field.options')} hint={t('field.onePerLine')} state={form} rows={5} />;
}

export const optionsTyped = (form: FormState): string[] => lines(textOf(form, 'options'));

export const optionsAsTyped = ({ settings }: ActivityView): string => (settings.options ?? []).map(({ text }) => text).join('\n');

/** What translators have to translate of them. */
export const optionsInWords = (_visit: unknown, { settings }: ActivityView): Promise<string[]> =>
  Promise.resolve((settings.options ?? []).map(({ text }) => text));
