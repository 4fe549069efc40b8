import { InAnyOrder, NotCompared, OneOf, Said, SealedWords } from '@isegoria/audit-kit';

type Members = Readonly<Record<string, unknown>>;

/**
 * An answer as the log has it at some place: what is counted anew, and from an answer of another moment what the log does not say, such as
 * words of citizens and what is only in answers.
 */
export function asTheLogHasIt<Answer>(answer: Answer, counted: unknown): Answer {
  return merged(answer, counted) as Answer;
}

function merged(answer: unknown, must: unknown): unknown {
  if (must instanceof Said) return merged(answer, must.must);
  if (must instanceof OneOf) return must.values.includes(answer) ? answer : must.values[0];
  if (must instanceof InAnyOrder) return sameOnes(answer, must.items) ? answer : must.items;
  if (must instanceof NotCompared || must instanceof SealedWords) return answer ?? null;
  if (Array.isArray(must)) return must.map((item: unknown, index) => merged(itemLike(item, answer, index), item));
  if (typeof must !== 'object' || must === null) return must;
  const members = isObject(answer) ? answer : {};
  return { ...members, ...Object.fromEntries(Object.entries(must).map(([name, value]) => [name, merged(members[name], value)])) };
}

/** An item of a list is known by the first text in it that the log says. */
function itemLike(item: unknown, list: unknown, index: number): unknown {
  if (!Array.isArray(list)) return undefined;
  const told = item instanceof Said ? item.must : item;
  const name = isObject(told) ? Object.entries(told).find(([, value]) => typeof value === 'string') : undefined;
  if (!name) return list[index];
  return list.find((one: unknown) => isObject(one) && one[name[0]] === name[1]);
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const sameOnes = (answer: unknown, items: readonly unknown[]): boolean =>
  Array.isArray(answer) && JSON.stringify([...(answer as unknown[])].sort()) === JSON.stringify([...items].sort());
