import { createHash } from 'node:crypto';

/** The field for the translation of a text; another text has another one, so that an old page cannot translate the wrong words. */
export const fieldOf = (text: string): string => `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.text`;
