import { Finding, type FindingKind } from '../finding';
import type { Recounted } from './recount';

/** Figures that are the outcome of a vote; all others of a dashboard say how it went. */
const tallies = new Set(['votesCast', 'statements', 'options']);

/**
 * Holds what the site publishes of a consultation against the recount.
 * @returns how many figures were equal
 * @throws Finding tally, figure or map, naming the first difference
 */
export function compare({ published, results, map }: Recounted): number {
  const figures = Object.entries(results).map(([name, value]) => {
    const given = (published.results as unknown as Record<string, unknown>)[name];
    return figuresEqual(given, value, { what: `Consultation ${published.id}, ${name}`, kind: tallies.has(name) ? 'tally' : 'figure' });
  });
  if (!published.map || !map) return sum(figures);
  return sum(figures) + figuresEqual(published.map, map, { what: `The opinion map of consultation ${published.id}`, kind: 'map' });
}

interface Compared {
  readonly what: string;
  readonly kind: FindingKind;
}

/** Compares every figure of the recount; what is published beside them (texts, times) is not compared, but an item too many is. */
function figuresEqual(published: unknown, recounted: unknown, { what, kind }: Compared): number {
  if (Array.isArray(recounted)) return listsEqual(published, recounted, { what, kind });
  if (typeof recounted !== 'object' || recounted === null) {
    if (published === recounted) return 1;
    throw new Finding(kind, `${what}: published ${shown(published)}, recounted ${shown(recounted)}.`);
  }
  if (typeof published !== 'object' || published === null)
    throw new Finding(kind, `${what}: published ${shown(published)}, and the recount has it.`);
  const given = published as Record<string, unknown>;
  return sum(Object.entries(recounted).map(([name, value]) => figuresEqual(given[name], value, { what: `${what}, ${name}`, kind })));
}

function listsEqual(published: unknown, recounted: readonly unknown[], { what, kind }: Compared): number {
  const list: readonly unknown[] = Array.isArray(published) ? published : [];
  const figures = recounted.map((item, index) =>
    figuresEqual(list[index], item, { what: `${what.replace(/s$/, '')} ${nameOf(item) ?? index}`, kind }),
  );
  if (list.length > recounted.length) {
    const extra = list[recounted.length];
    throw new Finding(kind, `${what}: published ${nameOf(extra) ?? shown(extra)}, which the recount does not have.`);
  }
  return sum(figures);
}

/** What tells an item of a list apart. */
function nameOf(item: unknown): string | undefined {
  const { id, day, statementId, pseudonym } = (item ?? {}) as Record<string, unknown>;
  const name = [id, day, statementId, pseudonym].find((candidate) => typeof candidate === 'string');
  return name as string | undefined;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
