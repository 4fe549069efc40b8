import { texts, type KeysOf } from '@isegoria/texts';

export const changeOfDatesTexts = texts({
  'dates.change': 'Change the dates',
  'dates.which': 'Which phase?',
  'dates.begun': {
    text: 'Open since {from}: the opening of a phase that has begun stays as it is.',
    comment: '{from} is a day and a time.',
  },
  'dates.now': 'The dates of all phases now',
  'dates.choice': {
    text: '{phase}: {from} to {to}',
    comment: '{phase} is the title of a phase, {from} and {to} are when it is open.',
  },
  'dates.reason': 'Why are the dates changed?',
  'dates.changed': {
    text: 'The dates were changed on {date}.',
    comment: '{date} is a day such as "3 November 2026".',
  },
  'dates.changedOf': {
    text: 'The dates of “{phase}” were changed on {date}.',
    comment: '{phase} is the title of a phase, {date} a day such as "3 November 2026".',
  },
  'dates.was': {
    text: 'Open from {from} to {to}; before that, it was to be open from {oldFrom} to {oldTo}.',
    comment: 'Four dates with times.',
  },
  'dates.changes': 'Changes of dates',
  'dates.all': '{count, plural, one {# change of dates} other {All # changes of dates}}',
  'dates.why': {
    text: 'Reason:',
    comment: 'Stands before the reason that an official gave for other dates.',
  },
  'official.phase-dates-changed': 'Changed the dates of a consultation',
  'ends.dates': { text: 'Opens and closes', comment: 'Heading beside the two dates of a consultation: "3 May 2026 – 1 June 2026".' },
  'ends.changed': { text: 'Dates last changed', comment: 'Heading beside a day and time, and the reason for the change.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof changeOfDatesTexts> {}
}
