import { texts, type KeysOf } from '@isegoria/texts';

export const pollTexts = texts({
  'method.poll': 'Poll',
  'methodMeaning.poll': 'Poll: one question with options to choose from',
  'how.pollSingle': 'Choose one option; you can change it until it closes',
  'how.pollMultiple': 'Approve of any number of options (approval voting); you can change them until it closes',
  'field.chosenOptions.wrong': 'Choose at least one option.',
  'field.multiple': 'How many options',
  'thanks.ballot': 'Thank you. Your ballot is recorded.',
  'next.ballot': 'You can change it until this closes; the last one counts.',
  'votes.for': {
    text: 'Your vote for {options}',
    comment: '{options} is a list of options of a poll.',
  },
  'poll.vote': 'Your choice',
  'poll.title': 'The options',
  'poll.chooseOne': 'Choose one option',
  'poll.chooseSeveral': 'Choose as many options as you like',
  'poll.cast': 'Cast your ballot',
  'poll.change': 'Change your ballot',
  'poll.changeable': 'Your current choice is marked. You can change it until the poll closes; the last one counts.',
  'poll.yours': 'Your choice',
  'poll.finding': {
    text: '“{option}” leads: {share} of the people chose it ({count, number} of {people, number}).',
    comment: 'The finding of a poll that is open. {option} is an option of the poll, {share} a percentage such as "61%".',
  },
  'poll.finding.closed': {
    text: '“{option}” came first: {share} of the people chose it ({count, number} of {people, number}).',
    comment: 'The finding of a poll that is closed. {option} is an option of the poll, {share} a percentage such as "61%".',
  },
  'poll.findingLevel': {
    text: 'Tied for first place: {tied}, each chosen by {share} of the people ({count, number} of {people, number}).',
    comment: '{tied} is a list of options. The finding of a poll that is open and in which no option leads.',
  },
  'poll.findingLevel.closed': {
    text: 'These tied for first place: {tied}, each chosen by {share} of the people ({count, number} of {people, number}).',
    comment: '{tied} is a list of options. The finding of a poll that is closed.',
  },
  'poll.findingByLot': {
    text: 'By lot, as was stated beforehand, “{option}” comes first.',
    comment: 'After the sentence that says that several options of a poll are tied.',
  },
  'poll.findingByLot.closed': {
    text: 'By lot, as was stated beforehand, “{option}” came first.',
    comment: 'After the sentence that says that several options of a poll tied. The poll is closed.',
  },
  'poll.findingNoRule': {
    text: 'No rule for ties was stated beforehand, so the tie stands.',
    comment: 'After the sentence that says that several options of a poll are tied.',
  },
  'results.share': {
    text: 'Share of people',
    comment: 'Heading of a column of percentages.',
  },
  'results.option': 'Option',
  'results.options': 'Votes for the options',
  'results.optionsNote': 'The last ballot of each person counts.',
  'results.besideVotes': {
    text: '{votes, number} of {people, plural, one {# participant} other {# participants}} whom the headline figures do not count',
    comment: 'Below the votes for an option of a poll. {votes} is how many of these {people} participants chose it.',
  },
  'results.shareOfPeople': {
    text: '{share} of the people',
    comment: '{share} is a percentage such as "61%".',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof pollTexts> {}
}
