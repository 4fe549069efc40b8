import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { answerTo, answeredViews } from './published';
import type { Besides, Recount } from './recount';

const note = 'besides';

/** What was answered besides when a bundle was made: it is known before the log is read, so that each is counted up to its place. */
export async function besidesNoted(source: Source): Promise<Besides> {
  if (source.isLive) return {};
  try {
    return JSON.parse(await source.noted(note, '{}')) as Besides;
  } catch (error) {
    if (error instanceof Finding) return {};
    throw error;
  }
}

/**
 * Asks for what the log leads to, up to a place, and what the site says does not.
 * @returns the last place that an answer states; -1 where nothing is besides
 */
export async function askedBesides(source: Source, recount: Recount, place: number): Promise<number> {
  await recount.askBesides(place, (views) => answeredViews(views, (view) => answerTo(source, view)));
  const answers = Object.values(recount.besides).flat();
  if (answers.length > 0) await source.noted(note, JSON.stringify(recount.besides));
  return Math.max(-1, ...answers.map(({ answer }) => (Number.isFinite(answer.position) ? answer.position : -1)));
}
