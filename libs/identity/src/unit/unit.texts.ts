import { texts, type KeysOf } from '@isegoria/texts';

export const unitTexts = texts({
  'units.title': {
    text: 'Units',
    comment: 'Units are the parts of the institution: directorates, agencies, offices.',
  },
  'units.lead': 'The parts of the institution. A role in a unit also counts in all units below it. Every change is on record.',
  'units.closed': {
    text: 'Closed',
    comment: 'Said of a unit in which nothing new is begun.',
  },
  'units.isClosed': 'This unit, or one above it, is closed: nothing new can be started in it. What was started in it continues.',
  'units.below': 'Units below it',
  'units.noneBelow': 'There are no units below it.',
  'units.make': 'Add a unit below it',
  'units.makeName': 'What is the new unit called?',
  'units.makeSend': 'Add the unit',
  'units.deepest': 'No further units can be added below this one.',
  'units.rename': 'Change its names',
  'units.name': 'Name',
  'units.nameHint': 'Public, and stays in the log. It is read where the unit has no name in the language of the reader.',
  'units.nameIn': {
    text: 'Name in {language}',
    comment: '{language} is the name of a language.',
  },
  'units.nameInHint': 'Leave a language empty in which the unit is called by the first name.',
  'units.namesWrong': 'Give a name of at most {max, number} characters.',
  'units.renameSend': 'Save the names',
  'units.review': 'Check before publication',
  'units.reviewWhat':
    'A second official approves each consultation of this unit, and of all below it, before it is published. Whoever wrote it cannot ' +
    'be the one.',
  'units.reviewIsOn': 'A second official checks consultations before they are published.',
  'units.reviewFromAbove': 'A unit above this one has it so.',
  'units.reviewIsOff': 'Officials publish consultations on their own.',
  'units.reviewSwitchOn': 'Have a second official check them',
  'units.reviewSwitchOff': 'Stop having them checked',
  'units.group': {
    text: 'Smallest group',
    comment: 'Heading: of how many people a figure is at least before it is shown.',
  },
  'units.groupWhat':
    'The results of a survey are shown once so many people have responded, and figures of fewer people are left out where the answers of ' +
    'some people are shown apart. This holds for surveys that are drafted from now on, here and in the units below. What people say of ' +
    'services is counted in public by the same number, at once.',
  'units.groupNow': 'Now: at least {people, number} people. Where units above say more, their number holds.',
  'units.groupPeople': 'Number of people',
  'units.groupHint': 'From {least, number} to {most, number}',
  'units.groupSend': 'Save the number',
  'field.people.wrong': 'Enter a whole number from 5 to {max, number}.',
  'units.term': { text: 'When answers are due', comment: 'Heading: within how many days a unit answers its consultations.' },
  'units.termWhat':
    'A new consultation of this unit, and of those below it, starts with this number of days, counted from its end. Whoever drafts it ' +
    'can still change it. Consultations that were drafted before keep what they promised.',
  'units.termNow': 'Now: an answer within {days, plural, one {# day} other {# days}} of the end.',
  'units.termFromAbove': 'A unit above this one has it so.',
  'units.termOfSite': 'Now: what the site’s settings say.',
  'units.termDays': 'Answer within how many days?',
  'units.termHint': 'If left empty, the number of the unit above holds, or else the one in the site’s settings.',
  'units.termSend': 'Save the number of days',
  'units.termWrong': 'Enter a whole number of days from 1 to {max, number}, or leave it empty.',
  'official.unit-answer-term-set': 'Changed within how many days a unit answers its consultations',
  'official.unit-smallest-group-set': 'Changed how many people a figure of a survey is of at least',
  'official.unit-review-set': 'Changed whether a second official checks what a unit publishes',
  'units.close': 'Close this unit',
  'units.closeLead': 'It cannot be reopened. From then on nothing new can be started in it: no consultation, no page, no question.',
  'units.closeStays': 'What was started in it continues to its end, and roles in it stay.',
  'units.closeBelow': {
    text: '{count, plural, one {One unit below it is closed with it:} other {# units below it are closed with it:}}',
    comment: 'A list of units follows.',
  },
  'units.closeReason': 'Why is it closed?',
  'units.closeSend': 'Close the unit for good',
  'official.unit-made': 'Added a unit',
  'official.unit-renamed': 'Changed the name of a unit',
  'official.unit-closed': 'Closed a unit',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof unitTexts> {}
}
