import { withQuery, type WorkKind } from '@isegoria/portal-kit';
import { deskTextsPath } from '../pages/written-text-paths.page';
import { listWaitingTexts } from './waiting-texts.contract';

/** Closed surveys in which somebody wrote what nobody has read yet. */
export const textsWaiting: WorkKind = {
  name: 'texts',
  may: 'moderate',
  words: 'work.texts',
  one: 'work.text',
  act: 'written.read',
  since: 'desk.closedOn',
  load: async ({ api }, asked) => {
    const { items, ...page } = await api.ask(listWaitingTexts, asked);
    return {
      ...page,
      items: items.map(({ id, consultationId, unit, title, language, about, closedAt }) => ({
        ...{ id, unit, title, language, dueAt: null, since: closedAt },
        ...(about !== null && { about }),
        href: withQuery(deskTextsPath(consultationId, id), { decision: 'waiting' }),
      })),
    };
  },
};
