import { createHash, createHmac, randomBytes } from 'node:crypto';

const bytesOfId = 16;
const randomBytesOfLink = 16;

/** What a personal link has in it: which survey, and 128 bits that nobody can guess and that stand nowhere else. */
export function newLinkToken(activityId: string, bits = randomBytes(randomBytesOfLink)): string {
  return Buffer.concat([Buffer.from(activityId.replaceAll('-', ''), 'hex'), bits]).toString('base64url');
}

/** One order of links. */
export interface LinkOrder {
  readonly activityId: string;
  readonly count: number;
  /** Of the form: sent again, it is the same order. */
  readonly key: string;
  /** Of the session in which it is sent. Only the browser keeps it, and without it nobody finds the links, whatever else they have. */
  readonly token: string;
}

/** The same for the same order, so that whoever sends it twice has one file, and no copy of it is kept. HMAC-SHA-256 (RFC 2104). */
export function orderedTokens({ activityId, count, key, token }: LinkOrder): string[] {
  const bitsOf = (at: number) => {
    const hash = createHmac('sha256', token).update(JSON.stringify(['survey link', activityId, key, at])).digest();
    return hash.subarray(0, randomBytesOfLink);
  };
  return Array.from({ length: count }, (_, at) => newLinkToken(activityId, bitsOf(at)));
}

/** What one browser adds to its link: under this it keeps answers that nobody else who has the link can read. */
export const newOwnPart = (): string => randomBytes(randomBytesOfLink).toString('base64url');

export interface ReadToken {
  readonly activityId: string;
  /** What a browser added, if it did. */
  readonly own: string | undefined;
  /** What that commits to, for the log; null where nothing was added. */
  readonly ownCommitment: string | null;
  /** By what the log knows it: nobody finds the token that leads to it. */
  readonly link: string;
}

/** Undefined for what no link has in it. */
export function readLinkToken(asked: string): ReadToken | undefined {
  const [, token, own] = /^([\w-]{43})(?:\.([\w-]{22}))?$/.exec(asked) ?? [];
  if (token === undefined) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  // Only as it was written: no other letters lead to the same link.
  if (bytes.length !== bytesOfId + randomBytesOfLink || bytes.toString('base64url') !== token) return undefined;
  const id = bytes.subarray(0, bytesOfId).toString('hex');
  const activityId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  // With the link's own bytes: who says the same in two links is not known for one by it.
  const ownCommitment = own === undefined ? null : sha256(bytes, Buffer.from(own, 'base64url'));
  return { activityId, own, ownCommitment, link: sha256(bytes) };
}

const sha256 = (...parts: readonly Buffer[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex');
