import type { ConsultationResults, OpinionMap } from '@isegoria/contracts';
import { methodOf } from '../methods/methods';
import type { Source } from '../source/source';
import { compare } from './compare';
import type { Recount } from './recount';

/** How a consultation stood at an earlier place. */
export interface StoodAsOf {
  readonly id: string;
  readonly participants: number;
  readonly votesCast: number;
  readonly statements: number;
  /** Figures that the site published as of that place and that are equal; null where it publishes none. */
  readonly figures: number | null;
}

/**
 * Compares what the site publishes as of a position with the recount up to it.
 * @throws Finding tally, figure or map, naming the first difference
 */
export async function comparedAsOf(source: Source, recount: Recount, ids: Iterable<string>, position: number): Promise<StoodAsOf[]> {
  const stood: StoodAsOf[] = [];
  for (const id of ids) {
    const count = recount.resultsOf(id);
    if (!count) continue;
    const results = count.results();
    const path = `/api/v1/consultations/${encodeURIComponent(id)}`;
    const published = await answerAsOf<ConsultationResults>(source, `${path}/results`, position);
    const map = methodOf(published?.kind)?.hasMap ? await answerAsOf<OpinionMap>(source, `${path}/opinion-map`, position) : undefined;
    const figures =
      published &&
      compare({ published: { id, results: published, ...(map && { map }) }, results, ...(map && { map: count.opinionMap() }) });
    const { participants, votesCast, statements } = results;
    stood.push({ id, participants, votesCast, statements: statements.length, figures: figures ?? null });
  }
  return stood;
}

/** A site that does not know the question answers for now, which its position shows. */
async function answerAsOf<T extends { readonly position: number }>(source: Source, path: string, position: number): Promise<T | undefined> {
  const body = await source.optional(`${path}?asOf=${position}`);
  try {
    const answer = JSON.parse(body ?? '') as T;
    return answer.position === position ? answer : undefined;
  } catch {
    return undefined;
  }
}
