import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { lines } from '../form';

/** One line of a field that takes a list. */
export interface Entry {
  /** From 1. */
  readonly number: number;
  readonly words: string;
}

/** As many characters as tell one line from others. */
const enough = 40;

/**
 * The line that is meant where a form has one field for a list, with a line for each entry.
 * @param fault the field that the API names, such as `phases[0].activities[0].options[3].text`
 * @param field the field of the form where it is said
 */
export function entryAt(fault: string, field: string | undefined, { values }: Pick<FormState, 'values'>): Entry | undefined {
  const typed = field === undefined ? undefined : values[field];
  if (field === undefined || typeof typed !== 'string') return undefined;
  const at = placeIn(fault, field);
  const words = at === undefined ? undefined : lines(typed)[at];
  return words === undefined ? undefined : { number: at! + 1, words };
}

/** What is meant of what was chosen, where a form has one field for a list that is chosen from. */
export function chosenAt(fault: string, field: string | undefined, { values }: Pick<FormState, 'values'>): string | undefined {
  const at = field === undefined ? undefined : placeIn(fault, field);
  return at === undefined ? undefined : [values[field!] ?? []].flat()[at];
}

/** Where in the list of a field, from 0. */
function placeIn(fault: string, field: string): number | undefined {
  const list = field.split('.').at(-1)!.replace(/\[\d+\]$/, '');
  const behind = fault.startsWith(`${field}[`) ? fault.slice(field.length) : fault.slice(Math.max(0, fault.lastIndexOf(`${list}[`)) + list.length);
  const [, at] = /^\[(\d+)\]/.exec(behind) ?? [];
  return at === undefined ? undefined : Number(at);
}

export function withEntry({ number, words }: Entry, message: string, { t }: Texts): string {
  const shown = [...words];
  return t('field.entry', { number, words: shown.length > enough ? `${shown.slice(0, enough).join('')}…` : words, message });
}
