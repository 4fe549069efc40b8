import type { Language } from '@isegoria/contracts';
import { ar } from './ar';
import { en } from './en';

export type MessageKey = keyof typeof en;

/** A catalogue that lacks a key, or has one that English does not have, does not compile. */
export const messages: Record<Language, Record<MessageKey, string>> = { en, ar };
