import { texts, type KeysOf } from '@isegoria/texts';

export const componentsTexts = texts({
  'nav.breadcrumbs': 'You are here',
  'nav.pagination': 'Pages',
  'nav.newest': 'Back to the newest',
  'nav.first': 'Back to the beginning',
  'nav.further': 'Further ones',
  'nav.older': 'Older',
  'field.most': 'At most {max, plural, one {# character} other {# characters}}.',
  'compared.stands': {
    text: 'Saved by now',
    comment: 'Heading above the text that somebody else saved; "Yours, not saved yet" stands beside it.',
  },
  'compared.typed': 'Yours, not saved yet',
  'compared.onlyHere': {
    text: 'Only here:',
    comment: 'Read aloud before words that the other of two texts does not have.',
  },
  'compared.nothing': 'Empty',
  'compared.merge':
    'Where the two differ, both stand side by side, and what only one of them has is underlined. Make the field below them say what ' +
    'should stand, and send it again: it then replaces what is saved.',
  'compared.lookAgain': 'This page shows what stands now. If you still want to do this, send it again.',
  'form.errors': 'There is a problem',
  'text.erased': 'This text was erased.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof componentsTexts> {}
}
