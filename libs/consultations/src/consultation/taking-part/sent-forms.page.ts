import { blankForm } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';

/** Forms that were sent and refused, by their names on the page. */
export type SentForms = Readonly<Record<string, FormState>>;

/** The name of an activity's form on the page of its consultation, where several activities may have the same forms. */
export function formOf(activityId: string, form: string): string {
  return `${form}.${activityId}`;
}

/** The forms of an activity as the page shows them: as they were sent, or blank. A form has one key however often the page shows it. */
export function formsOf(activityId: string, names: readonly string[], sent: SentForms): (name: string) => FormState {
  const forms = new Map(names.map((name) => [name, sent[formOf(activityId, name)] ?? blankForm()]));
  return (name) => {
    const form = forms.get(name);
    if (!form) throw new Error(`The method has no form "${name}".`);
    return form;
  };
}
