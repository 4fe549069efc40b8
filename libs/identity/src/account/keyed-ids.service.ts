import { keyedHash, keyedUuid } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';

/** What an id of this service is for; never to change, or a repeat would be new and an import would make all accounts again. */
type Purpose =
  | 'imported account'
  | 'import'
  | 'claim'
  | 'release'
  | 'correlation'
  | 'batch of erasures'
  | 'published erasure'
  | 'staff sign-in'
  | 'unconfirmed profile'
  | 'account anew'
  | 'confirmation mail'
  | 'password mail'
  | 'mail to nobody'
  | 'password notice'
  | 'second factor notice'
  | 'suspension'
  | 'suspended account'
  | 'suspension notice'
  | 'address mail'
  | 'address notice'
  | 'note mail'
  | 'invitation mail'
  | 'invited account'
  | 'invited role';

/**
 * An id derived from other ids or from what an import says about a person: the same each time, and only this service can compute it. The
 * log shows such ids in several streams; anybody who could compute one from another would know that they belong to one person.
 */
export function derivedId(purpose: Purpose, value: string): string {
  return keyedUuid(secrets.emailHashKey(), `id of ${purpose}`, value);
}

/**
 * 32 secret bytes, hex, for an event whose body can be guessed: without them its hash, which is public, would give the body away to anybody
 * who tries all of them. The same for the same event, so that a repeated command records the same.
 */
export function blindOf(eventId: string): string {
  return keyedHash(secrets.emailHashKey(), 'blind', eventId);
}
