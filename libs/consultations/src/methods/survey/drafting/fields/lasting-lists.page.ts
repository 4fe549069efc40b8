import { lines, type Sent } from '@isegoria/portal-kit';
import type { QuestionOption } from '../../questionnaire/questionnaire.contract';

/** Beside a field with a line for each entry: which ids the entries had when the form was shown. */
export const idsName = (name: string) => `${name}.ids`;

/**
 * The entries of a field, a line each. They keep their ids while people write: a line that was there before keeps its own, one that was
 * reworded in its place as well, and a new one gets one that no other has. Conditions and counts name these ids; nobody has to see them.
 * @param ids what the field beside it says: see {@link idsName}
 */
export function listSaid(text: string, ids: string): QuestionOption[] {
  const texts = lines(text);
  const before = idsIn(ids);
  const left = [...before];
  const take = (found: (entry: QuestionOption) => boolean): string | undefined => {
    const at = left.findIndex(found);
    return at < 0 ? undefined : left.splice(at, 1)[0]!.id;
  };
  const same = texts.map((text) => take((entry) => entry.text === text));
  const isSameLength = texts.length === before.length;
  const kept = same.map((id, index) => id ?? (isSameLength ? take((entry) => entry.id === before[index]!.id) : undefined));
  const used = new Set([...before.map(({ id }) => id), ...kept]);
  return texts.map((text, index) => ({ id: kept[index] ?? newId(used), text }));
}

/** The lowest number that is no id yet. */
export function newId(used: Set<string | undefined>, beginning = ''): string {
  let number = 1;
  while (used.has(`${beginning}${number}`)) number++;
  used.add(`${beginning}${number}`);
  return `${beginning}${number}`;
}

export function listAsFields(name: string, entries: readonly QuestionOption[] = []): Sent {
  return { [name]: entries.map(({ text }) => text).join('\n'), [idsName(name)]: JSON.stringify(entries) };
}

/** What a page of ours sends back; anything else names no ids. */
function idsIn(text: string): QuestionOption[] {
  try {
    const entries = JSON.parse(text || '[]') as unknown;
    if (!Array.isArray(entries)) return [];
    return entries.filter(
      (entry: Partial<QuestionOption> | null) => typeof entry?.id === 'string' && typeof entry.text === 'string',
    ) as QuestionOption[];
  } catch {
    return [];
  }
}
