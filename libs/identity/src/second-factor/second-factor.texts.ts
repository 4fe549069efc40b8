import { texts, type KeysOf } from '@isegoria/texts';

export const secondFactorTexts = texts({
  'signInCode.title': 'Enter the code',
  'signInCode.lead': 'Your password is correct. Now enter the code that your app shows.',
  'signInCode.lost': 'Without the app, enter one of your recovery codes. If you have none either, ask an administrator.',
  'signInCode.again': 'Start again',
  'field.code': 'Code',
  'field.code.hint': 'Six digits of your app, or a recovery code. Each works once.',
  'field.code.first': 'The six digits that your app shows now.',
  'secondFactor.title': 'Second factor',
  'secondFactor.lead':
    'With a second factor, your password alone is not enough to open your account: signing in also takes a code that an ' +
    'app on your phone shows.',
  'secondFactor.needed': 'Your roles count once you have set it up. Until then you can do what every citizen can.',
  'secondFactor.begin': 'Set it up',
  'secondFactor.scan': 'Open an app for one-time codes (TOTP) on your phone and scan this picture.',
  'secondFactor.qr': 'QR code with the key for your app',
  'secondFactor.typed': 'If it cannot read the picture, enter this key:',
  'secondFactor.confirm': 'Finish',
  'secondFactor.isOn': {
    text:
      'Your account has a second factor. {left, plural, =0 {You have no recovery codes left.} one {You have one recovery code left.} ' +
      'other {You have # recovery codes left.}}',
    comment: 'A recovery code opens the account in the place of a code of the app.',
  },
  'secondFactor.off': 'Turn it off',
  'recoveryCodes.renew': 'Create new recovery codes',
  'recoveryCodes.title': 'Your recovery codes',
  'recoveryCodes.lead': 'Each of them opens your account once, together with your password, when you do not have the app.',
  'recoveryCodes.once': 'They are shown now and never again. Print them or write them down, and keep them apart from your phone.',
  'recoveryCodes.kept': 'I have kept them',
  'resetFactor.title': 'Remove the second factor',
  'resetFactor.lead':
    'For a person who has lost both the app and the recovery codes, and whom you know. It is on record as done by you, ' +
    'every session of the account ends, and the person is told by e-mail.',
  'resetFactor.send': 'Remove it',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof secondFactorTexts> {}
}
