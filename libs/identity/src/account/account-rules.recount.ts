import { Stages, leafRule, ruleBook, type JudgedLeaf, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { CredentialReissued, EmailConfirmationRequested, EmailConfirmed } from '../confirmation/confirmation.contract';
import type { BatchEvent } from '../erasure/erasure.contract';
import { rulesOfBatches } from '../erasure/erasure-rules.recount';
import type { AccountImported } from '../people-import/people-import.contract';
import type { AccountRegistered } from '../registration/registration.contract';
import type { RoleGranted, RoleRevoked } from '../role/role.contract';
import { Roles } from '../role/role-rules.recount';

type Stage = 'registered' | 'asked' | 'confirmed' | 'reissued' | 'imported' | 'erased';
const living: readonly Stage[] = ['registered', 'asked', 'confirmed', 'reissued', 'imported'];

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
    | EmailConfirmationRequested
    | EmailConfirmed
    | CredentialReissued
    | RoleGranted
    | RoleRevoked
    | BatchEvent
  >({
    AccountRegistered: [accounts.begins('registered', 'account-begins', 'An account is registered or imported once, as it begins.')],
    AccountImported: [accounts.begins('imported', 'account-begins', 'An account is registered or imported once, as it begins.')],
    EmailConfirmationRequested: [
      accounts.follows(['registered', 'asked'], 'confirmation-asked', 'A link is sent to an address that is not confirmed.', 'asked'),
    ],
    EmailConfirmed: [confirmed(accounts)],
    CredentialReissued: [
      accounts.follows(['confirmed'], 'reissued-when-confirmed', 'A credential is reissued with its confirmation.', 'reissued'),
    ],
    RoleGranted: [exists, roles.areNotHeldYet],
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

/** The operator names administrators, whose accounts are confirmed from the start: with their second event. */
function confirmed(accounts: Stages<Stage>): Rule {
  const isByTheOperator = ({ stream, revision }: JudgedLeaf) => revision === 1 && accounts.of(stream) === 'registered';
  return leafRule(
    'confirmation-follows-link',
    'An address is confirmed once, by a link that was sent, or as the second event of an account that the operator names.',
    (leaf) => accounts.of(leaf.stream) === 'asked' || isByTheOperator(leaf),
    ({ stream }) => accounts.enter(stream, 'confirmed'),
  );
}
