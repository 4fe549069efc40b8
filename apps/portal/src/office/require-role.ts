import { Rejection, type Role } from '@isegoria/contracts';
import type { Visit } from '../web/visit';

/** Shows a page of the office only to who has the role. The API enforces it for every command, whatever a page shows. */
export function requireRole(visit: Visit, ...roles: Role[]): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  if (!visit.has(...roles)) throw new Rejection('FORBIDDEN_ROLE');
}
