import { ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { StaffEvent } from './staff-sign-in.contract';

export function rulesOfStaffSignIns(): RuleBook {
  return ruleBook<StaffEvent>({
    StaffSignedIn: 'Nothing is decided by it: what is done afterwards has rules of its own.',
    SignInsFailed: 'Nothing is decided by it, and wrong passwords can be typed at any time.',
  });
}
