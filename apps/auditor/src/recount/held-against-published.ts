import { Finding } from '@isegoria/audit-kit';
import { lateIn, notCountedIn } from '@isegoria/consultations/recount';
import type { Erasures } from '@isegoria/identity/recount';
import type { AuditOptions } from '../command-line';
import type { Pages } from '../pages/pages';
import type { Source } from '../source/source';
import { comparedAsOf } from './as-of';
import { comparing, type CitizensWords } from '../words/citizens-words';
import { compare, compareViews } from './compare';
import { listedConsultations, type PublishedConsultation } from './published';
import type { Recount, Recounted } from './recount';
import type { Skips } from './skips';

interface ToCompare {
  readonly source: Source;
  readonly options: AuditOptions;
  readonly recount: Recount;
  readonly skips: Skips;
  readonly published: readonly PublishedConsultation[];
  readonly erasures: Erasures | undefined;
  readonly citizens: CitizensWords;
  readonly pages: Pages;
  /** That of the last event that was counted. */
  readonly position: number;
}

/** After --since, which reads a part of the log only. */
export const nothingRecounted = { consultations: 0, figures: null, views: {}, asOf: null, leftOut: [], late: [], notCounted: [] };

/** What was counted, once all of it is what the site publishes. @throws Finding the first difference */
export async function heldAgainstPublished({ source, options, recount, skips, published, erasures, citizens, pages, position }: ToCompare) {
  const shown = new Set(published.map(({ id }) => id));
  if (options.asOf) {
    const asOf = await comparedAsOf({ source, recount, citizens, pages, place: options.asOf, position }, shown);
    return {
      consultations: shown.size,
      figures: asOf.reduce((total, { figures }) => total + (figures ?? 0), 0),
      views: {},
      asOf,
      leftOut: [],
      late: [...shown].flatMap((id) => lateOf(recount, id)),
      notCounted: [],
    };
  }
  let figures = 0;
  const [notCounted, late]: [string[], string[]] = [[], []];
  for (const recounted of recount.all()) {
    figures += skips.naming(recounted.published, () => comparing(citizens, (met) => compare(recounted, met)));
    const besides = heldBesides(recounted, citizens, position);
    figures += besides.figures;
    notCounted.push(...besides.beyond);
    notCounted.push(...notCountedIn(recounted.results));
    late.push(...lateIn(recounted.results));
  }
  const leftOut = new Set(published.flatMap((consultation) => skips.of(consultation)));
  for (const texts of citizens.besides(published)) erasures?.check(texts);
  return {
    consultations: shown.size,
    figures,
    views: counted(published.flatMap(({ views }) => views.map(({ view }) => view.name))),
    asOf: null,
    leftOut: [...leftOut],
    late,
    notCounted,
  };
}

/**
 * What the site answers where nothing that it says leads, as the figures of a question that it does not show. It is asked once the log is
 * read, which is read on to the place that each answer states; what states one that the log never came to is named, unless it is right.
 */
function heldBesides({ besides, views }: Recounted, citizens: CitizensWords, position: number): { figures: number; beyond: string[] } {
  const beyond: string[] = [];
  let figures = 0;
  for (const one of besides) {
    try {
      figures += comparing(citizens, (met) => compareViews([one], (view) => views.get(view), met));
    } catch (error) {
      if (!(error instanceof Finding) || !(one.answer.position > position)) throw error;
      const { name, activityId } = one.view;
      beyond.push(`the ${name} of activity ${activityId}: it states position ${one.answer.position}, beyond what was read of the log`);
    }
  }
  return { figures, beyond };
}

function lateOf(recount: Recount, id: string): string[] {
  const count = recount.countOf(id);
  return count ? lateIn(count.results()) : [];
}

/** If the log has a consultation that the site does not show, the site is asked once more: it may be newer than the list. */
export async function refuseMissingConsultations(source: Source, recount: Recount, shown: ReadonlySet<string>): Promise<void> {
  const unseen = [...recount.publishedInLog].filter((id) => !shown.has(id));
  if (unseen.length === 0) return;
  const listed = await listedConsultations(source);
  const missing = unseen.find((id) => !listed.has(id));
  if (missing !== undefined)
    throw new Finding('tally', `Consultation ${missing} was published according to the log, and the site does not list it.`);
}

/** How often each name occurs. */
function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
