import { texts, type KeysOf } from '@isegoria/texts';

export const timesTexts = texts({
  'time.zone': {
    text: 'In the time zone of this site: {zone}.',
    comment: 'Beside a field for a day and a time. {zone} is a name such as "Central European Time (Europe/Berlin)".',
  },
  'time.skipped': {
    text: 'There is no such time: clocks go forward then and skip it. The nearest are {earlier} and {later}.',
    comment: 'At a field for a day and a time. {earlier} and {later} are a day and a time with its zone.',
  },
  'time.twice': {
    text: 'Clocks go back then and show this time twice. Choose which one is meant: {earlier} or {later}.',
    comment: 'At a field for a day and a time. {earlier} and {later} are a day and a time with its zone, which tells them apart.',
  },
  'time.which': {
    text: 'Clocks show this time twice. Which one is meant?',
    comment: 'Above two choices, each a day and a time with its zone.',
  },
  'time.allDay': { text: 'End of the day', comment: 'Above the choice “Until the end of that day, whatever time is entered above”.' },
  'time.untilMidnight': 'Until the end of that day, whatever time is entered above',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof timesTexts> {}
}
