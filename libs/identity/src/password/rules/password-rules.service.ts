import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import { Rejection, limits } from '@isegoria/kernel';
import { settingsNow } from '@isegoria/service-host';
import { publicLink } from '../../mail/public-link.service';
import { folded, isCommon } from './common-passwords.service';
import { isMadeOfNames } from './made-of-names.service';
import { isOpaqueString, opaqueString } from './opaque-string';

/** The person who chooses a password. */
export interface Chooser {
  readonly email: string;
  readonly name: string;
}

/** The rules where the settings of the site say whose it is. */
@Injectable()
export class PasswordRules {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** @throws Rejection as {@link mustBeHardToGuess} */
  async mustBeHardToGuess(password: string, chooser: Chooser, field?: string): Promise<void> {
    const institution = (await settingsNow(this.store))?.institution ?? {};
    mustBeHardToGuess(
      password,
      chooser,
      field,
      Object.values(institution).filter((name) => name !== undefined),
    );
  }
}

/**
 * Refuses a password that would be guessed, according to NIST SP 800-63B (section 3.1.1.2): one that attackers try first, or one made of
 * what anybody knows about the person or the site. There are no rules about kinds of characters. Its length is checked with the command,
 * and here as it is compared: a letter that a keyboard sends in two parts is one.
 * @param field the one of the command that has it
 * @param institution its names, in any languages
 * @throws Rejection VALIDATION_FAILED with the constraint `isOpaqueString`, `minLength` or `isUncommon`
 */
export function mustBeHardToGuess(password: string, chooser: Chooser, field = 'password', institution: readonly string[] = []): void {
  const refused = (constraint: string, params: { limit?: number } = {}) =>
    new Rejection('VALIDATION_FAILED', { field, params: { constraint, ...params } });
  if (!isOpaqueString(password)) throw refused('isOpaqueString');
  const chosen = opaqueString(password);
  if (chosen.length < limits.passwordMinLength) throw refused('minLength', { limit: limits.passwordMinLength });
  if (isCommon(chosen) || isKnownOf(chosen, chooser, institution)) throw refused('isUncommon');
}

/** What is known: site, institution, address and name of the person, with any signs and digits around them or a few common words. */
function isKnownOf(password: string, { email, name }: Chooser, institution: readonly string[]): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  const { hostname } = new URL(publicLink('/'));
  const known = ['isegoria', hostname, ...hostname.split('.'), email, local, email.slice(local.length + 1), name, ...institution];
  const chosen = lettersOf(password);
  if (isMadeOfNames(password, known)) return true;
  return known.some((text) =>
    [lettersOf(text), folded(text)].some((form) => form !== '' && (form === chosen || form === folded(password))),
  );
}

const lettersOf = (text: string): string => folded(text).replace(/[^\p{L}\p{M}]/gu, '');
