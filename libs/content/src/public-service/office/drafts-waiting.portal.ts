import type { WorkKind } from '@isegoria/portal-kit';
import { listServices } from '../public-service.contract';

/** Drafts of entries of the directory. */
export const serviceDraftsWaiting: WorkKind = {
  name: 'serviceDrafts',
  may: 'publish',
  words: 'desk.serviceDrafts',
  one: 'work.serviceDraft',
  act: 'desk.finish',
  since: 'work.changedOn',
  load: async ({ api }, asked) => {
    const { items, ...page } = await api.ask(listServices, { ...asked, status: 'draft' });
    return {
      ...page,
      items: items.map(({ id, unit, words, language, revisedAt }) => ({
        ...{ id, unit, title: words.title, language, dueAt: null, since: revisedAt, href: `/office/services/${id}` },
      })),
    };
  },
};
