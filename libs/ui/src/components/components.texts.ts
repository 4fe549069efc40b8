import { texts, type KeysOf } from '@isegoria/texts';

export const componentsTexts = texts({
  'nav.breadcrumbs': 'You are here',
  'nav.pagination': 'Pages',
  'nav.newest': 'Back to the newest',
  'nav.first': 'Back to the beginning',
  'nav.further': 'Further ones',
  'nav.older': 'Older',
  'field.most': 'At most {max, plural, one {# character} other {# characters}}.',
  'form.errors': 'There is a problem',
  'text.erased': 'This text was erased.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof componentsTexts> {}
}
