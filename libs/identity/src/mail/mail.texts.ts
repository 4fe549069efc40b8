import { texts, type KeysOf } from '@isegoria/texts';

const comment = 'A message in plain text. Each link stands on a line of its own.';

export const mailTexts = texts({
  'mail.confirmAddress.subject': 'Confirm your e-mail address',
  'mail.confirmAddress.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked for an account with this e-mail address. The link shows what was asked for and ' +
      'creates the account. It works once and for 48 hours:\n\n{link}\n\nIf it was not you, ignore this message: no account will ' +
      'have your address.\n',
    comment,
  },
  'mail.addressIsKnown.subject': 'You already have an account',
  'mail.addressIsKnown.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked for an account with this e-mail address. There is one already. Sign in ' +
      'here:\n\n{link}\n\nIf you have forgotten your password, choose a new one here:\n\n{forgotten}\n\nIf it was not you, ignore ' +
      'this message. Nothing was changed.\n',
    comment,
  },
  'mail.choosePassword.subject': 'Choose a new password',
  'mail.choosePassword.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked for a new password for your account. Choose it here. The link works once and ' +
      'for one hour:\n\n{link}\n\nIf it was not you, ignore this message. Your password stays as it is.\n',
    comment,
  },
  'mail.noAccount.subject': 'There is no account with this address',
  'mail.noAccount.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked for a new password for an account with this e-mail address. No confirmed ' +
      'account has this address. If you registered and did not confirm it yet, open the link in the message that we sent you then. ' +
      'Otherwise you may have used another address. If you have no account, or that link no longer works, register here:' +
      '\n\n{link}\n\nIf it was not you, ignore this message.\n',
    comment,
  },
  'mail.passwordChanged.subject': 'Your password was changed',
  'mail.passwordChanged.body': {
    text:
      'Hello,\n\nThe password of your account was changed, and every other session was ended. If it was not you, choose a new ' +
      'password here:\n\n{link}\n',
    comment,
  },
  'mail.secondFactorOn.subject': 'Your account has a second factor',
  'mail.secondFactorOn.body': {
    text:
      'Hello,\n\nFrom now on, signing in to your account also takes a code from your app. Every other session was ended. If it ' +
      'was not you, ask an administrator at once to remove the second factor.\n\n{link}\n',
    comment,
  },
  'mail.secondFactorOff.subject': 'The second factor of your account was turned off',
  'mail.secondFactorOff.body': {
    text:
      'Hello,\n\nSomebody with your password and a code turned off the second factor of your account. If it was not you, ' +
      'change your password and set up the second factor again here:\n\n{link}\n',
    comment,
  },
  'mail.secondFactorReset.subject': 'An administrator removed your second factor',
  'mail.secondFactorReset.body': {
    text:
      'Hello,\n\nAn administrator removed the second factor of your account, and every session was ended. Sign in with your ' +
      'password and set up a new second factor here:\n\n{link}\n\nIf you did not ask for this, tell your administrators.\n',
    comment,
  },
  'mail.recoveryCodesRenewed.subject': 'Your account has new recovery codes',
  'mail.recoveryCodesRenewed.body': {
    text:
      'Hello,\n\nNew recovery codes were created for your account, and the old ones no longer work. If it was not you, change ' +
      'your password and create new ones here:\n\n{link}\n',
    comment,
  },
  'mail.newAddress.subject': 'Confirm your new e-mail address',
  'mail.newAddress.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked to use this e-mail address for an account. Confirm it here. The link works once ' +
      'and for 48 hours:\n\n{link}\n\nIf it was not you, ignore this message.\n',
    comment,
  },
  'mail.newAddressIsKnown.subject': 'This address already has an account',
  'mail.newAddressIsKnown.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked to use this e-mail address for an account. It already has an account, so ' +
      'nothing was changed. To use the address for the other account, erase this one first.\n\nIf it was not you, ignore this ' +
      'message.\n',
    comment,
  },
  'mail.suspended.subject': 'Your account is suspended for a time',
  'mail.suspended.body': {
    text:
      'Hello,\n\nYour account has been suspended for a time by {by}: you can still read and sign in, but you cannot vote or ' +
      'write. See until when and why, and how to appeal:\n\n{link}\n',
    comment: 'A message in plain text. {by} is “a moderator” or “an administrator”. The link stands on a line of its own.',
  },
  'mail.suspensionAppealDecided.subject': 'Your appeal was decided',
  'mail.suspensionAppealDecided.body': {
    text:
      'Hello,\n\nYou appealed against the suspension of your account. Somebody other than the person who suspended it ' +
      'has decided. See what was decided, and why:\n\n{link}\n',
    comment,
  },
  'mail.invitation.subject': 'You are invited to a role on the participation platform',
  'mail.invitation.body': {
    text:
      'Hello,\n\nAn administrator of the participation platform invites you to take on this role: {role}. See what it is, and accept it, ' +
      'here. The link works once and for 7 days:\n\n{link}\n\nIf you do not expect this, ignore this message: nothing will change.\n',
    comment: 'A message in plain text. {role} is the name of a role, such as “Official”. Each link stands on a line of its own.',
  },
  'mail.addressChanges.subject': 'Your account will have another e-mail address',
  'mail.addressChanges.body': {
    text:
      'Hello,\n\nSomebody, probably you, asked to change the e-mail address of your account. This address stays valid until ' +
      'the new one is confirmed.\n\nIf it was not you, keep your address and choose a new password here. The link works for 7 ' +
      'days, even after the change:\n\n{link}\n',
    comment,
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof mailTexts> {}
}
