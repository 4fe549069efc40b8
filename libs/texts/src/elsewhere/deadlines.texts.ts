import { texts, type KeysOf } from '../english';

export const deadlinesTexts = texts({
  'time.endOfDay': {
    text: '{date} at the end of the day',
    comment: 'When something ends, in the place of a day and a time. The zone may follow in brackets, as in "… of the day (CET)".',
  },
});

declare module '../english' {
  interface MessageKeys extends KeysOf<typeof deadlinesTexts> {}
}
