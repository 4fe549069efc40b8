import { texts, type KeysOf } from '@isegoria/texts';

export const accountTexts = texts({
  'beforeSignOut.title': 'Confirm your address before you sign out',
  'beforeSignOut.lead': {
    text:
      'Your address {email} is not confirmed yet. If you sign out now, you cannot sign in again with it until you follow the link that ' +
      'we sent there.',
    comment: '{email} is an e-mail address.',
  },
  'beforeSignOut.send': 'Sign out all the same',
  'signedInAside.title': 'You are signed in',
  'signedInAside.lead': 'Go back to the window in which you were writing. Your words are still there: send them again.',
  'signedInAside.close': 'You can close this window.',
  'register.title': 'Create an account',
  'register.lead': 'With an account you can vote, comment and ask. Your name is never shown: what you publish appears under a pseudonym.',
  'register.send': 'Create the account',
  'register.already': 'Already have an account?',
  'registered.title': 'Check your e-mail',
  'registered.lead':
    'We have sent a message to the address you gave. You can take part straight away, in this browser. Follow the link in ' +
    'the message within 48 hours: then you can sign in anywhere, and your votes no longer count as anonymous.',
  'registered.spam': 'If nothing arrives within a few minutes, check your spam folder.',
  'registered.mailbox': 'This installation keeps its messages instead of sending them:',
  'signIn.thenBack': 'After that you will return to where you were.',
  'signIn.forgotten': 'I have forgotten my password',
  'signIn.unconfirmed':
    'Did you register and not confirm your address yet? Open the link in our message first. To get a new message, register again.',
  'signIn.noAccount': 'No account yet?',
  'account.saved': 'Your change is saved.',
  'account.unconfirmed':
    'Your address is not confirmed yet. Until you follow the link in our message, your account is open in this browser only, and your ' +
    'votes count as anonymous.',
  'account.suspended': {
    text:
      'Your account is suspended until {until}. You can read, withdraw what you wrote and erase your account, but you cannot ' +
      'vote or write.',
    comment: '{until} is a date with a time.',
  },
  'account.suspensionMore': 'Why, what this means, and how to appeal',
  'account.assurance': {
    text: 'Known by',
    comment: 'Beside it stands how surely the platform knows the person, such as "E-mail confirmed".',
  },
  'account.roles': 'Roles',
  'account.pseudonyms':
    'You appear under a different pseudonym in each consultation, so that nobody can link what you say in one to what you ' +
    'say in another.',
  'role.citizen': 'Citizen',
  'role.official': 'Official',
  'role.moderator': 'Moderator',
  'role.analyst': 'Analyst',
  'role.auditor': 'Auditor',
  'role.administrator': 'Administrator',
  'role.inUnit': {
    text: '{role}, {unit}',
    comment: '{role} is a role such as "Moderator", {unit} the part of the institution in which it is held.',
  },
  'field.name': 'Name',
  'field.name.hint': 'Kept encrypted and not published.',
  'field.email': 'E-mail address',
  'field.password': 'Password',
  'field.password.hint': 'At least {min, number} characters. Several words in a row are easy to remember.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof accountTexts> {}
}
