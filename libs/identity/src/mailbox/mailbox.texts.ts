import { texts, type KeysOf } from '@isegoria/texts';

export const mailboxTexts = texts({
  'mailbox.title': 'Mailbox',
  'mailbox.lead': 'This installation does not send mail: what it would send is shown here, to everybody. It is meant for trials.',
  'mailbox.empty': 'No message has been written yet.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof mailboxTexts> {}
}
