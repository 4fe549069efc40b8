import { choiceFields, choose, chosenIn, isAsDrawn, type Chosen } from './chosen';
import { say, sayNothing } from './say';

/**
 * What is typed and chosen, until the platform has accepted it. In the storage of this tab, which goes with the tab and at
 * sign-out, since the machine may be one that others use; and it is offered to the account alone that did so.
 */
interface Kept {
  readonly account: string;
  /** The key of the form: sent again under it, the same words are counted once. */
  readonly key: string;
  /** The version of what stood when it was typed: put into a page that shows a later one, it must not pass for a change of that. */
  readonly version?: string;
  /** From what the page was begun, by the fields that say so: what was typed then is no change of what came since. */
  readonly begun?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** What is chosen in lists and groups, by their names; absent in a copy that an earlier program made. */
  readonly chosen?: Chosen;
}

const prefix = 'isegoria-form ';
const account = document.documentElement.dataset['account'] ?? '';

/** A form with a password or a code in it is kept nowhere. */
const secrets = '[type=password], [autocomplete=one-time-code]';
const typedFields = 'textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])';

export function keep(form: HTMLFormElement): void {
  const fields = Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value]));
  const key = keyOf(form)?.value;
  const isUntouched = Object.values(fields).every((value) => value.trim() === '') && isAsDrawn(form);
  if (key === undefined || form.querySelector(secrets) || isUntouched) return;
  write(nameOf(form), { account, ...steeringOf(form, key), fields, chosen: chosenIn(form) });
}

/** Puts back what this account had typed and chosen, unless the page has it already: after a refusal the platform sends it. */
export function offerKept(form: HTMLFormElement): void {
  const kept = read(nameOf(form));
  if (!kept || kept.account !== account || form.querySelector('.ds-error-summary')) return;
  const changed = fieldsOf(form).filter(({ name, value }) => (kept.fields[name] ?? value) !== value);
  const drawn = steeringOf(form, keyOf(form)!.value);
  const hasChosen = choose(form, kept.chosen ?? {});
  if (changed.length === 0 && !hasChosen) return;
  for (const field of changed) field.value = kept.fields[field.name]!;
  steer(form, kept);
  // Other scripts show what depends on it.
  form.dispatchEvent(new Event('change'));
  const { kept: words = '', discard = '' } = document.documentElement.dataset;
  say(form, `${words} `, discardButton(form, drawn, discard));
}

function discardButton(form: HTMLFormElement, drawn: Steering, words: string): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-link', textContent: words });
  button.addEventListener('click', () => {
    sessionStorage.removeItem(nameOf(form));
    form.reset();
    steer(form, drawn);
    for (const field of fieldsOf(form)) field.dispatchEvent(new Event('input'));
    form.dispatchEvent(new Event('change'));
    sayNothing(form);
    (fieldsOf(form)[0] ?? form.querySelector<HTMLElement>(choiceFields))?.focus();
  });
  return button;
}

/** Forgets the form that was accepted, and whatever another account typed in this tab. */
export function forgetAccepted(acceptedKey: string | undefined, current: string | undefined): void {
  for (const name of names()) {
    const kept = read(name);
    const isOfAnother = current !== undefined && kept?.account !== '' && kept?.account !== current;
    if (!kept || kept.key === acceptedKey || isOfAnother) sessionStorage.removeItem(name);
  }
}

export function forgetAll(): void {
  for (const name of names()) sessionStorage.removeItem(name);
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>(typedFields)].filter(({ name }) => name !== '');
}

function keyOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=key]');
}

function versionOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=version]');
}

function begunOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[data-begun]')];
}

type Steering = Pick<Kept, 'key' | 'version' | 'begun'>;

function steeringOf(form: HTMLFormElement, key: string): Steering {
  const begun = Object.fromEntries(begunOf(form).map(({ name, value }) => [name, value]));
  return { key, version: versionOf(form)?.value, begun };
}

function steer(form: HTMLFormElement, { key, version, begun = {} }: Steering): void {
  keyOf(form)!.value = key;
  for (const field of begunOf(form)) field.value = begun[field.name] ?? field.value;
  const field = versionOf(form);
  if (field && version !== undefined) field.value = version;
}

function nameOf(form: HTMLFormElement): string {
  return `${prefix}${new URL(form.action).pathname} ${form.id}`;
}

function names(): string[] {
  return Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
}

function read(name: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Storage may be full or switched off: then there is no copy, and the form works as without this script. */
function write(name: string, kept: Kept): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(name);
  }
}
