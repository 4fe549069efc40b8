import { texts, type KeysOf } from '@isegoria/texts';

export const transparencyTexts = texts({
  'transparency.title': 'How this site can be checked',
  'transparency.lead': 'You do not have to trust us. Here is how to check for yourself.',
  'promise.title': 'The promise',
  'promise.restsOn': 'What it rests on',
  'promise.check': 'How you check it',
  'promise.recorded': 'Recorded as submitted',
  'promise.recorded.what': 'What you send is kept in the log exactly as you sent it.',
  'promise.recorded.restsOn': 'On your receipt, which the platform signs, and on a log to which entries are only ever added.',
  'promise.recorded.check':
    'Keep the receipt, and check it here or with somebody else’s program. If it is genuine but the check fails, it is your ' +
    'proof against us.',
  'promise.counted': 'Counted as recorded',
  'promise.counted.what': 'Every published figure follows from the log and from nothing else.',
  'promise.counted.restsOn':
    'On votes that everybody can read in the log, under pseudonyms, and on figures that say up to which position in the ' +
    'log they count.',
  'promise.counted.check':
    'Run the auditor’s program below, which counts everything again, or write one of your own: all formats are published.',
  'promise.eligible': 'Only eligible people',
  'promise.eligible.what': 'Nobody takes part without an account, and in each consultation one ballot of each account counts.',
  'promise.eligible.restsOn':
    'On a log that records accounts, roles and imports like everything else, and on results that show people separately by ' +
    'how their identity was checked.',
  'promise.eligible.check':
    'Count the accounts and the ballots in the log: there are never more ballots than accounts. The log cannot show that ' +
    'each account is one real person.',
  'transparency.promises': 'How the log keeps it',
  'transparency.promise1':
    'Every vote, statement, annotation, comment, question, answer and decision is one entry of a public log. Entries are only ever added.',
  'transparency.promise2':
    'The log signs a checkpoint every few seconds: a fingerprint of everything up to then. If one entry is altered or removed, the ' +
    'fingerprints no longer fit.',
  'transparency.promise3':
    'You get a receipt for every contribution. With it you can prove that your contribution is missing, if that ever ' + 'happens.',
  'transparency.promise4': 'All figures on this site are counted from the log and can be counted again by anybody, without an account.',
  'transparency.limits': 'What is not promised',
  'transparency.not1':
    'The log shows that nothing was altered afterwards. It cannot show that each account is one real person. That is why ' +
    'people are counted separately by how their identity was checked.',
  'transparency.not2':
    'An operator could show different people different logs. Witnesses who also sign checkpoints, and auditors who compare ' +
    'theirs, would notice; one visitor alone cannot.',
  'transparency.not3':
    'What people write is stored encrypted, so that it can be erased on request. The entry, its place and every count stay.',
  'transparency.not4':
    'Your pseudonym does not keep your vote fully secret from the operator. Anybody who holds the database and the key to ' +
    'its vault can find out whose a pseudonym is, and nobody outside can see whether they did.',
  'transparency.not5':
    'Nobody is protected from pressure. Your receipt leads to your vote, so you can show it to others, and others can ' +
    'press you to do so. That is why this system is not suitable for elections.',
  'transparency.officials': 'Who watches the officials',
  'transparency.officialsLead': 'What officials do is on record like everything else:',
  'transparency.checkpoint': 'The newest checkpoint',
  'transparency.checkpointLead': 'Keep a copy: any later checkpoint must contain this one.',
  'transparency.size': 'The log has {size} entries.',
  'transparency.signedAt': {
    text: 'Signed by the log:',
    comment: 'A date and time follow.',
  },
  'transparency.noCheckpoint': 'The log is not responding at the moment. Nothing is lost. Please try again later.',
  'transparency.keys': 'The public keys of the log',
  'transparency.recount': 'Recount everything yourself',
  'transparency.recountLead':
    'The auditor’s program needs no account. It reads the whole log from outside, rebuilds the fingerprints, checks the signatures, ' +
    'counts every vote again and compares the sums with the published results:',
  'transparency.recountResult': 'It succeeds only if everything matches; otherwise it names the first difference.',
  'transparency.recountMore': 'What an auditor does, all commands, and what is not checked:',
  'transparency.own': 'Check your own contribution',
  'transparency.ownLead': 'You do not need to read the whole log for that:',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof transparencyTexts> {}
}
