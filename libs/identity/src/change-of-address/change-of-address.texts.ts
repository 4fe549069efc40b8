import { texts, type KeysOf } from '@isegoria/texts';

export const changeOfAddressTexts = texts({
  'address.title': 'Change your e-mail address',
  'address.lead': {
    text: 'Your address is {email}. It stays valid until you follow the link that we send to the new one. We will write to both.',
    comment: '{email} is an e-mail address.',
  },
  'address.new': 'New e-mail address',
  'address.send': 'Send a link to the new address',
  'address.sendAgain': 'Send the link again',
  'address.unconfirmedTitle': 'Confirm your e-mail address',
  'address.unconfirmedLead':
    'No message arrived? Check the address, correct it if needed, and we will send the link again. Only the latest link ' + 'works.',
  'address.sentLead': 'We have sent a message to the address you gave. Follow the link in it.',
  'newAddress.title': 'Confirm your new e-mail address',
  'newAddress.lead': {
    text:
      'Your account will have the address {email}. Enter your password, so that nobody can add your address to an account of ' + 'theirs.',
    comment: '{email} is an e-mail address.',
  },
  'newAddress.send': 'Confirm the new address',
  'oldAddress.title': 'Keep your e-mail address',
  'oldAddress.lead': {
    text:
      'Your account keeps the address {email}, or gets it back. The person who asked for the change knows your password, so ' +
      'choose a new one. Every session of the account ends.',
    comment: '{email} is an e-mail address.',
  },
  'oldAddress.send': 'Keep the address and set the new password',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof changeOfAddressTexts> {}
}
