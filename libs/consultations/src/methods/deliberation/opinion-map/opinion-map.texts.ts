import { texts, type KeysOf } from '@isegoria/texts';

export const opinionMapTexts = texts({
  'map.lead':
    'Each mark is one person. People who voted alike are close together, and people at exactly the same place are drawn ' +
    'side by side. Groups are found from votes alone.',
  'map.sure': {
    text:
      'How clear the groups are: {share}. If we look for groups using the votes on only half of the statements, we find ' +
      'almost the same people together.',
    comment: '{share} is a percentage such as "91%": 100% means the same people, 0% no more than by chance.',
  },
  'map.unsure': {
    text:
      'How clear the groups are: {share}. If we look for groups using the votes on only half of the statements, we find many ' +
      'people together again, and others in another group.',
    comment: '{share} is a percentage such as "55%": 100% means the same people, 0% no more than by chance.',
  },
  'map.noGroups':
    'No clear groups. If we look for groups using the votes on half of the statements, we find different people together ' +
    'than with the other half, so none are drawn.',
  'map.tooFewVotes':
    '{count, plural, one {# person has voted and is not on the map} other {# people have voted and are not on the map}}: it takes votes ' +
    'on {needed, plural, one {# statement} other {# statements}} to be placed.',
  'map.onlyOnRejected':
    '{count, plural, one {# person is not on the map and has} other {# people are not on the map and have}} voted only on statements ' +
    'that were rejected.',
  'map.inNoGroup': 'On the map, in no group',
  'map.unplacedFew': {
    text: 'Not on the map: voted on fewer than {needed, plural, one {# statement} other {# statements}}',
    comment: 'A row of a table; beside it stands how many people.',
  },
  'map.unplacedRejected': {
    text: 'Not on the map: voted only on rejected statements',
    comment: 'A row of a table; beside it stands how many people.',
  },
  'map.tooFew':
    'There are not enough votes for a map yet: {participants, plural, one {# person} other {# people}} and {statements, ' +
    'plural, one {# statement} other {# statements}} so far.',
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
  'map.groupHolds': {
    text: 'More than others, these people say yes to “{agrees}” and no to “{rejects}”',
    comment: 'Describes a group. {agrees} and {rejects} are statements in the words of citizens, with their own full stops.',
  },
  'map.groupAgrees': {
    text: 'More than others, these people say yes to “{agrees}”',
    comment: 'Describes a group. {agrees} is a statement in the words of a citizen.',
  },
  'map.groupRejects': {
    text: 'More than others, these people say no to “{rejects}”',
    comment: 'Describes a group. {rejects} is a statement in the words of a citizen.',
  },
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
  'file.consensus': {
    text: 'Place among what all groups agree on',
    comment: 'Name of a figure in a file: 1 for the statement that all groups of opinion support most.',
  },
  'file.agreement': {
    text: 'Place among what most people agree on',
    comment: 'Name of a figure in a file: 1 for the statement that most people support; there are no clear groups.',
  },
  'map.consensusLead':
    'In every group, more than half of those who voted on these statements agree with them. A statement that one group rejects is not ' +
    'listed, however large the other groups are. The strongest support comes first.',
  'map.consensusNone': 'There is no statement with which more than half agree in every group.',
  'map.agreement': 'What most people agree on',
  'map.agreementLead':
    'Of the people on the map who voted on these statements, more than half agree with them. The strongest support comes first.',
  'map.agreementNone': 'There is no statement with which more than half of the people on the map agree.',
  'map.title': 'The opinion map',
  'map.others':
    '{count, plural, one {# participant whom the headline figures do not count is} other {# participants whom the headline figures do ' +
    'not count are}} not on this map.',
  'map.everybody': 'The opinion map of everybody',
  'map.everybodyLead':
    'This map places everybody who voted, however their identity was checked. The published map places only those whom the ' +
      'headline figures count, so that accounts created without effort cannot move its groups.',
  'map.about': {
    text: 'How to read this map',
    comment: 'Opens an explanation of the opinion map.',
  },
  'map.leadCrowd':
    'Each hexagon stands for people who voted nearly alike; the darker it is, the more people it stands for. It has the colour of the ' +
    'group that most of them are in. Groups are found from votes alone.',
  'map.own': {
    text: 'Where you stand',
    comment: 'Heading above a sentence about the group of opinion that the reader is in.',
  },
  'map.ownGroup': {
    text: 'You are in group {group}{others, plural, =0 {} one {, with one other person} other {, with # other people}}.',
    comment: '{group} is a letter: A, B, C.',
  },
  'map.ownPlace': 'You are on the map. No clear groups were found, so you are in none.',
  'map.ownNotYet':
    'You are not on the map yet. You have voted on {voted, plural, one {# statement} other {# statements}}; the map shows people who ' +
    'voted on at least {needed}, and whom the headline figures count.',
  'map.ownLater':
    'You are not on this map. You have voted on {voted, plural, one {# statement} other {# statements}}, which is enough; the map is of ' +
    'the votes up to {time}. If you have voted since, you will be on it when it is next drawn. It shows only people whom the headline ' +
    'figures count.',
  'map.ownMark': {
    text: 'See your mark on the map',
    comment: 'A link to the map, on which there is a ring round the mark of the reader.',
  },
  'map.ownOnly': 'The ring is round your own mark. Only you are shown this.',
  'map.people': '{count, plural, one {# person} other {# people}}',
  'chart.map':
    '{people, plural, one {# person} other {# people}} in {groups, plural, one {# group} other {# groups}}. The groups and their ' +
    'statements are listed below.',
  'chart.mapNoGroups': '{people, plural, one {# person} other {# people}} in no clear groups.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof opinionMapTexts> {}
}
