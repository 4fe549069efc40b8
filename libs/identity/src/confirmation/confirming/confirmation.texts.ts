import { texts, type KeysOf } from '@isegoria/texts';

export const confirmationTexts = texts({
  'confirm.title': 'Confirm your e-mail address',
  'confirm.asked': {
    text: 'On {when}, somebody asked for an account with the address {email} and the name “{name}”.',
    comment: '{when} is date and time, {name} what somebody typed.',
  },
  'confirm.known': 'I chose the password',
  'confirm.knownLead':
    'Enter the password that you chose then. The account gets your address, and your votes count as those of a person with ' +
    'a confirmed e-mail address.',
  'confirm.send': 'Confirm and create the account',
  'confirm.anew': 'It was not me, or I do not know the password',
  'confirm.anewLead':
    'Choose a name and a password of your own. You get a new account with your address. What was done under the other one is not ' +
    'linked to you, and its password opens nothing of yours.',
  'confirm.anewSend': 'Create a new account',
  'confirm.neither': 'If you do not want an account, close this page. No account will be created.',
  'confirm.done': 'Your address is confirmed',
  'confirm.doneLead':
    'You are signed in and can take part. From now on your votes count as those of a person with a confirmed e-mail ' +
    'address. The same will apply to votes you have already cast in consultations that are still open: they change together ' +
    'with those of others, so that nobody can tell which are yours, and at the latest when the consultation closes.',
  'confirm.goOn': 'Take part',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof confirmationTexts> {}
}
