import { ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { StaffEvent } from './staff-sign-in.contract';

export function rulesOfStaffSignIns(): RuleBook {
  return ruleBook<StaffEvent>({
    StaffSignedIn: 'Nothing is decided by it: what is done afterwards has rules of its own.',
    StaffSignInFailed: 'Nothing is decided by it, and a wrong password can be typed for any account at any time.',
  });
}
