import { createHash } from 'node:crypto';

/** Distinguishes texts: what is published is what was shown before. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
