import type { WorkKind } from '@isegoria/portal-kit';
import { listWaitingMilestones } from '../milestone.contract';
import { milestoneFormPath } from './milestone-status.page';

/** Milestones that are neither done nor dropped. */
export const milestonesDue: WorkKind = {
  name: 'milestone',
  may: 'consult',
  words: 'work.milestones',
  one: 'work.milestone',
  act: 'milestones.change',
  load: async ({ api }, asked) => {
    const { items, ...page } = await api.ask(listWaitingMilestones, asked);
    return {
      ...page,
      items: items.map(({ id, consultationId, unit, responsible, title, language, consultationTitle, dueAt, changedAt, plannedAt }) => ({
        ...{ id, unit, responsible, title, language, about: consultationTitle, dueAt, since: changedAt ?? plannedAt },
        href: milestoneFormPath(consultationId, id),
      })),
    };
  },
};
