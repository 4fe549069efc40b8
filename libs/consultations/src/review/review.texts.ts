import { texts, type KeysOf } from '@isegoria/texts';

export const reviewTexts = texts({
  'review.title': {
    text: 'Check by a second official',
    comment: 'Heading. A colleague of the author reads a draft and approves it before it is published.',
  },
  'review.needed': 'In this unit a second official approves each consultation before it is published.',
  'review.ask': 'Ask for a check',
  'review.askWhat':
    'Somebody else of your office reads the draft and approves it, or sends it back. Any later change to the draft needs a new check.',
  'review.waiting': {
    text: 'Waiting for a second official since {at}.',
    comment: '{at} is a day and time.',
  },
  'review.approved': {
    text: 'Approved by a second official on {at}. It can be published.',
    comment: '{at} is a day and time.',
  },
  'review.stays':
    'In this unit a second official checks what is published. Until this opens, its words, questions, texts and translations stay as ' +
    'they were checked; dates can be changed. To change more, call it off, copy it as a new draft and have that checked.',
  'review.sentBack': {
    text: 'Sent back by a second official on {at}.',
    comment: '{at} is a day and time.',
  },
  'review.notByAuthor': 'Whoever wrote the draft or asked for the check cannot be the one who approves it.',
  'review.approve': 'Approve the draft',
  'review.sendBack': 'Send it back',
  'review.reason': 'What has to be changed?',
  'review.reasonHint': 'Your reason stays in the public record.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof reviewTexts> {}
}
