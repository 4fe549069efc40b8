import { texts, type KeysOf } from '@isegoria/texts';

export const unitsInListsTexts = texts({
  'field.unit': {
    text: 'Unit',
    comment: 'A part of the institution, such as a directorate or an agency.',
  },
  'units.narrow': {
    text: 'Show only',
    comment: 'Label of a list of units, of which one is chosen to see less of a longer list.',
  },
  'units.all': {
    text: 'All units',
    comment: 'The first choice of a list of units.',
  },
  'units.show': {
    text: 'Show',
    comment: 'Button that narrows a list to what was chosen.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof unitsInListsTexts> {}
}
