import { moderationRules, type ModerationRule } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import { SelectField, TextField, useTexts, type FormState } from '@isegoria/ui';
import { textOf } from '../forms/form';
import { wordsOfRule } from './public-reason';

/** A rule of a list, and words of one's own where none fits or more is to be said. */
export function ReasonFields(props: { form: string; state: FormState }) {
  const { t } = useTexts();
  const { form, state } = props;
  const choices = [{ value: '', label: t('reason.own') }, ...moderationRules.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))];
  return (
    <>
      <SelectField
        form={form}
        name="rule"
        label={t('reason.rule')}
        hint={t('reason.ruleHint')}
        choices={choices}
        chosen={textOf(state, 'rule')}
        state={state}
      />
      <TextField form={form} name="reason" label={t('reason.words')} hint={t('reason.wordsHint')} state={state} max={limits.reasonLength} />
    </>
  );
}

/** What the two fields say. Without a rule the words are needed, and the API says so. */
export function reasonIn(form: FormState): { reason: string; rule?: ModerationRule } {
  const rule = moderationRules.find((one) => one === textOf(form, 'rule'));
  const words = textOf(form, 'reason').trim();
  return rule ? { rule, reason: words === '' ? wordsOfRule(rule) : words } : { reason: words };
}
