import { Stages, ruleBook, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { CredentialReissued, EmailConfirmed } from '../confirmation/confirmation.contract';
import type { BatchEvent } from '../erasure/erasure.contract';
import { rulesOfBatches } from '../erasure/audit/erasure-rules.recount';
import type { AccountImported, AccountVouchedFor } from '../people-import/people-import.contract';
import type { ProfileChanged } from '../profile/profile.contract';
import type { AccountRegistered } from '../registration/registration.contract';
import type { RoleGranted, RoleRevoked } from '../role/role.contract';
import { isNotTheOwn } from '../second-factor/second-factor.recount';
import type { SecondFactorReset } from '../second-factor/second-factor.contract';
import { Roles } from '../role/audit/role-rules.recount';

type Stage = 'registered' | 'confirmed' | 'reissued' | 'imported' | 'vouched for' | 'erased';
const living: readonly Stage[] = ['registered', 'confirmed', 'reissued', 'imported', 'vouched for'];

/**
 * The life of an account. What the leaves say of it everybody can judge; who holds which role only auditors with an account. Of the end the
 * log tells by name only where the account held a role.
 */
export function rulesOfAccounts(): RuleBook {
  const accounts = new Stages<Stage>(...living, 'erased');
  const roles = new Roles();
  const exists: Rule = accounts.follows(
    living,
    'account-exists',
    'Roles are given to accounts that are registered or imported, and not erased.',
  );
  return ruleBook<
    | AccountRegistered
    | AccountImported
    | AccountVouchedFor
    | ProfileChanged
    | EmailConfirmed
    | CredentialReissued
    | RoleGranted
    | RoleRevoked
    | SecondFactorReset
    | BatchEvent
  >({
    AccountRegistered: [accounts.begins('registered', 'account-begins', 'An account is registered or imported once, as it begins.')],
    AccountImported: [accounts.begins('imported', 'account-begins', 'An account is registered or imported once, as it begins.')],
    AccountVouchedFor: [
      accounts.follows(['imported'], 'vouched-for-once', 'An office vouches for an account once, with its import.', 'vouched for'),
    ],
    ProfileChanged: [
      accounts.follows(
        ['registered', 'confirmed', 'reissued'],
        'profile-of-a-registered-account',
        'A profile changes while its account is registered and not erased; imported accounts have none.',
      ),
    ],
    EmailConfirmed: [
      accounts.follows(
        ['registered'],
        'confirmed-once',
        'An address is confirmed once, for an account that is registered and not erased.',
        'confirmed',
      ),
    ],
    CredentialReissued: [
      accounts.follows(['confirmed'], 'reissued-when-confirmed', 'A credential is reissued with its confirmation.', 'reissued'),
    ],
    SecondFactorReset: [
      accounts.follows(living, 'reset-of-a-living-account', 'A second factor is taken away from an account that is not erased.'),
      isNotTheOwn,
    ],
    RoleGranted: [exists, roles.areNotHeldYet, roles.endAfterTheyBegin],
    RoleRevoked: [exists, roles.areHeld, roles.areNotTheOwn],
    ...rulesOfBatches({
      has: (accountId) => living.includes(accounts.of(`account-${accountId}`)!),
      end: (accountId) => {
        accounts.enter(`account-${accountId}`, 'erased');
        roles.end(accountId);
      },
    }),
  });
}
