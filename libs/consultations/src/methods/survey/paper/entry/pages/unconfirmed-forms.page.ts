import type { ApiClient } from '@isegoria/api-client';
import { listPaperForms } from '../paper-entry.contract';

/** How many forms were entered, or sent back, and are not confirmed. */
export async function unconfirmedForms(api: ApiClient, activityId: string): Promise<number> {
  const lists = await Promise.all((['waiting', 'sentBack'] as const).map((status) => api.ask(listPaperForms, { activityId, status })));
  return lists.reduce((sum, { count }) => sum + count, 0);
}
