import { texts, type KeysOf } from '@isegoria/texts';

const finding = '{option} is an option of the vote; {mean} is a number such as 3.4 and {highest} the highest score, 5 or 10.';

export const scoreVoteTexts = texts({
  'method.score-vote': 'Score vote',
  'methodMeaning.score-vote': 'Score vote: people give each option a score, from 0 to 5 or from 0 to 10',
  'how.scoreVote': 'Give each option a score; you can change your scores until it closes',
  'field.highestScore': 'Highest score',
  'field.scoring': 'What decides',
  'scoring.total': 'The total: the option with the most points in all comes first',
  'scoring.mean': 'The mean: the option with the highest mean score among those who scored it comes first',
  'score.upTo': { text: 'From 0 to {highest, number}', comment: 'The range of the scores that people can give an option.' },
  'field.scores.wrong': 'Give at least one option a score.',
  'thanks.scores': 'Thank you. Your scores are recorded.',
  'next.scores': 'You can change them until this closes; the last ones count.',
  'score.legend': 'Give each option a score from 0 to {highest, number}',
  'score.unscored.total': 'The higher, the better. An option that you leave without a score gets no points from you.',
  'score.unscored.mean':
    'The higher, the better. An option that you leave without a score is not affected by your ballot; a score of 0 lowers its mean.',
  'score.changeable': 'Your current scores are shown. You can change them until the vote closes; the last ones count.',
  'score.none': { text: 'No score', comment: 'In a list of scores from 0 up: the option is given none.' },
  'score.cast': 'Cast your scores',
  'score.change': 'Change your scores',
  'score.yours': { text: 'Your score: {score, number}', comment: 'Beside an option, after the vote has closed.' },
  'score.findingNone': 'No option has a score above 0 from anybody who is counted.',
  'score.finding.total': {
    text:
      '“{option}” comes first with {total, plural, one {# point} other {# points}} in all, from {people, plural, one {# person} ' +
      'other {# people}}.',
    comment: finding,
  },
  'score.finding.mean': {
    text:
      '“{option}” comes first with a mean score of {mean, number} out of {highest, number}, from {people, plural, one {# person} ' +
      'other {# people}}.',
    comment: finding,
  },
  'score.finding.total.closed': {
    text:
      '“{option}” came first with {total, plural, one {# point} other {# points}} in all, from {people, plural, one {# person} ' +
      'other {# people}}.',
    comment: `Of a vote that is closed. ${finding}`,
  },
  'score.finding.mean.closed': {
    text:
      '“{option}” came first with a mean score of {mean, number} out of {highest, number}, from {people, plural, one {# person} ' +
      'other {# people}}.',
    comment: `Of a vote that is closed. ${finding}`,
  },
  'score.byLot': {
    text: 'Tied for first place: {tied}. By lot, as was stated beforehand, “{option}” comes first.',
    comment: `{tied} is a list of options. ${finding}`,
  },
  'score.byLot.closed': {
    text: 'These tied for first place: {tied}. By lot, as was stated beforehand, “{option}” came first.',
    comment: `Of a vote that is closed. {tied} is a list of options. ${finding}`,
  },
  'score.results': 'The scores',
  'score.resultsNote.total': 'The option with the most points in all comes first. The last ballot of each person counts.',
  'score.resultsNote.mean': {
    text:
      'The option with the highest mean comes first: its points divided by the number of people who scored it. The last ballot of ' +
      'each person counts.',
    comment: 'Above a chart and a table of scores.',
  },
  'score.fullBar.total': 'A full bar would be the highest score from everybody who took part.',
  'score.fullBar.mean': 'A full bar is the highest score.',
  'score.table': {
    text: 'How many people gave each score',
    comment: 'Caption of a table with a row for each option and a column for each score.',
  },
  'score.total': { text: 'Points', comment: 'Heading of a column: all scores of an option together.' },
  'score.mean': { text: 'Mean', comment: 'Heading of a column: the mean score of an option.' },
  'score.inWords': {
    text: '{option}: {points, plural, one {# point} other {# points}}, mean {mean, number}',
    comment: 'Above the bar of an option.',
  },
  'score.inWordsNone': { text: '{option}: no scores', comment: 'Above the bar of an option that nobody gave a score.' },
  'score.scored': 'People who gave a score',
  'score.scoredNote': 'How many people gave each option a score, whatever it is.',
  'votes.scores': { text: 'Your scores: {options}', comment: '{options} is a list such as “Trams: 5 and Buses: 2”.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof scoreVoteTexts> {}
}
