import type { TemplateView } from '@isegoria/contracts';
import { hostile, id } from './sample-ids.fixture';

/** One that a unit of the samples has, with dates for its phases. */
const template: TemplateView = {
  id: id(4901),
  unit: 'root',
  name: `Roads <script "quoted" & 'more'`,
  note: `For each borough ${hostile}`,
  phases: 1,
  dates: [{ opensAfter: { months: 0, days: 0 }, closesAfter: { months: 1, days: 0 } }],
  version: 7,
  draft: {
    title: `Road works <script "quoted" & 'more'`,
    description: `In **every** borough ${hostile}`,
    language: 'en',
    phases: [{ activities: [{ method: 'poll', options: ['First', 'Later'] }] }],
  },
};

/** What the API says of templates; undefined where a path is not about them. */
export function templatesAt(path: string): object | undefined {
  if (/^\/units\/root[^/]*\/consultation-templates$/.test(path)) return { items: [template] };
  return path.endsWith(`/consultation-templates/${template.id}`) ? template : undefined;
}
