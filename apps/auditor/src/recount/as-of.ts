import { Finding } from '@isegoria/audit-kit';
import type { ConsultationResults } from '@isegoria/contracts';
import { asTheyStood } from '@isegoria/consultations/recount';
import type { Pages } from '../pages/pages';
import { placeInWords, type Place } from '../replay/place';
import type { Source } from '../source/source';
import { comparing, type CitizensWords } from '../words/citizens-words';
import { compare, compareViews } from './compare';
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
  readonly pages: Pages;
  readonly place: Place;
  /** That of the last event up to the place. */
  readonly position: number;
}

/**
 * Compares what the site publishes as of a position, by API and on its page, with the recount up to it; and what it answers for the time,
 * if one was named.
 * @throws Finding tally, figure or that of a view, naming the first difference
 */
export async function comparedAsOf(asOf: AsOf, ids: Iterable<string>): Promise<StoodAsOf[]> {
  const { source, recount, citizens, pages, place, position } = asOf;
  const stood: StoodAsOf[] = [];
  for (const id of ids) {
    const count = recount.countOf(id);
    if (!count) continue;
    const counted = count.results();
    const stands = asTheyStood(counted);
    const path = `/api/v1/consultations/${encodeURIComponent(id)}/results`;
    const results = await answerAsOf<ConsultationResults>(source, path, position);
    // A site that publishes no results of that place may still tell figures of it elsewhere.
    const views = await answeredViews(count.views(), (view) => answerAsOf(source, `/api/v1${view.path}`, position));
    const compared = (given: ConsultationResults) =>
      comparing(citizens, (met) => compare({ published: { id, results: given, views: [] }, results: stands, views: new Map() }, met));
    const figures = results && compared(results);
    const beside = comparing(citizens, (met) => compareViews(views, (view) => count.view(view), met));
    const byTime = results && (await answerByTime(source, path, place, position));
    if (byTime) compared(byTime);
    if (results) await pages.checkEarlierResults({ id, results, views });
    const activities = counted.activities.map(({ activityId, participants, votesCast }) => ({ id: activityId, participants, votesCast }));
    stood.push({ id, activities, figures: figures === undefined ? null : figures + beside });
  }
  return stood;
}

/** What a site answers for a time: of whole seconds, and as of the last position of the consultation up to then. */
async function answerByTime(source: Source, path: string, place: Place, last: number): Promise<ConsultationResults | undefined> {
  if ('position' in place || place.time % 1_000 !== 0) return undefined;
  const body = await source.optional(`${path}?asOf=${encodeURIComponent(new Date(place.time).toISOString())}`);
  if (body === undefined) return undefined;
  const answer = JSON.parse(body) as ConsultationResults;
  if (answer.position > last)
    throw new Finding('figure', `${path} as of ${placeInWords(place)} includes position ${answer.position}, which was recorded later.`);
  return answer;
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
