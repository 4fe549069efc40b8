import { texts, type KeysOf } from '@isegoria/texts';

export const rankedVoteTexts = texts({
  'method.ranked-vote': 'Ranked vote',
  'methodMeaning.ranked-vote': 'Ranked vote: one question with options that people put in order of preference',
  'how.rankedVote': 'Rank the options you like, best first; you can change your ranking until it closes',
  'counting.instant-runoff':
    'Instant runoff: round by round, the option with the fewest ballots drops out, and its ballots move to the next choice on each',
  'counting.schulze': 'Schulze method: every option is compared with every other one; the winner is the one that no other beats',
  'field.counting': 'How the rankings are counted',
  'field.ranking.wrong': 'Choose a different option for each place, and at least one option in all.',
  'thanks.ranking': 'Thank you. Your ranking is recorded.',
  'next.ranking': 'You can change it until this closes; the last one counts.',
  'ranked.legend': 'Put the options in order of preference',
  'ranked.hint': 'You need not rank all of them. Options that you leave out come behind those that you rank.',
  'ranked.changeable': 'Your current ranking is shown. You can change it until the vote closes; the last one counts.',
  'ranked.place': {
    text: '{place, selectordinal, one {#st choice} two {#nd choice} few {#rd choice} other {#th choice}}',
    comment: 'Label of a field in which somebody chooses the option that they like best, second best, and so on.',
  },
  'ranked.twice': {
    text:
      'This option is your {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} choice already. Choose another one here, or ' +
      'no option.',
    comment: 'What is wrong with a field in which somebody chose, for a further place of a ranking, an option that has one.',
  },
  'ranked.leftOut': {
    text:
      'You left out your {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} choice and chose options further down. Choose ' +
      'one here, or move those up.',
    comment: 'What is wrong with a field in which somebody chose no option, with options at places behind it.',
  },
  'ranked.noChoice': {
    text: 'No option',
    comment: 'In a list of options: nothing is put at this place of the ranking.',
  },
  'ranked.cast': 'Cast your ranking',
  'ranked.change': 'Change your ranking',
  'ranked.yours': {
    text: 'Your {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} choice',
    comment: 'Beside an option, after the vote has closed.',
  },
  'ranked.findingFirst': {
    text: '“{option}” comes first: {share} of the ballots rank it first ({count, number} of {people, number}).',
    comment: 'The finding of a ranked vote that is open, if the first round decides. {share} is a percentage such as "61%".',
  },
  'ranked.findingFirst.closed': {
    text: '“{option}” won: {share} of the ballots rank it first ({count, number} of {people, number}).',
    comment: 'The finding of a ranked vote that is closed, if the first round decided. {share} is a percentage such as "61%".',
  },
  'ranked.findingRunoff': {
    text:
      '“{option}” comes first in round {round, number}: {share} of the ballots that still count are for it ' +
      '({count, number} of {people, number}).',
    comment: 'The finding of a ranked vote that is open and counted by instant runoff. {share} is a percentage such as "61%".',
  },
  'ranked.findingRunoff.closed': {
    text:
      '“{option}” won in round {round, number}: {share} of the ballots that still counted were for it ' +
      '({count, number} of {people, number}).',
    comment: 'The finding of a ranked vote that is closed and was counted by instant runoff. {share} is a percentage such as "61%".',
  },
  'ranked.findingLot': {
    text:
      '“{option}” comes first by lot, as was stated beforehand: the two options that are left in round {round, number} have ' +
      '{count, plural, one {# ballot} other {# ballots}} each.',
    comment: 'The finding of a ranked vote that is open and counted by instant runoff, if the last two options are tied.',
  },
  'ranked.findingLot.closed': {
    text:
      '“{option}” won by lot, as was stated beforehand: the two options that were left in round {round, number} had ' +
      '{count, plural, one {# ballot} other {# ballots}} each.',
    comment: 'The finding of a ranked vote that is closed and was counted by instant runoff, if the last two options tied.',
  },
  'ranked.findingPairs': {
    text: '“{option}” comes first: compared one by one, no other option beats it.',
    comment: 'The finding of a ranked vote that is open and counted by the Schulze method.',
  },
  'ranked.findingPairs.closed': {
    text: '“{option}” won: compared one by one, no other option beats it.',
    comment: 'The finding of a ranked vote that is closed and was counted by the Schulze method.',
  },
  'ranked.findingPaths': {
    text:
      '“{option}” comes first by the strongest paths between the options. Compared one by one, no option beats all others: each is ' +
      'beaten by some other.',
    comment: 'The finding of a ranked vote that is open and counted by the Schulze method, if majorities go in a circle.',
  },
  'ranked.findingPaths.closed': {
    text:
      '“{option}” won by the strongest paths between the options. Compared one by one, no option beats all others: each is ' +
      'beaten by some other.',
    comment: 'The finding of a ranked vote that is closed and was counted by the Schulze method, if majorities go in a circle.',
  },
  'ranked.findingPairsLot': {
    text: '“{option}” comes first by lot, as was stated beforehand. It is one of those that no other option beats: {tied}.',
    comment: '{tied} is a list of options. The finding of a ranked vote that is open and counted by the Schulze method, if there is a tie.',
  },
  'ranked.findingPairsLot.closed': {
    text: '“{option}” won by lot, as was stated beforehand. It is one of those that no other option beats: {tied}.',
    comment: '{tied} is a list of options. The finding of a ranked vote that is closed and was counted so, if several tied.',
  },
  'ranked.byLot': {
    text: 'On the way, several options had the fewest ballots; the lot, as was stated beforehand, decided which of them dropped out.',
    comment: 'Below the outcome of a ranked vote that is counted by instant runoff.',
  },
  'ranked.first': 'First choices',
  'ranked.firstNote': 'How many people rank each option first. The last ranking of each person counts.',
  'ranked.working': 'How it was counted',
  'ranked.rounds': 'The rounds of the count',
  'ranked.round': {
    text: 'Round {round, number}',
    comment: 'Heading of a column with the ballots for each option in one round of a count.',
  },
  'ranked.out': {
    text: 'Round {round, number}: “{option}” has the fewest ballots and drops out.',
    comment: 'One step in how a ranked vote was counted.',
  },
  'ranked.outByLot': {
    text: 'Round {round, number}: these have the fewest ballots: {tied}. By lot, “{option}” drops out.',
    comment: '{tied} is a list of options. One step in how a ranked vote was counted.',
  },
  'ranked.outOfTwo': {
    text: 'Round {round, number}: the two options that are left have the same number of ballots: {tied}. By lot, “{option}” drops out.',
    comment: '{tied} is a list of options. One step in how a ranked vote was counted.',
  },
  'ranked.alone': {
    text: 'Round {round, number}: only “{option}” is left.',
    comment: 'The last step in how a ranked vote was counted, after a tie of the last two options.',
  },
  'ranked.decided': {
    text: 'Round {round, number}: “{option}” has more than half of the ballots that still count.',
    comment: 'The last step in how a ranked vote was counted.',
  },
  'ranked.exhausted': 'Ballots that rank none of the options that are left',
  'ranked.isOut': {
    text: 'out',
    comment: 'In a table of rounds, of an option that has dropped out.',
  },
  'ranked.pairs': 'How many ballots prefer the option of the row to that of the column',
  'ranked.order': 'The options in the order of the result',
  'ranked.strengths': 'How strong the strongest path from the option of the row to that of the column is',
  'ranked.strengthsNote':
    'An option beats another if its strongest path to it is stronger than the one back. A path leads over options each of which more ' +
    'people prefer to the next one; it is as strong as its weakest step.',
  'votes.ranked': {
    text: 'Your ranking: {options}',
    comment: '{options} is a list of options, the most preferred first, such as "1. A pool, 2. A park".',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof rankedVoteTexts> {}
}
