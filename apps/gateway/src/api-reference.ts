import { apiOf, routeTable } from '@isegoria/api-host';
import { questionnaireSchema } from '@isegoria/consultations/api';
import { apiParts } from './api';

/** Formats of files, by the name of their page in docs/reference. */
export const formats = { 'questionnaire.schema.json': questionnaireSchema };

const start = '<!-- The contracts say this table: node tools/docs/write-api.mjs -->\n\n';
const end = '\n\n<!-- The end of the table -->';

/** The page about the API with the table of routes as the contracts say it. @throws Error when the page has no place for it */
export function withRoutes(page: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < 0) throw new Error('The page has no place for the table of routes.');
  return page.slice(0, from) + start + routeTable(apiOf(apiParts).contracts) + page.slice(to);
}
