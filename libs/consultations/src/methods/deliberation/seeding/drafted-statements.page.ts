import type { Sent, Visit } from '@isegoria/portal-kit';
import type { ActivityView } from '../../../activity/activity.contract';
import { listStatements } from '../statement/statement.contract';

/** What the form of a draft says of a deliberation: the statements that stand, one on each line. */
export async function draftedDeliberation({ api }: Visit, { id: activityId, settings }: ActivityView): Promise<Sent> {
  const statements: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.ask(listStatements, { activityId, cursor });
    statements.push(...page.items.flatMap(({ text }) => text ?? []));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return { statements: statements.join('\n'), moderation: settings.moderation ?? 'before' };
}
