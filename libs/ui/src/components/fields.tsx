import type { Language } from '@isegoria/kernel';
import type { ComponentChildren } from 'preact';
import { Compared, type TwoTexts } from './compared';
import { useIds } from './part';
import { useTexts } from './texts-context';

export interface FormError {
  /** The name of the field at fault; absent when the whole form is. */
  readonly field?: string;
  readonly message: string;
  /** Of what was chosen in the field: what is at fault. Absent when all of it is, or when it is no choice. */
  readonly chosen?: readonly string[];
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
  /** The version of what the form changes, as it was when it was shown: sent with it, so that nobody's change is overwritten unseen. */
  readonly version?: number;
  /** Set when somebody else had changed it in the meantime, and so the form was refused. */
  readonly isStale?: boolean;
  /** What stands by now, field by field, beside what was typed; only in a form that was refused as stale. */
  readonly standing?: FormState['values'];
}

/** Gives the ids of the fields of a form, in the part of the page where it stands. */
export function useFieldIds(form: string): (field: string) => string {
  const id = useIds();
  return (field) => id(`${form}-${field}`);
}

export interface FieldProps {
  form: string;
  name: string;
  /** An element where it quotes somebody, in a language of its own. */
  label: ComponentChildren;
  state: FormState;
  hint?: ComponentChildren;
  /** How many characters are taken at most. It is said once what was typed comes near it; nothing that is pasted is cut. */
  max?: number;
}

/** From what part of a limit on it is said; most texts are much shorter, and a limit in sight of each would only be in the way. */
const nearLimit = 0.8;

/** What a field is made of, with what was typed into it and what was wrong with that. */
export function useField({ form, name, state, hint, max }: Pick<FieldProps, 'form' | 'name' | 'state' | 'hint' | 'max'>) {
  const id = useFieldIds(form)(name);
  const error = state.errors.find(({ field }) => field === name);
  const typed = state.values[name];
  return {
    id,
    error,
    differs: differenceIn(state, name),
    value: typeof typed === 'string' ? typed : '',
    isNearLimit: max !== undefined && typeof typed === 'string' && typed.length >= max * nearLimit,
    attributes: {
      id,
      name,
      'aria-invalid': error ? ('true' as const) : undefined,
      'data-max': max,
      'data-near': max === undefined ? undefined : Math.ceil(max * nearLimit),
      'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`, max && `${id}-most`].filter(Boolean).join(' ') || undefined,
    },
  };
}

/** What stands in a field and what was typed there, where somebody else changed it in the meantime and the two differ. */
export function differenceIn({ standing, values }: FormState, name: string, choices: readonly Choice[] = []): TwoTexts | undefined {
  if (!standing || !Object.hasOwn(standing, name)) return undefined;
  const [stands, typed] = [standing[name], values[name]].map((value) =>
    [value ?? '']
      .flat()
      .map((one) => labelOf(choices, one))
      .join(', '),
  );
  return stands === typed ? undefined : { stands: stands!, typed: typed!, isChoice: choices.length > 0 };
}

export function FieldFrame(props: {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  max?: number;
  isNearLimit?: boolean;
  error?: FormError;
  differs?: TwoTexts;
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
      {props.differs && <Compared texts={props.differs} />}
      {props.children}
      {props.max !== undefined && (
        <p class="field-most" id={`${props.id}-most`} hidden={!props.isNearLimit}>
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
  /** Set where the label is somebody's words. */
  readonly by?: 'office' | 'anybody';
  /** Of the label, where it is known not to be that of the page. */
  readonly language?: Language;
  /** Stands for the label where it quotes somebody. */
  readonly shown?: ComponentChildren;
}

export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
