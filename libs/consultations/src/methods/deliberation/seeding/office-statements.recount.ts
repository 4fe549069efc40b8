import type { Entry, OtherPermission } from '@isegoria/audit-kit';
import type { RolePermission } from '@isegoria/kernel';
import { statementAccepted, statementSubmitted, type StatementSubmitted } from '../statement/statement.contract';

/** The official who drafts the consultation accepts the first statements at once; moderators judge all others. */
export class OfficeStatements implements OtherPermission {
  /** The streams of those that nobody accepted yet. */
  private readonly waiting = new Set<string>();

  for({ leaf: { type, stream, revision } }: Entry): RolePermission | undefined {
    return type === statementAccepted.type && revision === 1 && this.waiting.has(stream) ? 'consult' : undefined;
  }

  take({ leaf: { type, stream }, body }: Entry): void {
    if (type === statementSubmitted.type && body?.data.author === null) this.waiting.add(stream);
    if (type === statementAccepted.type) this.waiting.delete(stream);
  }
}

/** What people answer to in it from the start; undefined for what somebody else says. */
export function wordsOfOffice({ activityId, author, text }: StatementSubmitted['data']) {
  return author === null && 'plain' in text ? { activityId, text: text.plain } : undefined;
}
