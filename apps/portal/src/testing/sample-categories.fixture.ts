import { isCategory, kindOfCategory, publishedStatuses, rootUnit, type CategoryView, type ConsultationCounts } from '@isegoria/contracts';
import { hostile, water } from './sample-ids.fixture';

/** What consultations are about; one has names in two languages, one was withdrawn. */
const category = (place: string, names: CategoryView['names'], more: Partial<CategoryView> = {}): CategoryView => {
  const above = place.split('.').slice(0, -1).join('.');
  const own = { category: place, kind: kindOfCategory(place), above: isCategory(above) ? above : null, names };
  return { ...own, about: null, withdrawn: false, version: 3, ...more };
};
export const categories = [
  category('area.1f0c22aa', { en: 'Lake country', fr: 'Pays des lacs' }),
  category('area.1f0c22aa.90b3d7e1', { en: 'Port "Saint" & Quay' }),
  // Nothing but an announcement is about it.
  category('topic.5a1e0bb0', { en: 'Libraries', ar: 'المكتبات' }),
  category('topic.1f0c22aa', { en: 'Water', fr: 'Eau' }, { about: { en: `Rivers and lakes ${hostile}` } }),
  category('topic.2f0c22aa', { ar: 'النقل' }, { withdrawn: true }),
];
export const counts: ConsultationCounts = {
  statuses: publishedStatuses.map((at) => ({ at, count: at === 'open' ? 4 : 1 })),
  units: [
    { at: rootUnit, count: 6 },
    { at: water, count: 1 },
  ],
  topics: [{ at: 'topic.1f0c22aa', count: 6 }],
  areas: [
    { at: 'area.1f0c22aa', count: 6 },
    { at: 'area.1f0c22aa.90b3d7e1', count: 6 },
  ],
};
