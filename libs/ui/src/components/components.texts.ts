import { texts, type KeysOf } from '@isegoria/texts';

export const componentsTexts = texts({
  'nav.breadcrumbs': 'You are here',
  'nav.pagination': 'Pages',
  'nav.newest': 'Back to the latest',
  'nav.first': 'Back to the beginning',
  'nav.further': 'More',
  'nav.older': 'Older',
  'time.ofSite': {
    text: '({time} in the time zone of this site)',
    comment: 'After a deadline in the zone that the reader chose. {time} is a day and a time with its zone.',
  },
  'time.whereYouAre': {
    text: '({time} where you are)',
    comment: 'After a deadline in the zone of the site. {time} is a day and a time with the zone of the reader’s device.',
  },
  'field.most': 'At most {max, plural, one {# character} other {# characters}}.',
  'compared.stands': {
    text: 'Saved version',
    comment: 'Heading above the text that somebody else saved; "Yours, not saved yet" stands beside it.',
  },
  'compared.typed': 'Yours, not saved yet',
  'compared.onlyHere': {
    text: 'Only here:',
    comment: 'Read aloud before words that the other of two texts does not have.',
  },
  'compared.nothing': 'Empty',
  'compared.merge':
    'Where the two differ, both are shown side by side, and what only one of them has is underlined. Edit the field below ' +
    'so that it says what you want to keep, then send it again: it replaces the saved version.',
  'compared.lookAgain': 'This page shows the current version. If you still want to do this, send it again.',
  'form.errors': 'There is a problem',
  'text.erased': 'This text was erased.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof componentsTexts> {}
}
