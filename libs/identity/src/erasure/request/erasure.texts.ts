import { texts, type KeysOf } from '@isegoria/texts';

export const erasureTexts = texts({
  'erasure.title': 'Erase your account',
  'erasure.lead': 'Your name, your address and your words are removed for good. Your votes stay counted.',
  'erasure.whatGoes': 'See what goes and what stays, and erase the account',
  'erasure.goes': 'What goes',
  'erasure.goes.profile': 'Your name, your e-mail address and your password.',
  'erasure.goes.words': 'Everything you wrote: statements, comments and questions. “This text was erased” stands in its place.',
  'erasure.goes.tie': 'The tie between you and your votes: we can no longer find out whose they are.',
  'erasure.goes.sessions': 'Every session, on every device, and every role.',
  'erasure.stays': 'What stays',
  'erasure.stays.votes': 'Your votes, under pseudonyms that we can trace to nobody, and all counts.',
  'erasure.stays.address':
    'If your address was confirmed: a mark that nobody can read it from, until the consultations that are published now have closed. ' +
    'If you come back, you count as anonymous in those.',
  'erasure.stays.entries': 'That something was written, when and in which consultation, and the answers to it. Not the words.',
  'erasure.stays.receipts': 'The log and its proofs. The receipts that you keep can still be checked.',
  'erasure.stays.backups': 'For a limited time, older backups. Until they are deleted, they hold the key to your words.',
  'erasure.forGood':
    'This cannot be undone, by you or by anybody. Your votes can no longer be changed. You can register again with the same address, ' +
    'as a new person.',
  'erasure.administrator':
    'You hold the role of administrator. Ask another administrator to take it from you first, so that one is always left.',
  'erasure.password.hint': 'Once more, so that nobody else can do this on your device.',
  'erasure.send': 'Erase my account for good',
  'erasure.keep': 'Keep the account',
  'erasure.done': 'Your account is erased',
  'erasure.doneLead': 'You are signed out. Your name, your address and your words can no longer be read.',
  'erasure.doneAgain': 'Thank you for having taken part. If you come back, you can register again, also with the same address.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof erasureTexts> {}
}
