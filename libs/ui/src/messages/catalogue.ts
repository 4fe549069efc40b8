import type { Language } from '@isegoria/contracts';
import { ar } from './ar';
import { arOfTheLog } from './ar-of-the-log';
import { arOfTheOffice } from './ar-of-the-office';
import { en } from './en';
import { enOfTheLog } from './en-of-the-log';
import { enOfTheOffice } from './en-of-the-office';

export type MessageKey = keyof typeof en | keyof typeof enOfTheLog | keyof typeof enOfTheOffice;

/** A catalogue that lacks a key, or has one that English does not have, does not compile. */
export const messages: Record<Language, Record<MessageKey, string>> = {
  en: { ...en, ...enOfTheLog, ...enOfTheOffice },
  ar: { ...ar, ...arOfTheLog, ...arOfTheOffice },
};
