import { createHash } from 'node:crypto';

/** What data with a salt commit to, in hex: SHA-256(salt || JCS(data)). Without the salt, nobody finds the data by trying. */
export function saltedCommitment(salt: string, data: unknown): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical(data)).digest('hex');
}

/** SHA-256 of a text in UTF-8, in hex. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 8785: members by their names, no blanks; numbers and texts are as ECMAScript writes them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
