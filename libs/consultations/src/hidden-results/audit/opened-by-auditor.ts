import { createDecipheriv, createHash } from 'node:crypto';
import type { HiddenChoice } from '../hidden-results.contract';

/** The key in the one form that it has; undefined for anything else. */
export function keyIn(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 32 && bytes.toString('base64url') === text ? bytes : undefined;
}

export const commitmentTo = (key: Buffer): string => createHash('sha256').update(key).digest('hex');

/** Opens what was hidden, by a procedure of the auditor's own; undefined where the key does not fit, or the text was altered or moved. */
export function openedByAuditor(key: string, activityId: string, { text, key: commitment }: HiddenChoice): object | undefined {
  const [secret, sealed] = [Buffer.from(key, 'base64url'), Buffer.from(text, 'base64url')];
  if (commitmentTo(secret) !== commitment) return undefined;
  try {
    const opening = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12), { authTagLength: 16 });
    opening.setAAD(Buffer.from(activityId));
    opening.setAuthTag(sealed.subarray(sealed.length - 16));
    const words = opening.update(sealed.subarray(12, sealed.length - 16), undefined, 'utf8') + opening.final('utf8');
    const said: unknown = JSON.parse(words);
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}
