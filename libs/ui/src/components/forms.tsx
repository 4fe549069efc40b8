import type { ComponentChildren } from 'preact';
import { Heading } from './basics';
import { Compared } from './compared';
import { FieldFrame, differenceIn, useField, useFieldIds, type Choice, type FieldProps, type FormError, type FormState } from './fields';
import { useIds } from './part';
import { useTexts } from './texts-context';
import { Words } from './words';

interface FormProps {
  /** Names the form on its page; the ids of its fields begin with it. */
  name: string;
  action: string;
  state: FormState;
  children: ComponentChildren;
  class?: string;
  /** Set where it only asks for a page, and changes nothing. */
  asks?: boolean;
  /** Set where it brings files. */
  withFiles?: boolean;
}

/** A plain HTML form with what is wrong with it on top; one that changes something has its idempotency key. */
export function Form(props: FormProps) {
  const id = useIds();
  return (
    <form
      method={props.asks ? 'get' : 'post'}
      action={props.action}
      enctype={props.withFiles ? 'multipart/form-data' : undefined}
      noValidate
      class={props.class ?? 'form'}
      id={id(props.name)}
    >
      <ErrorSummary form={props.name} errors={props.state.errors} />
      <StaleNote state={props.state} />
      {!props.asks && <KeyAndVersion state={props.state} />}
      {props.children}
    </form>
  );
}

function KeyAndVersion({ state }: { state: FormState }) {
  return (
    <>
      <input type="hidden" name="key" value={state.key} />
      {state.version !== undefined && <input type="hidden" name="version" value={state.version} />}
    </>
  );
}

/** Everything that a form says, for a page on which it is confirmed. */
export function SaidBefore({ values }: Pick<FormState, 'values'>) {
  const said = Object.entries(values).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const));
  return (
    <>
      {said.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
    </>
  );
}

/** How to go on after somebody else changed the same thing. */
function StaleNote({ state }: { state: FormState }) {
  const { t } = useTexts();
  if (!state.standing) return null;
  const differs = Object.keys(state.standing).some((name) => differenceIn(state, name));
  return <p class="form-note">{t(differs ? 'compared.merge' : 'compared.lookAgain')}</p>;
}

/** Lists what is wrong, each line a link to its field. */
export function ErrorSummary(props: { form: string; errors: readonly FormError[] }) {
  const { t } = useTexts();
  const fieldId = useFieldIds(props.form);
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
              <a class="ds-link" href={`#${fieldId(field)}`}>
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

export function TextField(props: FieldProps & { type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local'; autocomplete?: string }) {
  const type = props.type ?? 'text';
  // How long a password may be is said with what else it has to be.
  const max = type === 'password' ? undefined : props.max;
  const { id, error, value, differs, isNearLimit, attributes } = useField({ ...props, max });
  const told = { label: props.label, hint: props.hint, max, isNearLimit, error };
  return (
    <FieldFrame id={id} {...told} differs={type === 'password' ? undefined : differs}>
      <input
        class="ds-input"
        type={type}
        value={type === 'password' ? undefined : value}
        autocomplete={props.autocomplete ?? 'off'}
        dir={type === 'email' || type.startsWith('date') ? 'ltr' : 'auto'}
        {...attributes}
      />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & { rows?: number; mono?: boolean }) {
  const { id, error, value, differs, isNearLimit, attributes } = useField(props);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} max={props.max} {...{ isNearLimit, error, differs }}>
      <textarea class={`ds-input ${props.mono ? 'mono' : ''}`} rows={props.rows ?? 4} dir={props.mono ? 'ltr' : 'auto'} {...attributes}>
        {value}
      </textarea>
    </FieldFrame>
  );
}

/** Radio buttons, or checkboxes when several may be chosen. */
export function Choices(props: {
  form: string;
  name: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  choices: readonly Choice[];
  chosen: readonly string[];
  multiple?: boolean;
  /** Tells its ids from those of others that fill the same field. */
  part?: string;
  state: FormState;
}) {
  const wrong = props.state.errors.find(({ field }) => field === props.name);
  const isWrong = (value: string) => wrong !== undefined && (wrong.chosen?.includes(value) ?? true);
  const error = props.part === undefined || props.choices.some(({ value }) => isWrong(value)) ? wrong : undefined;
  const fieldId = useFieldIds(props.form)(props.name);
  const id = props.part === undefined ? fieldId : `${fieldId}-${props.part}`;
  // What is said on top of the form leads to the first that is at fault.
  const led = Math.max(0, props.choices.findIndex(({ value }) => isWrong(value)));
  const idAt = (index: number) => (index === led ? (error ? fieldId : id) : `${id}-${index}`);
  const differs = differenceIn(props.state, props.name, props.choices);
  return (
    <fieldset
      class="ds-fieldset"
      aria-describedby={[props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend class="ds-label">{props.legend}</legend>
      {props.hint && (
        <p data-field="description" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {differs && <Compared texts={differs} />}
      {props.choices.map(({ value, label, by, language, shown }, index) => (
        <div class="ds-field choice" data-variant="outline" key={value}>
          <input
            class="ds-input"
            type={props.multiple ? 'checkbox' : 'radio'}
            name={props.name}
            value={value}
            id={idAt(index)}
            checked={props.chosen.includes(value)}
            aria-invalid={isWrong(value) ? 'true' : undefined}
            aria-describedby={wrong?.chosen && isWrong(value) ? `${id}-error` : undefined}
          />
          <label class="ds-label" for={idAt(index)}>
            {shown ?? (by || language ? <Words text={label} by={by} language={language} /> : <bdi>{label}</bdi>)}
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

export function SubmitButton(props: {
  variant?: 'primary' | 'secondary' | 'tertiary';
  danger?: boolean;
  name?: string;
  value?: string;
  children: ComponentChildren;
}) {
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
