import type { WorkKind } from '@isegoria/portal-kit';
import { listPendingStatements } from '../statement/statement.contract';

/** Statements that wait for a moderator. */
export const statementsWaiting: WorkKind = {
  name: 'statements',
  may: 'moderate',
  words: 'desk.statements',
  desk: '/office/moderation',
  load: async ({ api }, asked) => ({ items: [], ...(await countOf(api.ask(listPendingStatements, asked))) }),
};

const countOf = async (page: Promise<{ readonly count: number }>) => ({ count: (await page).count, next: null });
