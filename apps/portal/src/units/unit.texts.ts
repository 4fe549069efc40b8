import { texts, type KeysOf } from '@isegoria/texts';

export const unitPageTexts = texts({
  'unitPage.lead': {
    text: 'What it asks, what it answers, and what it still owes, with all units below it.',
    comment: 'Below the name of a part of the institution, such as a directorate.',
  },
  'unitPage.term': {
    text: 'Answers within {days, plural, one {# day} other {# days}} of closing, unless a consultation says otherwise.',
    comment: 'What a part of the institution promises to those who take part in its consultations.',
  },
  'unitPage.due': { text: 'Answers to come', comment: 'Heading above consultations that are over and whose answer is not late yet.' },
  'unitPage.nothingOwed': 'No answer is owed at the moment.',
  'unitPage.questions': {
    text:
      '{waiting, plural, =0 {No question waits for an answer} one {# question waits for an answer} other {# questions wait for an ' +
      'answer}}; {answered, plural, =0 {none has been answered} one {# has been answered} other {# have been answered}}.',
    comment: 'How many questions of people to a part of the institution wait, and how many it answered.',
  },
  'unitPage.readQuestions': 'Read the questions and answers',
  'unitPage.allServices': 'All services of this unit',
  'unitPage.announcements': 'Announcements of this unit',
  'unitPage.nothing': 'This unit has no consultations yet.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof unitPageTexts> {}
}
