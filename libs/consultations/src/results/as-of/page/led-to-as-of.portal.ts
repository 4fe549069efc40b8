import { LeadsElsewhere, idInPath, withQuery } from '@isegoria/portal-kit';
import { asOfPath } from './as-of-form.page';

/** What is asked for as of an earlier time, at an address that shows how it stands now, leads to the page that answers it. */
export const LeadsToAsOf = () =>
  LeadsElsewhere(({ request: { query, params } }) =>
    typeof query['asOf'] === 'string' ? withQuery(asOfPath(idInPath(String(params['id']))), { asOf: query['asOf'] }) : undefined,
  );
