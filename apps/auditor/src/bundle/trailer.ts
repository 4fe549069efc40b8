/**
 * A bundle is three gzip members one after the other (RFC 1952), so that any `zcat` reads it: the manifest and the entries, the site's
 * other answers, and an empty one whose comment says where the second begins and which bytes came before.
 */
export interface Trailer {
  /** Where the answers begin (bytes). */
  readonly answersAt: number;
  /** SHA-256, in hex, over all bytes before the trailer and the first two words of its comment. */
  readonly digest: string;
}

const format = 'isegoria-audit-bundle.1';
/** Deflate with a comment, no time, no further flags, no operating system. */
const header = Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff]);
/** An empty block, the checksum of nothing and its length. */
const end = Buffer.from([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** What the digest covers besides the bytes before the trailer. */
export function coveredWords(answersAt: number): string {
  return `${format} ${String(answersAt).padStart(16, '0')}`;
}

export function trailerBytes({ answersAt, digest }: Trailer): Buffer {
  return Buffer.concat([header, Buffer.from(`${coveredWords(answersAt)} ${digest}`, 'latin1'), end]);
}

/** Every trailer has this length. */
export const trailerSize = trailerBytes({ answersAt: 0, digest: '0'.repeat(64) }).length;

/** @returns undefined for bytes that are not exactly those of a trailer */
export function readTrailer(bytes: Buffer): Trailer | undefined {
  const comment = bytes.subarray(header.length, -end.length).toString('latin1');
  const [, answersAt, digest] = /^\S+ (\d{16}) ([0-9a-f]{64})$/.exec(comment) ?? [];
  if (digest === undefined) return undefined;
  const trailer = { answersAt: Number(answersAt), digest };
  return trailerBytes(trailer).equals(bytes) ? trailer : undefined;
}
