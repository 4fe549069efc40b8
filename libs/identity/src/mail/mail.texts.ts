import { texts, type KeysOf } from '@isegoria/texts';

const comment = 'A message in plain text. Each link stands on a line of its own.';

export const mailTexts = texts({
  'mail.confirmAddress.subject': 'Confirm your e-mail address',
  'mail.confirmAddress.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked for an account with this e-mail address. The link shows what was asked for and sets ' +
      'the account up. It works once and for 48 hours:\n\n{link}\n\nIf it was not you, ignore this message: no account will have ' +
      'your address.\n',
    comment,
  },
  'mail.addressIsKnown.subject': 'You already have an account',
  'mail.addressIsKnown.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked for an account with this e-mail address. It has one already: sign in here:\n\n' +
      '{link}\n\nIf you do not know your password any more, choose a new one here:\n\n{forgotten}\n\n' +
      'If it was not you, ignore this message. Nothing was changed.\n',
    comment,
  },
  'mail.choosePassword.subject': 'Choose a new password',
  'mail.choosePassword.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked for a new password for your account. Choose it here. The link works once and for one ' +
      'hour:\n\n{link}\n\nIf it was not you, ignore this message. Your password stays as it is.\n',
    comment,
  },
  'mail.noAccount.subject': 'There is no account with this address',
  'mail.noAccount.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked for a new password for an account with this e-mail address. No confirmed account ' +
      'has it. Perhaps you used another address; or create an account here:\n\n{link}\n\nIf it was not you, ignore this message.\n',
    comment,
  },
  'mail.passwordChanged.subject': 'Your password was changed',
  'mail.passwordChanged.body': {
    text:
      'Hello,\n\nthe password of your account was changed, and every other session was ended. If it was not you, choose a new one ' +
      'here:\n\n{link}\n',
    comment,
  },
  'mail.secondFactorOn.subject': 'Your account has a second factor',
  'mail.secondFactorOn.body': {
    text:
      'Hello,\n\nfrom now on a sign-in to your account asks for a code of your app as well, and every other session was ended. If it was ' +
      'not you, ask an administrator at once to take it away.\n\n{link}\n',
    comment,
  },
  'mail.secondFactorOff.subject': 'The second factor of your account was turned off',
  'mail.secondFactorOff.body': {
    text:
      'Hello,\n\nsomebody with your password and a code turned the second factor of your account off. If it was not you, change your ' +
      'password and set it up again here:\n\n{link}\n',
    comment,
  },
  'mail.secondFactorReset.subject': 'An administrator removed your second factor',
  'mail.secondFactorReset.body': {
    text:
      'Hello,\n\nan administrator took away the second factor of your account, and every session was ended. Sign in with your password ' +
      'and set it up again here:\n\n{link}\n\nIf you did not ask for it, tell your administrators.\n',
    comment,
  },
  'mail.recoveryCodesRenewed.subject': 'Your account has new recovery codes',
  'mail.recoveryCodesRenewed.body': {
    text:
      'Hello,\n\nnew recovery codes were made for your account, and the old ones ended. If it was not you, change your password and make ' +
      'new ones here:\n\n{link}\n',
    comment,
  },
  'mail.newAddress.subject': 'Confirm your new e-mail address',
  'mail.newAddress.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked to use this e-mail address for an account. Confirm it here. The link works once and for ' +
      '48 hours:\n\n{link}\n\nIf it was not you, ignore this message.\n',
    comment,
  },
  'mail.newAddressIsKnown.subject': 'This address already has an account',
  'mail.newAddressIsKnown.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked to use this e-mail address for an account. It has an account already, so nothing was ' +
      'changed. To use it for the other account, erase this one first.\n\nIf it was not you, ignore this message.\n',
    comment,
  },
  'mail.suspended.subject': 'Your account is suspended for a while',
  'mail.suspended.body': {
    text:
      'Hello,\n\na moderator suspended your account for a while: you can go on reading, and sign in, but not vote or write. Until when ' +
      'and why stands here:\n\n{link}\n',
    comment,
  },
  'mail.addressChanges.subject': 'Your account will have another e-mail address',
  'mail.addressChanges.body': {
    text:
      'Hello,\n\nsomebody, probably you, asked to change the e-mail address of your account. This one stays valid until the new one is ' +
      'confirmed.\n\nIf it was not you, keep your address and choose a new password here. The link works for 7 days, also after the ' +
      'change:\n\n{link}\n',
    comment,
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof mailTexts> {}
}
