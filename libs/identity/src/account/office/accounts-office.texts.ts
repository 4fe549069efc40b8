import { texts, type KeysOf } from '@isegoria/texts';

export const accountsTexts = texts({
  'accounts.title': 'Accounts and roles',
  'accounts.lead': 'A marked role is held. Press one to give it, end it or take it. Every change is on the record.',
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
  'accounts.isErased': 'This account was erased. Nothing of the person is left.',
  'accounts.erase': 'Erase this account',
  'accounts.eraseLead': 'Only when the person asked for it, or a court did. It is on the record as done by you.',
  'accounts.eraseTold': 'This is what people are told before they erase their own account:',
  'accounts.eraseReason.hint':
    'The reason is public and stays in the log for ever. Name nobody and give no personal details: “asked for by letter” is enough.',
  'accounts.eraseSend': 'Erase the account for good',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof accountsTexts> {}
}
