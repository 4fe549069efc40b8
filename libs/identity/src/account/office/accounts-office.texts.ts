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
  'accounts.find': 'Find an account by its e-mail address',
  'accounts.findHint':
    'The whole address, as it is used to sign in, and confirmed. Names and parts of addresses cannot be searched: ' +
    'they are stored encrypted.',
  'accounts.findSend': 'Find',
  'account.oneTitle': 'An account',
  'accounts.isSuspended': 'suspended',
  'accounts.suspension': 'Suspension',
  'accounts.suspensionLead':
    'A suspended person can read, appeal and erase the account, but cannot add anything. The record says who suspended somebody, ' +
    'until when and why, but not whose account it is. The person is told by e-mail.',
  'accounts.days': 'Days',
  'accounts.daysHint': 'From 1 to {most, number}.',
  'field.days.wrong': 'Enter a whole number of days from 1 to {max, number}.',
  'accounts.suspend': 'Suspend the account',
  'accounts.lift': 'End the suspension now',
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
