import type { Role, SuspendingRole } from '@isegoria/kernel';
import { textsIn, type Language } from '@isegoria/texts';
import '../account/own-account/account.texts';
import './mail.texts';

export interface Message {
  readonly subject: string;
  readonly body: string;
  /** The address that turns messages of this kind off (RFC 8058); absent for those that belong to the account itself. */
  readonly unsubscribe?: string;
}

/**
 * What is sent, as plain text. It contains nothing that the sender of a form chose: nobody can use a registration with another person's
 * address to send them words of their own.
 */
export const messages = {
  confirmAddress: (language: Language, links: { link: string }) => message('confirmAddress', language, links),
  addressIsKnown: (language: Language, links: { link: string; forgotten: string }) => message('addressIsKnown', language, links),
  choosePassword: (language: Language, links: { link: string }) => message('choosePassword', language, links),
  noAccount: (language: Language, links: { link: string }) => message('noAccount', language, links),
  passwordChanged: (language: Language, links: { link: string }) => message('passwordChanged', language, links),
  secondFactorOn: (language: Language, links: { link: string }) => message('secondFactorOn', language, links),
  secondFactorOff: (language: Language, links: { link: string }) => message('secondFactorOff', language, links),
  secondFactorReset: (language: Language, links: { link: string }) => message('secondFactorReset', language, links),
  recoveryCodesRenewed: (language: Language, links: { link: string }) => message('recoveryCodesRenewed', language, links),
  newAddress: (language: Language, links: { link: string }) => message('newAddress', language, links),
  newAddressIsKnown: (language: Language) => message('newAddressIsKnown', language, {}),
  suspended: (language: Language, links: { link: string }, role: SuspendingRole) =>
    message('suspended', language, { ...links, by: textsIn(language).t(`suspension.by.${role}`) }),
  suspensionAppealDecided: (language: Language, links: { link: string }) => message('suspensionAppealDecided', language, links),
  invitation: (language: Language, links: { link: string }, role: Role) =>
    message('invitation', language, { ...links, role: textsIn(language).t(`role.${role}`) }),
  addressChanges: (language: Language, links: { link: string }) => message('addressChanges', language, links),
};

function message(kind: keyof typeof messages, language: Language, links: Readonly<Record<string, string>>): Message {
  const { t } = textsIn(language);
  return { subject: t(`mail.${kind}.subject`), body: t(`mail.${kind}.body`, links) };
}
