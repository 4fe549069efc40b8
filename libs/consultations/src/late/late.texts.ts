import { texts, type KeysOf } from '@isegoria/texts';

export const lateTexts = texts({
  'late.results': {
    text:
      '{count, plural, one {# contribution} other {# contributions}} arrived after the closing. Nothing that arrived after ' +
      'it is counted here.',
    comment: 'Contributions are votes and statements.',
  },
  'late.mine': {
    text:
      '{count, plural, one {# of your contributions} other {# of your contributions}} arrived after the closing and cannot ' +
      'be counted. What you sent before it still counts.',
    comment: 'Told to the person who contributed. Contributions are votes and statements.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof lateTexts> {}
}
