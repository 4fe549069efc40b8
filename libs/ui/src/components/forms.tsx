import type { ComponentChildren } from 'preact';
import { Heading } from './basics';
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
  /** Set when the form was overtaken: it, or another that came after it, was accepted with other content. What stands is shown, not what was sent. */
  readonly isOvertaken?: boolean;
}

const fieldId = (form: string, field: string): string => `${form}-${field}`;

interface FormProps {
  /** Names the form on its page; the ids of its fields begin with it. */
  name: string;
  action: string;
  state: FormState;
  children: ComponentChildren;
  class?: string;
}

/** A plain HTML form with its idempotency key, and what is wrong with it on top. */
export function Form(props: FormProps) {
  return (
    <form method="post" action={props.action} noValidate class={props.class ?? 'form'} id={props.name}>
      <ErrorSummary form={props.name} errors={props.state.errors} />
      <input type="hidden" name="key" value={props.state.key} />
      {props.children}
    </form>
  );
}

/** Lists what is wrong, each line a link to its field. */
export function ErrorSummary(props: { form: string; errors: readonly FormError[] }) {
  const { t } = useTexts();
  if (props.errors.length === 0) return null;
  return (
    <div class="ds-error-summary" role="alert" tabIndex={-1} autofocus>
      <Heading level={2} size="xs">
        {t('form.errors')}
      </Heading>
      <ul class="ds-list">
        {props.errors.map(({ field, message }) => (
          <li key={message}>
            {field ? (
              <a class="ds-link" href={`#${fieldId(props.form, field)}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  form: string;
  name: string;
  label: string;
  state: FormState;
  hint?: string;
  /** How many characters are taken at most; said to the browser too. */
  max?: number;
}

function useField({ form, name, state, hint }: Pick<FieldProps, 'form' | 'name' | 'state' | 'hint'>) {
  const id = fieldId(form, name);
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
      'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    },
  };
}

function FieldFrame(props: { id: string; label: string; hint?: string; error?: FormError; children: ComponentChildren }) {
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
      {props.error && (
        <p class="ds-validation-message" data-field="validation" id={`${props.id}-error`}>
          {props.error.message}
        </p>
      )}
    </div>
  );
}

export function TextField(props: FieldProps & { type?: 'text' | 'email' | 'password' | 'datetime-local'; autocomplete?: string }) {
  const { id, error, value, attributes } = useField(props);
  const type = props.type ?? 'text';
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error}>
      <input
        class="ds-input"
        type={type}
        value={type === 'password' ? undefined : value}
        maxLength={props.max}
        autocomplete={props.autocomplete ?? 'off'}
        dir={type === 'email' || type === 'datetime-local' ? 'ltr' : 'auto'}
        {...attributes}
      />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & { rows?: number; mono?: boolean }) {
  const { id, error, value, attributes } = useField(props);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error}>
      <textarea class={`ds-input ${props.mono ? 'mono' : ''}`} rows={props.rows ?? 4} maxLength={props.max} dir={props.mono ? 'ltr' : 'auto'} {...attributes}>
        {value}
      </textarea>
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Radio buttons, or checkboxes when several may be chosen. */
export function Choices(props: {
  form: string;
  name: string;
  legend: string;
  hint?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  multiple?: boolean;
  state: FormState;
}) {
  const error = props.state.errors.find(({ field }) => field === props.name);
  const id = fieldId(props.form, props.name);
  return (
    <fieldset class="ds-fieldset" aria-describedby={[props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}>
      <legend class="ds-label">{props.legend}</legend>
      {props.hint && (
        <p data-field="description" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.choices.map(({ value, label }, index) => (
        <div class="ds-field choice" data-variant="outline" key={value}>
          <input
            class="ds-input"
            type={props.multiple ? 'checkbox' : 'radio'}
            name={props.name}
            value={value}
            id={index === 0 ? id : `${id}-${index}`}
            checked={props.chosen.includes(value)}
            aria-invalid={error ? 'true' : undefined}
          />
          <label class="ds-label" for={index === 0 ? id : `${id}-${index}`}>
            <bdi>{label}</bdi>
          </label>
        </div>
      ))}
      {error && (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error.message}
        </p>
      )}
    </fieldset>
  );
}

export function SubmitButton(props: { variant?: 'primary' | 'secondary' | 'tertiary'; danger?: boolean; name?: string; value?: string; children: ComponentChildren }) {
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={props.variant ?? 'primary'}
      data-color={props.danger ? 'danger' : undefined}
      name={props.name}
      value={props.value}
    >
      {props.children}
    </button>
  );
}
