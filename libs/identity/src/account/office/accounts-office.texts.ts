import { texts, type KeysOf } from '@isegoria/texts';

export const accountsTexts = texts({
  'accounts.title': 'Accounts and roles',
  'accounts.lead':
    'A tick shows a role that the person has. Choose a role to give it, to set when it ends or to remove it. Every change ' +
    'is on record.',
  'accounts.inUnit': {
    text: 'The roles are those in: {unit}',
    comment: '{unit} is the name of a part of the institution.',
  },
  'accounts.elsewhere': {
    text: 'Roles in other units:',
    comment: 'A list of roles with their units follows.',
  },
  'accounts.empty': 'There are no accounts.',
  'accounts.imported': 'Imported account',
  'accounts.erased': 'Erased account',
  'accounts.isErased': 'This account was erased. No data about the person is left.',
  'accounts.erase': 'Erase this account',
  'accounts.eraseLead': 'Only if the person asked for it, or a court ordered it. It is on record as done by you.',
  'accounts.eraseTold': 'This is what people are told before they erase their own account:',
  'accounts.eraseReason.hint':
    'The reason is public and stays in the log for ever. Do not name anybody or give personal details: “asked for by ' +
    'letter” is enough.',
  'accounts.eraseSend': 'Erase the account for good',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof accountsTexts> {}
}
