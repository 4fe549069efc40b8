import { texts, type KeysOf } from '@isegoria/texts';

export const receiptsTexts = texts({
  'thanks.late': {
    text: 'It arrived after the closing and is not counted.',
    comment: 'In place of thanks, to somebody whose vote or statement was recorded, but after the consultation closed.',
  },
  'thanks.any': {
    text: 'Thank you. This is recorded.',
    comment: 'Thanks for a contribution of whatever kind.',
  },
  'receipt.title': 'Your receipt',
  'receipt.show': 'Show the receipt',
  'receipt.what':
    'This receipt is the platform’s signed promise that your contribution is in the public log. Keep it: with it you can prove that ' +
    'something is missing or was changed.',
  'receipt.check': 'Check this receipt',
  'receipt.copy': 'Copy',
  'receipt.copied': 'Copied',
  'receipt.print': 'A page to print, with a QR code',
  'receipt.printNow': 'Print',
  'receipt.save': 'Save as a file',
  'receipt.printTitle': 'A receipt on paper',
  'receipt.entry': 'It is for the entry {id} of the log.',
  'receipt.recorded': 'Recorded on',
  'receipt.qr': 'QR code that leads to the check of this receipt',
  'receipt.paper':
    'To check it, scan the code, or go to the address below and enter the receipt. The paper says what was promised; only ' +
    'the check says whether the promise was kept.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof receiptsTexts> {}
}
