import { Finding } from '../finding';
import type { Recounted } from './recount';

/**
 * Holds what the site publishes of a consultation against the recount.
 * @returns how many figures were equal
 * @throws Finding tally, naming the first difference
 */
export function compare({ published, results, map }: Recounted): number {
  const figures = figuresEqual(published.results, results.results(), `Consultation ${published.id}`);
  if (!published.map || !map) return figures;
  return figures + figuresEqual(published.map, map.opinionMap(), `The opinion map of consultation ${published.id}`);
}

/** Compares every figure of the recount; what is published beside them (texts, times) is not compared, but an item too many is. */
function figuresEqual(published: unknown, recounted: unknown, what: string): number {
  if (Array.isArray(recounted)) return listsEqual(published, recounted, what);
  if (typeof recounted !== 'object' || recounted === null) {
    if (published === recounted) return 1;
    throw new Finding('tally', `${what}: published ${shown(published)}, recounted ${shown(recounted)}.`);
  }
  if (typeof published !== 'object' || published === null) throw new Finding('tally', `${what}: published ${shown(published)}, and the recount has it.`);
  return sum(Object.entries(recounted).map(([name, value]) => figuresEqual((published as Record<string, unknown>)[name], value, `${what}, ${name}`)));
}

function listsEqual(published: unknown, recounted: readonly unknown[], what: string): number {
  const list: readonly unknown[] = Array.isArray(published) ? published : [];
  const figures = recounted.map((item, index) => figuresEqual(list[index], item, `${what.replace(/s$/, '')} ${nameOf(item) ?? index}`));
  if (list.length > recounted.length) {
    const extra = list[recounted.length];
    throw new Finding('tally', `${what}: published ${nameOf(extra) ?? shown(extra)}, which the recount does not have.`);
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
