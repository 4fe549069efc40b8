import { texts, type KeysOf } from '@isegoria/texts';

export const erasureTexts = texts({
  'erasure.title': 'Erase your account',
  'erasure.lead': 'Your name, your address and what you wrote are removed for good. Your votes stay counted.',
  'erasure.whatGoes': 'See what goes and what stays, and erase the account',
  'erasure.goes': 'What is removed',
  'erasure.goes.profile': 'Your name, your e-mail address and your password.',
  'erasure.goes.words':
    'Everything you wrote: statements, annotations, comments, also those to offices of services, and questions. “This text was erased” ' +
    'is shown in its place.',
  'erasure.goes.tie': 'The link between you and your votes: we can no longer find out whose they are.',
  'erasure.goes.sessions': 'Every session, on every device, and every role.',
  'erasure.stays': 'What stays',
  'erasure.stays.votes': 'Your votes, under pseudonyms that we can trace to nobody, and all counts.',
  'erasure.stays.address':
    'If your address was confirmed: a mark from which nobody can read it, until the consultations that are published now have closed. ' +
    'If you come back, you count as anonymous in those.',
  'erasure.stays.entries': 'The fact that something was written, when and in which consultation, and the answers to it. Not the text.',
  'erasure.stays.receipts': 'The log and its proofs. The receipts that you keep can still be checked.',
  'erasure.stays.backups': 'For a limited time, older backups. Until they are deleted, they hold the key to your words.',
  'erasure.forGood':
    'This cannot be undone, by you or by us. Your votes can no longer be changed. You can register again with the same ' +
    'address, as a new person.',
  'erasure.administrator':
    'You have the role of administrator. Ask another administrator to remove it first, so that there is always one left.',
  'erasure.password.hint': 'Enter it once more, so that nobody else can do this on your device.',
  'erasure.send': 'Erase my account for good',
  'erasure.keep': 'Keep the account',
  'erasure.done': 'Your account is erased',
  'erasure.doneLead': 'You are signed out. Nobody can read your name, your address or what you wrote any longer.',
  'erasure.doneAgain': 'Thank you for taking part. If you come back, you can register again, also with the same address.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof erasureTexts> {}
}
