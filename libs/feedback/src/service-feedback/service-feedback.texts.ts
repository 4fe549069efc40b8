import { texts, type KeysOf } from '@isegoria/texts';

export const serviceFeedbackTexts = texts({
  'help.title': { text: 'Did this service help you?', comment: 'Heading at the end of the page of a service that the institution offers.' },
  'help.yourAnswer': { text: 'Your answer', comment: 'Above the choice of yes, partly and no.' },
  'help.answer.yes': { text: 'Yes', comment: 'To the question whether a service helped.' },
  'help.answer.partly': { text: 'Partly', comment: 'To the question whether a service helped.' },
  'help.answer.no': { text: 'No', comment: 'To the question whether a service helped.' },
  'help.count': {
    text: '{yes, number} of {count, plural, one {# person} other {# people}} said that this helped.',
    comment: 'About a service that the institution offers.',
  },
  'help.all': { text: 'All answers', comment: 'Opens a small table of how many people answered what.' },
  'help.answer': { text: 'Answer', comment: 'Head of a column: yes, partly or no.' },
  'help.people': { text: 'People', comment: 'Head of a column of figures.' },
  'help.notCounted': {
    text: 'Not counted',
    comment: 'Head of a column of figures: people without a confirmed e-mail address, who are not among those of the column before.',
  },
  'help.privacy': {
    text: 'Your answer is counted in public, without your name. The figures are shown once {people, number} people have answered.',
    comment: 'Below the question whether a service helped.',
  },
  'help.yours': { text: 'You said: {answer}.', comment: 'The answer is yes, partly or no.' },
  'help.change': { text: 'Change your answer', comment: 'Opens a form.' },
  'help.comment': 'What should the office know?',
  'help.commentHint': 'Only the office of this service reads it; it does not learn who wrote it. You may leave it empty.',
  'help.send': { text: 'Send your answer', comment: 'A button.' },
  'help.takeBack': { text: 'Take your answer back', comment: 'A button.' },
  'field.help.wrong': 'Choose whether it helped.',
  'thanks.help': 'Thank you. Your answer is recorded.',
  'next.help': 'It counts with those of everybody else. If you wrote a comment, the office of the service reads it.',
  'work.serviceFeedback': { text: 'What people say of our services', comment: 'The title of a page for officials, and links to it.' },
  'helpOffice.lead':
    'How many people each service helped, the one that helped the smallest share first; services with few answers come last. ' +
    'Comments are for you alone.',
  'helpOffice.services': 'Answers by service',
  'helpOffice.none': 'No service of your units has been published yet.',
  'helpOffice.service': { text: 'Service', comment: 'Head of a column.' },
  'helpOffice.helped': { text: 'Helped', comment: 'Head of a column: the share of people whom a service helped, as a percentage.' },
  'helpOffice.comments': { text: 'Comments', comment: 'A heading, and the head of a column of figures.' },
  'helpOffice.noComments': 'Nobody has written a comment yet.',
  'helpOffice.export': { text: 'Comments as a table (CSV)', comment: 'A link to a file.' },
  'helpOffice.toService': 'The page of the service',
  'helpOffice.level': {
    text: 'Without a confirmed address',
    comment: 'A tag beside a comment: its author has not confirmed an e-mail address.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof serviceFeedbackTexts> {}
}
