import { ApiProblem } from '@isegoria/api-client';
import type { Visit } from '@isegoria/portal-kit';
import { readMailbox } from './mailbox.contract';

/** The embedded default shows its messages instead of sending them; a real installation has no such page. */
export async function hasMailbox(visit: Visit): Promise<boolean> {
  return visit.publicApi.do(readMailbox, {}).then(
    () => true,
    (error: unknown) => !(error instanceof ApiProblem) || !error.is('NOT_FOUND', 'UNAVAILABLE'),
  );
}
