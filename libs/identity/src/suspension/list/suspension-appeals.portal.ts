import { rootUnit } from '@isegoria/kernel';
import type { WorkKind } from '@isegoria/portal-kit';
import { listSuspensions } from './suspension-list.contract';

/** Appeals against suspensions. An account belongs to no unit, so they are the work of the whole site. */
export const suspensionAppealsWaiting: WorkKind = {
  name: 'suspensionAppeals',
  may: 'moderate',
  words: 'desk.suspensionAppeals',
  desk: '/office/suspensions?state=appealed',
  load: async (visit, { unit = rootUnit }) => {
    const isTheirs = unit === rootUnit && visit.may('moderate', rootUnit);
    const count = isTheirs ? (await visit.api.ask(listSuspensions, { state: 'appealed' })).count : 0;
    return { items: [], next: null, count };
  },
};
