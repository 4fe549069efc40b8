import type { Sent, Visit } from '@isegoria/portal-kit';
import type { ActivityView } from '../../../activity/activity.contract';
import { listStatements, type StatementView } from '../statement/statement.contract';

/** What the form of a draft says of a deliberation: the statements with which the office begins, one on each line. */
export async function draftedDeliberation(visit: Visit, activity: ActivityView): Promise<Sent> {
  const statements = await officeStatements(visit, activity);
  return { statements: statements.join('\n'), moderation: activity.settings.moderation ?? 'before' };
}

/** Those with which the office began. */
export async function officeStatements(visit: Visit, activity: ActivityView): Promise<string[]> {
  const statements = await allStatements(visit, activity);
  return statements.filter(({ author }) => author === null).flatMap(({ text }) => text ?? []);
}

async function allStatements({ api }: Visit, { id: activityId }: ActivityView): Promise<StatementView[]> {
  const statements: StatementView[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.ask(listStatements, { activityId, cursor });
    statements.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return statements;
}
