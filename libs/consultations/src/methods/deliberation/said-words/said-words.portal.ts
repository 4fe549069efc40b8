import type { ApiClient } from '@isegoria/api-client';
import { limits } from '@isegoria/kernel';
import { listStatementResults } from '../statement-results/statement-results.contract';
import { listStatements } from '../statement/statement.contract';
import type { SaidWords } from './said-words.page';

/** What people said in an activity, by its id, as everybody may read it. */
export async function saidWords(api: ApiClient, activityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, SaidWords>> {
  const found = await Promise.all(
    inPages(ids).map(async (only): Promise<[string, SaidWords][]> => {
      const { items } = await api.ask(listStatementResults, { activityId, only });
      const rejected = await rejectedAmong(
        api,
        activityId,
        items.filter(({ status }) => status === 'rejected').map(({ id }) => id),
      );
      return items.map(({ id, text, status, at }) => [id, { text, status, at, rejected: rejected.get(id) }]);
    }),
  );
  return new Map(found.flat());
}

async function rejectedAmong(api: ApiClient, activityId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const { items } = await api.ask(listStatements, { activityId, status: 'rejected', only: ids.join(',') });
  return new Map(items.map((statement) => [statement.id, statement]));
}

/** As many ids as a list is asked for at once. */
const inPages = (ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [ids.slice(0, limits.pageSize).join(','), ...inPages(ids.slice(limits.pageSize))];
