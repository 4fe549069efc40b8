import { rolesWith, type CommandContract } from '@isegoria/kernel';
import type { FormState } from '@isegoria/ui';
import { fieldWords } from '../fields';

/** That a form was accepted, for the page to which its answer leads. */
export interface Acceptance {
  /** The key of the form: the copy of it that the browser kept can go. */
  readonly key: string;
  /** The command, if it is an act of somebody in office: citizens are thanked in other ways. */
  readonly act: string | undefined;
  /** How many things it was done to. */
  readonly count: number;
  /** The path of the page. */
  readonly path: string;
}

const none = '-';

/** @returns undefined where nothing is to be told: of a form with a secret in it browsers keep no copy */
export function acceptanceOf(
  { key, values }: FormState,
  { name, may }: Pick<CommandContract, 'name' | 'may'>,
  count = 1,
): Omit<Acceptance, 'path'> | undefined {
  if (Object.keys(values).some((field) => fieldWords(field, name)?.isSecret)) return undefined;
  return { key, act: Object.hasOwn(rolesWith, may) ? name : undefined, count };
}

/** The value of the cookie in which it goes to the next page. */
export function written({ key, act, count }: Omit<Acceptance, 'path'>, location: string): string {
  return [key, act ?? none, new URL(location, 'http://here.invalid').pathname, count].join(' ');
}

/** @returns undefined for what is none, and on every page but the one to which the answer led */
export function readAcceptance(value: string | undefined, path: string): Acceptance | undefined {
  const [key, act, of, count] = (value ?? '').split(' ');
  if (!key || !act || of !== path) return undefined;
  return { key, act: act === none ? undefined : act, count: /^\d{1,4}$/.test(count ?? '') ? Number(count) : 1, path };
}
