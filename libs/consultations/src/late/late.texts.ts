import { texts, type KeysOf } from '@isegoria/texts';

export const lateTexts = texts({
  'late.results': {
    text:
      '{count, plural, one {# contribution} other {# contributions}} came after the closing. Whatever stands behind the closing in the ' +
      'log is in no count here.',
    comment: 'Contributions are votes and statements.',
  },
  'late.mine': {
    text:
      '{count, plural, one {# contribution of yours came} other {# contributions of yours came}} after the closing and cannot count. ' +
      'What you said before the closing stands.',
    comment: 'Told to the person who contributed. Contributions are votes and statements.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof lateTexts> {}
}
