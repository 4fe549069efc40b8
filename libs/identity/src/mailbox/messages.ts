import { textsIn, type Language } from '@isegoria/texts';
import './mail.texts';

export interface Message {
  readonly subject: string;
  readonly body: string;
}

/**
 * What is sent, as plain text. It contains nothing that the sender of a form chose: nobody can use a registration with another person's
 * address to send them words of their own.
 */
export const messages = {
  confirmAddress: (language: Language, link: string) => message('confirmAddress', language, link),
  addressIsKnown: (language: Language, link: string) => message('addressIsKnown', language, link),
};

function message(kind: 'confirmAddress' | 'addressIsKnown', language: Language, link: string): Message {
  const { t } = textsIn(language);
  return { subject: t(`mail.${kind}.subject`), body: t(`mail.${kind}.body`, { link }) };
}
