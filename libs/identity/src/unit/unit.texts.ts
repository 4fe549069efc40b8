import { texts, type KeysOf } from '@isegoria/texts';

export const unitTexts = texts({
  'units.title': {
    text: 'Units',
    comment: 'Units are the parts of the institution: directorates, agencies, offices.',
  },
  'units.lead':
    'The parts of the institution. Whoever holds a role in a unit holds it in all units below it too. Every change is on the record.',
  'units.closed': {
    text: 'Closed',
    comment: 'Said of a unit in which nothing new is begun.',
  },
  'units.isClosed': 'This unit, or one above it, is closed: nothing new is begun in it. What was begun in it goes on.',
  'units.below': 'Units below it',
  'units.noneBelow': 'There are no units below it.',
  'units.make': 'Make a unit below it',
  'units.makeName': 'What is the new unit called?',
  'units.makeSend': 'Make the unit',
  'units.deepest': 'The tree goes no deeper than this.',
  'units.rename': 'Give it another name',
  'units.name': 'Name',
  'units.nameHint': 'The name is public and stays in the log.',
  'units.renameSend': 'Save the name',
  'units.close': 'Close this unit',
  'units.closeLead': 'It cannot be opened again. Nothing new is begun in it from then on: no consultation, no page, no question.',
  'units.closeStays': 'What was begun in it goes on to its end, and roles that are held in it stay.',
  'units.closeBelow': {
    text: '{count, plural, one {One unit below it is closed with it:} other {# units below it are closed with it:}}',
    comment: 'A list of units follows.',
  },
  'units.closeReason': 'Why is it closed?',
  'units.closeSend': 'Close the unit for good',
  'official.unit-made': 'Made a unit',
  'official.unit-renamed': 'Gave a unit another name',
  'official.unit-closed': 'Closed a unit',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof unitTexts> {}
}
