import type { ConsultationResults } from '@isegoria/contracts';
import type { Source } from '../source/source';
import { comparing, type CitizensWords } from '../words/citizens-words';
import { compare } from './compare';
import { answeredViews } from './published';
import type { Recount } from './recount';

/** The state of a consultation at an earlier place. */
export interface StoodAsOf {
  readonly id: string;
  readonly activities: readonly StoodActivity[];
  /** Figures that the site published as of that place and that are equal; null where it publishes none. */
  readonly figures: number | null;
}

export interface StoodActivity {
  readonly id: string;
  readonly participants: number;
  readonly votesCast: number;
}

interface AsOf {
  readonly source: Source;
  readonly recount: Recount;
  readonly citizens: CitizensWords;
  readonly position: number;
}

/**
 * Compares what the site publishes as of a position with the recount up to it.
 * @throws Finding tally, figure or that of a view, naming the first difference
 */
export async function comparedAsOf({ source, recount, citizens, position }: AsOf, ids: Iterable<string>): Promise<StoodAsOf[]> {
  const stood: StoodAsOf[] = [];
  for (const id of ids) {
    const count = recount.countOf(id);
    if (!count) continue;
    const counted = count.results();
    const results = await answerAsOf<ConsultationResults>(source, `/api/v1/consultations/${encodeURIComponent(id)}/results`, position);
    const views = results ? await answeredViews(results, (view) => answerAsOf(source, `/api/v1${view.path}`, position)) : [];
    const recounted = new Map(views.map(({ view }) => [view, count.view(view)]));
    const figures =
      results && comparing(citizens, (met) => compare({ published: { id, results, views }, results: counted, views: recounted }, met));
    const activities = counted.activities.map(({ activityId, participants, votesCast }) => ({ id: activityId, participants, votesCast }));
    stood.push({ id, activities, figures: figures ?? null });
  }
  return stood;
}

/** A site that does not know the question answers for now, which its position shows. */
async function answerAsOf<T extends { readonly position: number }>(source: Source, path: string, position: number): Promise<T | undefined> {
  const body = await source.optional(`${path}${path.includes('?') ? '&' : '?'}asOf=${position}`);
  try {
    const answer = JSON.parse(body ?? '') as T;
    return answer.position === position ? answer : undefined;
  } catch {
    return undefined;
  }
}
