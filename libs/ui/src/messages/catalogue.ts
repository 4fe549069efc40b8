import type { Language } from '@isegoria/contracts';
import { ar } from './ar';
import { arOfTheLog } from './ar-of-the-log';
import { en } from './en';
import { enOfTheLog } from './en-of-the-log';

export type MessageKey = keyof typeof en | keyof typeof enOfTheLog;

/** A catalogue that lacks a key, or has one that English does not have, does not compile. */
export const messages: Record<Language, Record<MessageKey, string>> = { en: { ...en, ...enOfTheLog }, ar: { ...ar, ...arOfTheLog } };
