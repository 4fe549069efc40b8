import type { Findable } from '@isegoria/projection';
import type { FoundKind } from '../../search/search.contract';
import { PublicServiceRow } from './public-service-row.read-model';

/** Services in the directory are found in every language in which they are described. */
export const foundServices: Findable<FoundKind> = {
  kind: 'service',
  idIn: ({ stream, data }) => (stream.startsWith('public-service-') ? (data as { serviceId?: string }).serviceId : undefined),
  async documentsOf(id, rows) {
    const service = await rows.findOneBy(PublicServiceRow, { id, status: 'published' });
    if (!service) return [];
    const { unit, categories, publishedAt, revisedAt } = service;
    const about = { unit, categories, path: `/services/${id}`, day: publishedAt ?? revisedAt, opensAt: null, closesAt: null };
    return [service, ...service.translations].map(({ language, words: { title, summary, needed, eligibility } }) => ({
      ...about,
      ...{ language, title, body: [summary, eligibility, ...needed].join('\n\n') },
    }));
  },
};
