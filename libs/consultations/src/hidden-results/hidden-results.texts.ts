import { texts, type KeysOf } from '@isegoria/texts';

export const hiddenResultsTexts = texts({
  'field.resultsHidden': {
    text: 'When results are shown',
    comment: 'Legend of a field in which an office hides the results of a vote until it closes.',
  },
  'field.resultsHidden.hint':
    'Until then, nobody is shown how people vote, your office included; only how many have voted. The page says so before anybody votes.',
  'hidden.untilClosed': 'Hide the results until the vote closes',
  'hidden.stated': {
    text: 'The results are hidden until the vote closes. Until then, everybody sees only how many people have voted.',
    comment: 'Above the ballot of a vote that is open or still to come.',
  },
  'hidden.finding': {
    text: 'The results are hidden until the vote closes. Then they are shown here, and anybody can count them from the public log.',
    comment: 'In place of the results of a vote.',
  },
  'hidden.finding.closed': {
    text:
      'The vote is closed, and its ballots are being opened. Then the results are shown here, and anybody can count them from the public ' +
      'log.',
    comment: 'In place of the results of a vote, for the moment between its closing and the opening of the hidden ballots.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof hiddenResultsTexts> {}
}
