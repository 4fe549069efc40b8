import { texts, type KeysOf } from '@isegoria/texts';

export const opinionMapTexts = texts({
  'map.lead': 'Each mark is one person. People who voted alike stand close together; the groups were found by their votes alone.',
  'map.tooFew':
    'There are too few votes for a map yet: {participants, plural, one {# person} other {# people}} and {statements, plural, one {# ' +
    'statement} other {# statements}} so far.',
  'map.group': {
    text: 'Group',
    comment: 'Heading of a column; the groups are called A, B, C.',
  },
  'map.groupName': {
    text: 'Group {group}',
    comment: '{group} is a letter: A, B, C.',
  },
  'map.groupOf': {
    text: 'Group {group}: {count, plural, one {# person} other {# people}}',
    comment: '{group} is a letter: A, B, C.',
  },
  'map.groups': 'What sets the groups apart',
  'map.strongest': 'Strongest statement',
  'map.nothing': 'No statement sets this group apart.',
  'map.agrees': {
    text: '{share} of this group agree',
    comment: '{share} is a percentage such as "61%".',
  },
  'map.disagrees': {
    text: '{share} of this group disagree',
    comment: '{share} is a percentage such as "61%".',
  },
  'map.consensus': 'What all groups agree on',
  'map.consensusLead':
    'Statements that every group supports, the strongest support first. A statement that one group rejects cannot come high here, ' +
    'however large the others are.',
  'map.score': {
    text: 'Consensus',
    comment: 'Heading of a column: how strongly all groups agree on a statement.',
  },
  'map.title': 'The opinion map',
  'map.people': '{count, plural, one {# person} other {# people}}',
  'chart.map':
    '{people, plural, one {# person} other {# people}} in {groups, plural, one {# group} other {# groups}}. The groups and their ' +
    'statements are listed below.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof opinionMapTexts> {}
}
