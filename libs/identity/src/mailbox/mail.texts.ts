import { texts, type KeysOf } from '@isegoria/texts';

export const mailTexts = texts({
  'mail.confirmAddress.subject': 'Confirm your e-mail address',
  'mail.confirmAddress.body': {
    text:
      'Hello,\n\nplease confirm your e-mail address with this link. It works once and for 48 hours:\n\n{link}\n\n' +
      'If you did not open an account, ignore this message.\n',
    comment: 'A message in plain text. {link} stands on a line of its own.',
  },
  'mail.addressIsKnown.subject': 'You already have an account',
  'mail.addressIsKnown.body': {
    text:
      'Hello,\n\nsomebody, probably you, tried to open an account with this e-mail address. It has one already: sign in here:\n\n' +
      '{link}\n\nIf it was not you, ignore this message. Nothing was changed.\n',
    comment: 'A message in plain text. {link} stands on a line of its own.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof mailTexts> {}
}
