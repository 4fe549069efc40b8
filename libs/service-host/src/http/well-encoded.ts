import { isUtf8 } from 'node:buffer';
import { Rejection, brokenJson } from '@isegoria/kernel';

/** What the body parser says of a body that is no UTF-8, in its manner. */
export const notUtf8 = 'entity.not.utf8';
/** And of one in which an object has a member twice. */
export const memberTwice = 'entity.member.twice';

/**
 * For the body parser's `verify`: refuses bytes that are no UTF-8, which it would turn into U+FFFD without a word, so that something else
 * would be recorded than what was sent. JSON that travels is UTF-8 (RFC 8259, section 8.1), and so are the forms of our pages.
 * @throws an error of status 400 and type {@link notUtf8}, or of status 415 for another encoding
 */
export function mustBeUtf8(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding.toLowerCase() !== 'utf-8') throw refused(415, 'charset.unsupported');
  if (!isUtf8(body)) throw refused(400, notUtf8);
}

/**
 * As {@link mustBeUtf8}, for JSON. Of two members with one name, JSON.parse takes the last, others the first, and whoever looked at what
 * was sent may have seen either (RFC 8259, section 4).
 * @throws as {@link mustBeUtf8}, or an error of status 400 and type {@link memberTwice} whose cause is a Rejection naming the member
 */
export function mustBeReadInOneWay(request: unknown, response: unknown, body: Buffer, encoding: string): void {
  mustBeUtf8(request, response, body, encoding);
  const twice = brokenJson(body.toString())?.twice;
  if (!twice) return;
  // The parser writes a status into what is thrown here, which a Rejection does not take.
  const cause = new Rejection('VALIDATION_FAILED', { field: shortened(twice.field), params: { constraint: 'isOnce' } });
  throw refused(400, memberTwice, cause);
}

/** As {@link mustBeUtf8}, for a form, whose characters are written as `%C3%A9`. */
export function mustBeUtf8Form(request: unknown, response: unknown, body: Buffer, encoding: string): void {
  mustBeUtf8(request, response, body, encoding);
  try {
    decodeURIComponent(body.toString());
  } catch {
    throw refused(400, notUtf8);
  }
}

/**
 * Whether the query of an address is written in UTF-8. What reads it takes `%FF` for U+FFFD, and so for something else than what was asked.
 */
export function hasUtf8Query(url: string): boolean {
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}

/** A name is whatever somebody sent. */
const shortened = (field: string): string => [...field].slice(0, 200).join('');

const refused = (status: number, type: string, cause?: Rejection): Error => Object.assign(new Error(type, { cause }), { status, type });
