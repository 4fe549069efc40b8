import { texts, type KeysOf } from '@isegoria/texts';

export const receiptCheckTexts = texts({
  'check.title': 'Check a receipt',
  'check.lead':
    'Paste the receipt that you got for a contribution, or follow the link in its QR code. You will see, step by step, whether it is ' +
    'in the public log unaltered.',
  'check.receipt': 'Receipt',
  'check.hint': {
    text: 'One long line that begins with “isegoria-receipt”.',
    comment: '“isegoria-receipt” stays as it is: each receipt begins with it.',
  },
  'check.words': 'What you wrote (optional)',
  'check.wordsHint':
    'For a comment, question, statement or annotation: you will see whether these are exactly the words that were recorded.',
  'check.words.same': 'These are exactly the words that were recorded.',
  'check.words.different': 'The recorded words are different. Every letter, space and line break counts.',
  'check.file': 'Or choose the file in which you saved it',
  'check.fileHint': 'Its text is checked as if you had pasted it.',
  'check.send': 'Check the receipt',
  'check.another': 'Check another receipt',
  'check.good': 'This contribution is in the log, unaltered.',
  'check.goodDetail': 'Every step below holds.',
  'check.waiting': 'The receipt is genuine. Its contribution is about to enter the log.',
  'check.waitingDetail': 'The log signs a new checkpoint every few seconds. Check again in a moment.',
  'check.bad': 'This receipt does not hold.',
  'check.badDetail': 'Check that you copied all of it. If you did, tell the operator of this platform and an auditor.',
  'check.place': 'It is entry {seq, number} of {size, number}.',
  'check.replaced': {
    text:
      'It was replaced by a later vote of yours, entry {seq, number}. If you vote several times on the same thing, the last ' +
      'vote before the closing counts.',
    comment: '{seq} is the number of an entry in the log.',
  },
  'check.late': 'It arrived after the closing: it is in the log, but it does not count.',
  'check.byServer': 'Checked by the platform’s server.',
  'check.byBrowser': 'Checked by your own browser as well, with the proof and the keys that this site gave it: the same result.',
  'check.browserDisagrees': 'Your own browser gets a different result from the server: do not trust this answer, and tell an auditor.',
  'check.browserCannot': 'Your browser could not check by itself; what you see is the server’s answer.',
  'check.who': 'Who does the checking?',
  'check.whoBrowser':
    'With scripts on, your own browser checks what the server answers: it fetches the proof from the log and verifies the signatures ' +
    'itself.',
  'check.whoServer':
    'Without scripts, the platform’s server does it and you see its answer. That shows mistakes, but it cannot show a server that ' +
    'lies. For that, check with another program or on another device.',
  'check.more': 'What the log promises, and what it does not',
  'step.signature': 'The receipt is genuine',
  'step.signature.what': 'It carries the platform’s signature, and not one character was altered.',
  'step.leaf': 'It names this very contribution',
  'step.leaf.what': 'The entry in the log has the same number, the same kind and the same content as the receipt says.',
  'step.inclusion': 'The contribution is in the log',
  'step.inclusion.what':
    'The fingerprint of the whole log can be worked out from the entry. That is only possible if the entry is part of the ' + 'log.',
  'step.checkpoint': 'The log has signed for it',
  'step.checkpoint.what':
    'The fingerprint is in a checkpoint that the log has signed. Auditors keep these checkpoints, so that nobody can sign ' +
    'two different histories.',
  'outcome.ok': {
    text: 'Holds.',
    comment: 'What came of one step of the check of a receipt.',
  },
  'outcome.failed': {
    text: 'Does not hold.',
    comment: 'What came of one step of the check of a receipt.',
  },
  'outcome.waiting': {
    text: 'Waits for the next checkpoint.',
    comment: 'What came of one step of the check of a receipt.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof receiptCheckTexts> {}
}
