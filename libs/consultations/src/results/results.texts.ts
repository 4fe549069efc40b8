import { texts, type KeysOf } from '@isegoria/texts';

export const resultsTexts = texts({
  'results.tag': 'Results',
  'results.title': {
    text: 'Results: {title}',
    comment: '{title} is the title of a consultation.',
  },
  'results.lead':
    'Every figure is counted from the public log, and anybody can count again. Where somebody voted twice, the last vote counts.',
  'results.computed': 'Computed at log position {position, number}',
  'results.incomplete':
    'These figures are incomplete: {count, plural, one {one entry of the log could not be read and was left out} ' +
    'other {# entries of the log could not be read and were left out}}.',
  'results.incompleteWhy': 'Who decided that, and why',
  'results.recount': 'How to recount',
  'results.updated': 'The figures were updated.',
  'results.nobodyYet': 'Nobody has taken part yet. This chart begins with the first vote.',
  'results.asTable': 'Show as a table',
  'results.day': 'Day',
  'results.newPeople': 'New people',
  'results.allPeople': 'People up to then',
  'results.tableCaption':
    'The last vote of each person counts. Verified: people whose e-mail address is confirmed or for whom an office vouches.',
  'results.votes': '{count, plural, one {# vote} other {# votes}}',
  'figures.participants': {
    text: 'People',
    comment: 'Heading of a column or figure: how many people took part.',
  },
  'figures.byAssurance': '{verified, number} verified, {unverified, number} unverified',
  'figures.votes': 'Votes',
  'figures.votesNote': 'Changed votes included',
  'figures.excluded':
    '{count, plural, one {# ballot is} other {# ballots are}} left out of every count here. Moderators decided so, and everybody can ' +
    'read why.',
  'figures.excludedWhy': 'Read the reasons',
  'figures.questions': 'Questions',
  'figures.questionsNote': '{answered, number} answered, {open, number} waiting',
  'figures.comments': 'Comments',
  'assurance.verified': {
    text: 'Verified',
    comment: 'Said of a person.',
  },
  'assurance.unverified': {
    text: 'Unverified',
    comment: 'Said of a person.',
  },
  'results.participation': 'People taking part',
  'chart.participation':
    'From {from} to {to}, {people, plural, one {# person} other {# people}} took part, {verified, number} of them verified.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof resultsTexts> {}
}
