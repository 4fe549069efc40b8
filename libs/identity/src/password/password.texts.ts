import { texts, type KeysOf } from '@isegoria/texts';

export const passwordTexts = texts({
  'forgotten.title': 'Choose a new password',
  'forgotten.lead': 'Give the e-mail address of your account. We send a link to it by which you choose a new password.',
  'forgotten.send': 'Send the link',
  'forgotten.sentLead':
    'We have sent a message to the address that you gave. It says whether there is an account, and has the link if there is. The link ' +
    'works for one hour.',
  'newPassword.lead': {
    text: 'For the account with the address {email}. Every session of it ends, and the old password no longer works.',
    comment: '{email} is an e-mail address.',
  },
  'newPassword.send': 'Set the new password',
  'password.title': 'Change your password',
  'password.lead': 'Every other session of your account ends, and we tell your address.',
  'password.current': 'Current password',
  'field.newPassword': 'New password',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof passwordTexts> {}
}
