import { texts, type KeysOf } from '@isegoria/texts';

export const asOfTexts = texts({
  'asOf.title': {
    text: 'Results as they stood at an earlier time',
    comment: 'Heading of a page with the results of a consultation as they were at a moment that somebody chose.',
  },
  'asOf.of': {
    text: 'Results as they stood at an earlier time: {title}',
    comment: '{title} is the title of a consultation.',
  },
  'asOf.time': {
    text: 'Date and time',
    comment: 'Name of a field: results as they stood then.',
  },
  'asOf.position': {
    text: 'Or a log position',
    comment: 'Name of a field, below one for a date and a time: results as they stood at that position of the log.',
  },
  'asOf.show': {
    text: 'Show the results as they stood then',
    comment: 'A button.',
  },
  'asOf.empty': 'Enter a date and a time, or a log position.',
  'asOf.both': 'Enter either a date and a time or a log position, not both.',
  'asOf.time.wrong': 'Enter a date and a time, such as those that the calendar of your browser offers.',
  'asOf.position.wrong': 'Enter a log position: a whole number, as shown below the results.',
  'asOf.notNow': {
    text: 'This is how it stood at log position {position, number}, not how it stands now.',
    comment: 'Said above earlier results of a consultation.',
  },
  'asOf.recorded': {
    text: 'The last entry about this consultation up to then was recorded on',
    comment: 'A date and a time follow.',
  },
  'asOf.toNow': 'Show the results as they stand now',
  'asOf.share': {
    text: 'Link to these results',
    comment: 'A link to the page that is open, to be kept or passed on; it will always show the same figures.',
  },
  'asOf.lead':
    'Votes that were changed, withdrawn or left out afterwards count as they stood then. Words that were hidden, withdrawn or changed ' +
    'since are not shown, and opinion maps are drawn of the results of now only.',
  'asOf.notTold': 'Of this activity, earlier figures tell only how many people took part.',
  'asOf.survey':
    'Earlier figures of a survey tell only how many people responded with an account: what two moments differ in could show what a ' +
    'single person answered.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof asOfTexts> {}
}
