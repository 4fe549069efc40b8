import type { ActsInWords, LeavesInWords } from '@isegoria/audit-kit';
import type { RoleGranted, RoleRevoked } from '../role.contract';

export const actsOfRoles: ActsInWords<RoleGranted | RoleRevoked> = {
  RoleGranted: ({ role, unit, until }, stream) => `role ${role} in unit ${unit} given to ${stream}${until ? ` until ${until}` : ''}`,
  RoleRevoked: ({ role, unit }, stream) => `role ${role} in unit ${unit} taken from ${stream}`,
};
export const leavesOfRoles: LeavesInWords = {
  RoleGranted: (stream) => `a role given to ${stream}`,
  RoleRevoked: (stream) => `a role taken from ${stream}`,
};
