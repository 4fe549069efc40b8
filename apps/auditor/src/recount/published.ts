import type { ConsultationResults, ConsultationSummary, OpinionMap } from '@isegoria/contracts';
import { Finding } from '../finding';
import type { Site } from '../site';

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
export async function listedConsultations(site: Site): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page: number | null = 1; page !== null; ) {
    const { items, next }: Page = await site.json<Page>(`/api/v1/consultations?page=${page}`);
    if (!Array.isArray(items)) throw new Finding('cannotRun', `${site.url}/api/v1/consultations does not list consultations.`);
    for (const { id } of items) ids.add(String(id));
    // A list without an end would keep the auditor busy for ever.
    page = typeof next === 'number' && next > page ? next : null;
  }
  return ids;
}

/** The figures and maps of all of them, each with the position of the log that it includes. */
export async function publishedConsultations(site: Site): Promise<PublishedConsultation[]> {
  const published: PublishedConsultation[] = [];
  for (const id of await listedConsultations(site)) {
    const path = `/api/v1/consultations/${encodeURIComponent(id)}`;
    const results = await site.json<ConsultationResults>(`${path}/results`);
    if (!Number.isSafeInteger(results?.position)) throw new Finding('cannotRun', `${site.url}${path}/results does not say which position it includes.`);
    const map = results.kind === 'deliberation' ? await site.json<OpinionMap>(`${path}/opinion-map`) : undefined;
    published.push({ id, results, ...(map ? { map } : {}) });
  }
  return published;
}
