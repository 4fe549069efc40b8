import type { ComponentChildren } from 'preact';
import { useIds } from './part';
import { useTexts } from './texts-context';

export interface FormError {
  /** The name of the field at fault; absent when the whole form is. */
  readonly field?: string;
  readonly message: string;
}

/** A form as it was sent: what was typed is shown again beside what was wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: readonly FormError[];
  /** The idempotency key: the same form sent twice counts once. Another one each time that the form is shown. */
  readonly key: string;
  /**
   * Set when the form was overtaken: it, or another that came after it, was accepted with other content. What stands is shown, not what was
   * sent.
   */
  readonly isOvertaken?: boolean;
}

/** Gives the ids of the fields of a form, in the part of the page where it stands. */
export function useFieldIds(form: string): (field: string) => string {
  const id = useIds();
  return (field) => id(`${form}-${field}`);
}

export interface FieldProps {
  form: string;
  name: string;
  label: string;
  state: FormState;
  hint?: string;
  /** How many characters are taken at most. It is said, and counted while somebody types; nothing that is pasted is cut. */
  max?: number;
}

/** What a field is made of, with what was typed into it and what was wrong with that. */
export function useField({ form, name, state, hint, max }: Pick<FieldProps, 'form' | 'name' | 'state' | 'hint' | 'max'>) {
  const id = useFieldIds(form)(name);
  const error = state.errors.find(({ field }) => field === name);
  const typed = state.values[name];
  return {
    id,
    error,
    value: typeof typed === 'string' ? typed : '',
    attributes: {
      id,
      name,
      'aria-invalid': error ? ('true' as const) : undefined,
      'data-max': max,
      'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`, max && `${id}-most`].filter(Boolean).join(' ') || undefined,
    },
  };
}

export function FieldFrame(props: {
  id: string;
  label: string;
  hint?: string;
  max?: number;
  error?: FormError;
  children: ComponentChildren;
}) {
  const { t } = useTexts();
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      {props.hint && (
        <p data-field="description" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children}
      {props.max !== undefined && (
        <p class="field-most" id={`${props.id}-most`}>
          {t('field.most', { max: props.max })}
        </p>
      )}
      {props.error && (
        <p class="ds-validation-message" data-field="validation" id={`${props.id}-error`}>
          {props.error.message}
        </p>
      )}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
