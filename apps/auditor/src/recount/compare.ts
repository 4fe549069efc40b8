import {
  Finding,
  InAnyOrder,
  NotCompared,
  OneOf,
  Said,
  SealedWords,
  type AnsweredView,
  type FindingKind,
  type PublishedView,
} from '@isegoria/audit-kit';
import { amongResults, tallies } from '@isegoria/consultations/recount';
import type { Recounted } from './recount';

type Compares = Pick<Recounted, 'published' | 'results' | 'views'>;

/**
 * Compares what the site publishes about a consultation with the recount.
 * @returns how many figures were equal
 * @throws Finding tally, figure or that of a view, naming the first difference
 */
export function compare({ published: { id, results: given, views }, results, views: recounted }: Compares, met: Met): number {
  const figures = equal(given, amongResults(results), { what: `Consultation ${id}`, kind: 'figure', met });
  return figures + compareViews(views, (view) => recounted.get(view), met);
}

/** Compares what the site answers besides the results. */
export function compareViews(views: readonly AnsweredView[], recounted: (view: PublishedView) => object | undefined, met: Met): number {
  const beside = views.map(({ view, answer }) => {
    const compared = { what: `The ${view.name} of activity ${view.activityId}`, kind: view.finding, met };
    return equal(answer, recounted(view) ?? view.beforeItBegan, compared);
  });
  return sum(beside);
}

/** Something that is compared, and with what. */
export interface Compared {
  readonly what: string;
  readonly kind: FindingKind;
  /** What was met on the way that is no figure. */
  readonly met: Met;
  /** The entry that says it, where one does. */
  readonly seq?: number;
}

/** Takes note of what cannot be told from the log alone. */
export interface Met {
  /** @throws Finding where the words are known not to be those of the log */
  sealed(words: SealedWords, published: string | null, told: Compared): void;
  notCompared(why: string): void;
}

/**
 * Compares everything that the recount has, in whatever shape; what is published besides is for others to compare, but an extra item of a
 * list is a difference.
 * @returns how many values were equal
 * @throws Finding of the kind, naming the entry where one says it
 */
export function equal(published: unknown, must: unknown, told: Compared): number {
  if (must instanceof Said) return equal(published, must.must, { ...told, seq: must.seq });
  if (must instanceof OneOf) return must.values.includes(published) ? 1 : differ(published, must.values[0], told);
  if (must instanceof InAnyOrder) return listsEqual(Array.isArray(published) ? sorted(published) : published, sorted(must.items), told);
  if (must instanceof NotCompared) return (told.met.notCompared(must.why), 0);
  if (must instanceof SealedWords) return wordsMet(published, must, told);
  if (Array.isArray(must)) return listsEqual(published, must, told);
  if (typeof must !== 'object' || must === null) return published === must ? 1 : differ(published, must, told);
  if (typeof published !== 'object' || published === null) return differ(published, must, told);
  return membersEqual(published as Record<string, unknown>, must as Record<string, unknown>, told);
}

function membersEqual(published: Record<string, unknown>, must: Record<string, unknown>, told: Compared): number {
  // What a later version shows besides.
  if (told.kind === 'words')
    for (const name of Object.keys(published))
      if (!(name in must)) told.met.notCompared(`what "${name}" says, which this version of the auditor does not know`);
  const kindOf = (name: string) => (told.kind === 'figure' && tallies.includes(name) ? 'tally' : told.kind);
  return sum(
    Object.entries(must).map(([name, value]) =>
      equal(published[name], value, { ...told, what: `${told.what}, ${name}`, kind: kindOf(name) }),
    ),
  );
}

function wordsMet(published: unknown, words: SealedWords, told: Compared): number {
  if (published !== null && typeof published !== 'string') differ(published, words.what, told);
  told.met.sealed(words, published as string | null, told);
  return 1;
}

function listsEqual(published: unknown, must: readonly unknown[], told: Compared): number {
  const list: readonly unknown[] = Array.isArray(published) ? published : [];
  const values = must.map((item, index) => equal(list[index], item, { ...told, what: `${singular(told.what)} ${nameOf(item) ?? index}` }));
  if (list.length > must.length) {
    const extra = list[must.length];
    throw new Finding(told.kind, `${told.what}: published ${nameOf(extra) ?? shown(extra)}, which the recount does not have.`, told.seq);
  }
  return sum(values);
}

function differ(published: unknown, must: unknown, { kind, what, seq }: Compared): never {
  const entry = seq === undefined ? '' : ` Entry ${seq} says it.`;
  throw new Finding(kind, `${what}: published ${shown(published)}, recounted ${shown(must)}.${entry}`, seq);
}

const sorted = (items: readonly unknown[]) => [...items].sort();

/** An item of a list is identified by the first text in it. */
function nameOf(item: unknown): string | undefined {
  if (item instanceof Said) return nameOf(item.must);
  const name = Object.values((item ?? {}) as Record<string, unknown>).find((value) => typeof value === 'string');
  return name as string | undefined;
}

/** `statements` are of one `statement` each, `activities` of one `activity`. */
function singular(list: string): string {
  return list.endsWith('ies') ? list.replace(/ies$/, 'y') : list.replace(/s$/, '');
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
