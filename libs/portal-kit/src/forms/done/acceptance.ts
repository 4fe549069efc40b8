import { rolesWith, type CommandContract } from '@isegoria/kernel';
import type { FormState } from '@isegoria/ui';
import { doneTexts } from './done.texts';

/** That a form was accepted, for the page to which its answer leads. */
export interface Acceptance {
  /** The key of the form: the copy of it that the browser kept can go. */
  readonly key: string;
  /** The command, if it is an act of somebody in office or has a sentence of its own: pages of citizens say what was done by themselves. */
  readonly act: string | undefined;
  /** How many things it was done to. */
  readonly count: number;
  /** The path of the page. */
  readonly path: string;
}

/** In place of the name of a command that changed nothing. */
export const nothingDone = 'Nothing';

const none = '-';

export function acceptanceOf(
  { key }: Pick<FormState, 'key'>,
  { name, may }: Pick<CommandContract, 'name' | 'may'>,
  count = 1,
): Omit<Acceptance, 'path'> {
  return { key, act: isTold({ name, may }) ? name : undefined, count };
}

/** Whether the next page says what was done: others say it themselves, in their own words. */
export function isTold({ name, may }: Pick<CommandContract, 'name' | 'may'>): boolean {
  return Object.hasOwn(rolesWith, may) || Object.hasOwn(doneTexts, `done.${name}`);
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
