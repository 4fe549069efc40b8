import { deliberation } from './deliberation/deliberation.audit';
import type { AuditedMethod } from './method';
import { poll } from './poll/poll.audit';

/** The ways of taking part, as an auditor knows them. */
export const auditedMethods: readonly AuditedMethod[] = [deliberation, poll];

export function methodOf(kind: string | undefined): AuditedMethod | undefined {
  return auditedMethods.find(({ contract }) => contract.kind === kind);
}
