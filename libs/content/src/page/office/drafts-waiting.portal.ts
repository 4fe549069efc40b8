import type { WorkKind } from '@isegoria/portal-kit';
import { listPageDrafts } from '../page.contract';

/** Drafts of pages. */
export const pageDraftsWaiting: WorkKind = {
  name: 'pageDrafts',
  may: 'publish',
  words: 'desk.pageDrafts',
  one: 'work.pageDraft',
  act: 'desk.finish',
  since: 'work.changedOn',
  load: async ({ api }, asked) => {
    const { items, ...page } = await api.ask(listPageDrafts, asked);
    return {
      ...page,
      items: items.map(({ id, unit, title, language, revisedAt }) => ({
        ...{ id, unit, title, language, dueAt: null, since: revisedAt, href: `/office/pages/${id}` },
      })),
    };
  },
};
