import { texts, type KeysOf } from '@isegoria/texts';

export const publicationTexts = texts({
  'publication.goOn': {
    text: 'Check and publish',
    comment: 'On a button. It leads to a page that says what will happen, with another button that publishes.',
  },
  'publication.confirm': 'Publish this consultation?',
  'publication.when': 'When it is open',
  'publication.atOnce': {
    text: 'At once',
    comment: 'In place of a day and time at which a consultation opens.',
  },
  'publication.who': 'Who can take part',
  'publication.everybody': 'Everybody can read it. To take part, people sign in.',
  'publication.told': 'Who is told',
  'publication.toldHow':
    'Nobody is written to now. The consultation is listed on the site at once. People who take part are told when it closes and when ' +
    'its outcome is published.',
  'publication.fixed': 'This cannot be undone.',
  'publication.fixedWhat':
    'Questions, options, phases and the people who are counted stay as they are. Dates can be changed with a public reason, and words ' +
    'corrected with a public note. The record keeps every version.',
  'publication.empty': 'Still empty',
  'publication.emptyAdvice': 'You can publish without these, but the page may look unfinished.',
  'confirmation.back': {
    text: 'Go back and change',
    comment: 'Leads from a page that asks for confirmation back to what was typed.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof publicationTexts> {}
}
