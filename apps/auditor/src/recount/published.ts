import { Finding, type AnsweredView, type PublishedView } from '@isegoria/audit-kit';
import { pageAfter, viewsOf } from '@isegoria/consultations/recount';
import type { ConsultationResults, ConsultationSummary, ConsultationView } from '@isegoria/contracts';
import type { Pages } from '../pages/pages';
import type { Source } from '../source/source';

/** What the site publishes about one consultation. */
export interface PublishedConsultation {
  readonly id: string;
  readonly results: ConsultationResults;
  readonly views: readonly AnsweredView[];
}

interface Page {
  readonly items: readonly ConsultationSummary[];
  readonly next: string | null;
}

const listPath = '/api/v1/consultations';

/** The ids of all consultations that everybody can see. */
export async function listedConsultations(source: Source): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let path: string | null = listPath; path !== null;) {
    const known: number = ids.size;
    const { items, next }: Page = await source.json<Page>(path);
    if (!Array.isArray(items)) throw new Finding('cannotRun', `${source.name}/api/v1/consultations does not list consultations.`);
    for (const { id } of items) ids.add(String(id));
    // A list without an end would keep the auditor busy for ever.
    if (next !== null && ids.size === known)
      throw new Finding('cannotRun', `${source.name}${path} goes on without a further consultation.`);
    path = next === null ? null : `${listPath}?cursor=${encodeURIComponent(next)}`;
  }
  return ids;
}

/** The figures of all of them and the answers besides, each with the log position that it includes; and whether their pages show these. */
export async function publishedConsultations(source: Source, pages: Pages): Promise<PublishedConsultation[]> {
  const published: PublishedConsultation[] = [];
  for (const id of await listedConsultations(source)) {
    const read = () => publishedConsultation(source, id);
    published.push(await pages.checkResults(await read(), read));
  }
  return published;
}

async function publishedConsultation(source: Source, id: string): Promise<PublishedConsultation> {
  const path = `/api/v1/consultations/${encodeURIComponent(id)}`;
  const results = await source.json<ConsultationResults>(`${path}/results`);
  if (!Number.isSafeInteger(results?.position))
    throw new Finding('cannotRun', `${source.name}${path}/results does not say which position it includes.`);
  // What it says of settings is compared with the log, which is read later; what it leaves out is asked for then.
  const { activities = [] } = JSON.parse((await source.optional(path)) ?? '{}') as Partial<ConsultationView>;
  const settings = new Map(activities.map((activity) => [activity.id, activity.settings]));
  const views = viewsOf(results, (activityId) => settings.get(activityId));
  return { id, results, views: await answeredViews(views, (view) => answerTo(source, view)) };
}

/** A site of an earlier version does not have all answers: what nobody is shown need not be counted. */
export async function answerTo(source: Source, { path, isApart, isLater }: PublishedView): Promise<AnsweredView['answer'] | undefined> {
  const address = `/api/v1${path}`;
  if ((isApart || isLater) && (await source.optional(address)) === undefined) return undefined;
  return source.json(address);
}

/** The answers besides the results, lists page by page; those that cannot be had are left out. */
export async function answeredViews(
  asked: readonly PublishedView[],
  ask: (view: PublishedView) => Promise<AnsweredView['answer'] | undefined>,
): Promise<AnsweredView[]> {
  const views: AnsweredView[] = [];
  for (const first of asked) {
    for (let view: PublishedView | undefined = first; view !== undefined;) {
      const answer: AnsweredView['answer'] | undefined = await ask(view);
      if (!answer) break;
      if (!Number.isSafeInteger(answer.position)) throw new Finding('cannotRun', `${view.path} does not say which position it includes.`);
      views.push({ view, answer });
      view = pageAfter({ view, answer });
    }
  }
  return views;
}
