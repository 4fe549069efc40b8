import { texts, type KeysOf } from '@isegoria/texts';

export const transparencyTexts = texts({
  'transparency.title': 'How this site can be checked',
  'transparency.lead': 'You do not have to trust us. Here is how to check for yourself.',
  'promise.title': 'The promise',
  'promise.restsOn': 'What it rests on',
  'promise.check': 'How you check it',
  'promise.recorded': 'Recorded as submitted',
  'promise.recorded.what': 'What you send stands in the log as you sent it.',
  'promise.recorded.restsOn': 'On your receipt, which the platform signs, and on a log to which entries are only ever added.',
  'promise.recorded.check':
    'Keep the receipt, and check it here or with a program of somebody else. If it is genuine and does not hold, it is your proof ' +
    'against us.',
  'promise.counted': 'Counted as recorded',
  'promise.counted.what': 'Every published figure follows from the log and from nothing else.',
  'promise.counted.restsOn':
    'On votes that stand in the log for everybody to read, under pseudonyms, and on figures that name the log position up to which ' +
    'they count.',
  'promise.counted.check':
    'Run the auditor’s program below, which counts everything again, or write one of your own: all formats are published.',
  'promise.eligible': 'Only eligible people',
  'promise.eligible.what': 'Nobody takes part without an account, and in each consultation one ballot of each account counts.',
  'promise.eligible.restsOn':
    'On accounts, roles and imports being entries of the log like everything else, and on results that tell people apart by ' +
    'how surely they are known.',
  'promise.eligible.check':
    'Count the accounts and the ballots in the log: there are never more ballots than accounts. That each account is one real person, ' +
    'the log cannot show.',
  'transparency.promises': 'How the log keeps it',
  'transparency.promise1':
    'Every vote, statement, comment, question, answer and decision is one entry of a public log. Entries are only ever added.',
  'transparency.promise2':
    'The log signs a checkpoint every few seconds: a fingerprint of everything up to then. If one entry is altered or removed, the ' +
    'fingerprints no longer fit.',
  'transparency.promise3':
    'Every contribution comes with a receipt. With it you can prove that your contribution is missing, should it ever be.',
  'transparency.promise4': 'All figures on this site are counted from the log and can be counted again by anybody, without an account.',
  'transparency.limits': 'What is not promised',
  'transparency.not1':
    'The log shows that nothing was altered afterwards. It cannot show that each account is one real person; that is why people are ' +
    'counted apart by how surely they are known.',
  'transparency.not2':
    'An operator could show different people different logs. Witnesses who sign checkpoints too, and auditors who compare theirs, find ' +
    'that out; one visitor alone cannot.',
  'transparency.not3':
    'Words of people are stored encrypted, so that they can be erased on request. The entry, its place and every count stay.',
  'transparency.not4':
    'Your vote is not secret from the operator beyond its pseudonym. Whoever holds the database and the key to its vault can find out ' +
    'whose a pseudonym is, and from outside nobody can see whether they did.',
  'transparency.not5':
    'Nobody is protected from pressure. Your receipt leads to your vote, so you can show it to others, and others can press you to. ' +
    'That is why this is no system for elections.',
  'transparency.officials': 'Who watches the officials',
  'transparency.officialsLead': 'What officials do is on record like everything else:',
  'transparency.checkpoint': 'The newest checkpoint',
  'transparency.checkpointLead': 'Keep a copy: any later checkpoint must contain this one.',
  'transparency.size': 'The log has {size} entries.',
  'transparency.noCheckpoint': 'The log does not answer at the moment. Nothing is lost by that; please try again later.',
  'transparency.keys': 'The public keys of the log',
  'transparency.recount': 'Recount everything yourself',
  'transparency.recountLead':
    'The auditor’s program needs no account. It reads the whole log from outside, rebuilds the fingerprints, checks the signatures, ' +
    'counts every vote again and compares the sums with the published results:',
  'transparency.recountResult': 'It ends with success only if everything fits; otherwise it names the first difference.',
  'transparency.own': 'Check your own contribution',
  'transparency.ownLead': 'You do not need to read the whole log for that:',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof transparencyTexts> {}
}
