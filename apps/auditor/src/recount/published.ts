import type { ConsultationResults, ConsultationSummary, OpinionMap } from '@isegoria/contracts';
import { Finding } from '../finding';
import { methodOf } from '../methods/methods';
import type { Source } from '../source/source';

/** What the site publishes of one consultation. */
export interface PublishedConsultation {
  readonly id: string;
  readonly results: ConsultationResults;
  /** Deliberations only. */
  readonly map?: OpinionMap;
}

interface Page {
  readonly items: readonly ConsultationSummary[];
  readonly next: number | null;
}

/** The ids of all consultations that everybody can see. */
export async function listedConsultations(source: Source): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page: number | null = 1; page !== null;) {
    const { items, next }: Page = await source.json<Page>(`/api/v1/consultations?page=${page}`);
    if (!Array.isArray(items)) throw new Finding('cannotRun', `${source.name}/api/v1/consultations does not list consultations.`);
    for (const { id } of items) ids.add(String(id));
    // A list without an end would keep the auditor busy for ever.
    page = typeof next === 'number' && next > page ? next : null;
  }
  return ids;
}

/** The figures and maps of all of them, each with the position of the log that it includes. */
export async function publishedConsultations(source: Source): Promise<PublishedConsultation[]> {
  const published: PublishedConsultation[] = [];
  for (const id of await listedConsultations(source)) {
    const path = `/api/v1/consultations/${encodeURIComponent(id)}`;
    const results = await source.json<ConsultationResults>(`${path}/results`);
    if (!Number.isSafeInteger(results?.position))
      throw new Finding('cannotRun', `${source.name}${path}/results does not say which position it includes.`);
    const map = methodOf(results.kind)?.hasMap ? await source.json<OpinionMap>(`${path}/opinion-map`) : undefined;
    published.push({ id, results, ...(map ? { map } : {}) });
  }
  return published;
}
