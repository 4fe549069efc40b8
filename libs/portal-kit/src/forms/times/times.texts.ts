import { texts, type KeysOf } from '@isegoria/texts';

export const timesTexts = texts({
  'time.zone': {
    text: 'In the time zone of this site: {zone}.',
    comment: 'Beside a field for a day and a time. {zone} is a name such as "Central European Time (Europe/Berlin)".',
  },
  'time.skipped': {
    text: 'Clocks go forward then and skip this time. It counts as {moment}.',
    comment: '{moment} is a day and a time.',
  },
  'time.twice': {
    text: 'Clocks go back then and show this time twice. The first is meant: {moment}.',
    comment: '{moment} is a day and a time with its zone.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof timesTexts> {}
}
