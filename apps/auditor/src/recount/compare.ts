import { Finding, type FindingKind } from '@isegoria/audit-kit';
import { amongResults, tallies } from '@isegoria/consultations/recount';
import type { Recounted } from './recount';

/**
 * Compares what the site publishes about a consultation with the recount.
 * @returns how many figures were equal
 * @throws Finding tally, figure or that of a view, naming the first difference
 */
export function compare({ published: { id, results: given, views }, results, views: recounted }: Recounted): number {
  const figures = figuresEqual(given, amongResults(results), { what: `Consultation ${id}`, kind: 'figure' });
  const beside = views.map(({ view, answer }) => {
    const compared = { what: `The ${view.name} of activity ${view.activityId}`, kind: view.finding };
    return figuresEqual(answer, recounted.get(view) ?? view.beforeItBegan, compared);
  });
  return figures + sum(beside);
}

interface Compared {
  readonly what: string;
  readonly kind: FindingKind;
}

/**
 * Compares every figure of the recount; what is published besides them (texts, times) is not compared, but an extra item is a difference.
 */
function figuresEqual(published: unknown, recounted: unknown, { what, kind }: Compared): number {
  if (Array.isArray(recounted)) return listsEqual(published, recounted, { what, kind });
  if (typeof recounted !== 'object' || recounted === null) {
    if (published === recounted) return 1;
    throw new Finding(kind, `${what}: published ${shown(published)}, recounted ${shown(recounted)}.`);
  }
  if (typeof published !== 'object' || published === null)
    throw new Finding(kind, `${what}: published ${shown(published)}, and the recount has it.`);
  const given = published as Record<string, unknown>;
  return sum(
    Object.entries(recounted).map(([name, value]) =>
      figuresEqual(given[name], value, { what: `${what}, ${name}`, kind: kind === 'figure' && tallies.includes(name) ? 'tally' : kind }),
    ),
  );
}

function listsEqual(published: unknown, recounted: readonly unknown[], { what, kind }: Compared): number {
  const list: readonly unknown[] = Array.isArray(published) ? published : [];
  const figures = recounted.map((item, index) =>
    figuresEqual(list[index], item, { what: `${singular(what)} ${nameOf(item) ?? index}`, kind }),
  );
  if (list.length > recounted.length) {
    const extra = list[recounted.length];
    throw new Finding(kind, `${what}: published ${nameOf(extra) ?? shown(extra)}, which the recount does not have.`);
  }
  return sum(figures);
}

/** An item of a list is identified by the first text in it. */
function nameOf(item: unknown): string | undefined {
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
