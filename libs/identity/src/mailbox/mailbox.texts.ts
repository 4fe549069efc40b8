import { texts, type KeysOf } from '@isegoria/texts';

export const mailboxTexts = texts({
  'mailbox.title': 'Mailbox',
  'mailbox.lead': 'This installation does not send mail: what it would send is shown here, to everybody. It is meant for trials.',
  'mailbox.rounds': {
    text:
      'Notifications about contributions are combined into one message {minutes, plural, one {every minute} other {every # minutes}} at ' +
      'most, so they come later than other messages.',
    comment: 'On the page that shows every message that the site would send.',
  },
  'mailbox.empty': 'No message has been written yet.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof mailboxTexts> {}
}
