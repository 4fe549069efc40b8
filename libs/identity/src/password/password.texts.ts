import { texts, type KeysOf } from '@isegoria/texts';

export const passwordTexts = texts({
  'forgotten.title': 'Choose a new password',
  'forgotten.lead': 'Enter the e-mail address of your account. We will send a link to it, with which you can choose a new password.',
  'forgotten.send': 'Send the link',
  'forgotten.sentLead':
    'We have sent a message to the address you gave. It says whether there is an account and, if so, contains the link. ' +
    'The link works for one hour.',
  'newPassword.lead': {
    text: 'For the account with the address {email}. All its sessions end, and the old password no longer works.',
    comment: '{email} is an e-mail address.',
  },
  'newPassword.send': 'Set the new password',
  'password.title': 'Change your password',
  'password.lead': 'Every other session of your account ends, and we send you a message about it.',
  'password.current': 'Current password',
  'field.newPassword': 'New password',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof passwordTexts> {}
}
