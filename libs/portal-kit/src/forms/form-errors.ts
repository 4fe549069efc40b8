import type { ApiProblem } from '@isegoria/api-client';
import type { Texts } from '@isegoria/texts';
import type { FormError, FormState } from '@isegoria/ui';
import { fieldRefusedBy, fieldWords } from './fields';

/** What the API refused, as the lines of an error summary. */
export function formErrors(error: ApiProblem, texts: Texts, form: FormState): FormError[] {
  const { code, detail, field = fieldRefusedBy(code) } = error.problem;
  if (code === 'IDEMPOTENCY_KEY_REUSED') return [{ message: texts.t('form.overtaken') }];
  const message = detail || texts.t('error.generic');
  if (field === undefined) return [{ message }];
  const words =
    code === 'VALIDATION_FAILED'
      ? segmentsOf(field)
          .map(fieldWords)
          .find((known) => known?.wrong)
      : undefined;
  return [
    { field: inForm(form, field), message: words?.wrong ? texts.t(words.wrong, { max: words.max ?? 0, min: words.min ?? 0 }) : message },
  ];
}

/**
 * The field of the form that is meant. The API names the whole way, such as `phases[0].activities[0].options[3]`; a form may have one field
 * for a list, and one for each part of an object.
 */
function inForm(form: FormState, field: string): string {
  const names = Object.keys(form.values);
  const segments = segmentsOf(field);
  const last = (name: string) => segmentsOf(name)[0];
  return (
    [field, ...segments].find((name) => names.includes(name)) ??
    names.find((name) => last(name) === segments[0]) ??
    segments.find((name) => fieldWords(name)) ??
    segments.at(-1)!
  );
}

/** The names in a path, the innermost first. */
function segmentsOf(field: string): string[] {
  return field
    .replace(/\[\d+\]/g, '')
    .split('.')
    .reverse();
}
