import { textsIn, type Language } from '@isegoria/texts';
import './mail.texts';

export interface Message {
  readonly subject: string;
  readonly body: string;
}

/**
 * What is sent, as plain text. Nothing that the sender of a form chose stands in it: a registration with somebody else's address must not
 * deliver words of one's own there.
 */
export const messages = {
  confirmAddress: (language: Language, link: string) => message('confirmAddress', language, link),
  addressIsKnown: (language: Language, link: string) => message('addressIsKnown', language, link),
};

function message(kind: 'confirmAddress' | 'addressIsKnown', language: Language, link: string): Message {
  const { t } = textsIn(language);
  return { subject: t(`mail.${kind}.subject`), body: t(`mail.${kind}.body`, { link }) };
}
