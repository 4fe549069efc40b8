import { texts, type KeysOf } from '@isegoria/texts';

const outcome = 'The outcome of a vote on a motion that is closed. The sentences after it give the reason.';
const soFar = 'How a vote on a motion stands that is still open. The sentences after it give the reason.';

export const motionTexts = texts({
  'method.motion': 'Vote on a motion',
  'methodMeaning.motion': 'Vote on a motion: yes, no or abstain, with a majority and a quorum that are set beforehand',
  'how.motion': 'Vote yes or no, or abstain; you can change your vote until it closes',
  'field.majority': 'Majority',
  'majority.simple': 'Simple majority: more people vote yes than no',
  'majority.absolute': 'Absolute majority: more than half of all who vote, abstentions included, vote yes',
  'majority.two-thirds': 'Two-thirds majority: at least two thirds of those who vote yes or no vote yes',
  'field.quorum': 'Quorum (optional)',
  'field.quorum.hint': 'How many people must vote for the result to be valid. Abstentions count. If left empty, any number is enough.',
  'field.quorum.wrong': 'Enter a whole number of people from 1 to {max, number}, or leave it empty.',
  'field.vote.wrong': 'Choose yes, no or abstain.',
  'thanks.motion': 'Thank you. Your vote is recorded.',
  'next.motion': 'You can change it until this closes; the last one counts.',
  'motion.title': 'The vote',
  'motion.legend': 'How do you vote?',
  'motion.yes': { text: 'Yes', comment: 'One of the ways to vote on a motion.' },
  'motion.no': { text: 'No', comment: 'One of the ways to vote on a motion.' },
  'motion.abstain': { text: 'Abstain', comment: 'One of the ways to vote on a motion.' },
  'motion.cast': 'Cast your vote',
  'motion.change': 'Change your vote',
  'motion.changeable': 'Your current vote is marked. You can change it until the vote closes; the last one counts.',
  'motion.yours': 'Your vote',
  'motion.rules': { text: 'What carries the motion', comment: 'Heading of the rules by which a vote on a motion is decided.' },
  'motion.rule.simple':
    'More people must vote yes than no. With as many yes as no, the motion is not carried. Abstentions count for neither side.',
  'motion.rule.absolute': 'More than half of all who vote must vote yes. Abstentions count among all who vote.',
  'motion.rule.two-thirds': 'At least two thirds of those who vote yes or no must vote yes. Abstentions count for neither side.',
  'motion.rule.quorum':
    'At least {quorum, plural, one {# person} other {# people}} must vote, abstentions included. With fewer, the motion is not carried.',
  'motion.rule.noQuorum': 'There is no quorum: any number of votes is enough.',
  'motion.carried': { text: 'By the votes so far, the motion would be carried.', comment: soFar },
  'motion.notCarried': { text: 'By the votes so far, the motion would not be carried.', comment: soFar },
  'motion.carried.closed': { text: 'The motion is carried.', comment: outcome },
  'motion.notCarried.closed': { text: 'The motion is not carried.', comment: outcome },
  'motion.quorumReached': 'The quorum of {quorum, number} is reached: {people, plural, one {# person} other {# people}} voted.',
  'motion.quorumMissed': {
    text: 'The quorum of {quorum, number} is not reached so far: {people, plural, one {# person} other {# people}} voted.',
    comment: 'Of a vote on a motion that is open.',
  },
  'motion.quorumMissed.closed': {
    text: 'The quorum of {quorum, number} was not reached: {people, plural, one {# person} other {# people}} voted.',
    comment: 'Of a vote on a motion that is closed.',
  },
  'motion.noQuorum': '{people, plural, one {# person} other {# people}} voted; no quorum was set.',
  'motion.found.simple': '{yes, number} voted yes and {no, number} voted no; more yes than no is needed.',
  'motion.found.absolute': {
    text: '{share} of all who voted said yes ({yes, number} of {of, number}); more than half is needed.',
    comment: '{share} is a percentage such as "61%".',
  },
  'motion.found.two-thirds': {
    text: '{share} of those who voted yes or no said yes ({yes, number} of {of, number}); two thirds are needed.',
    comment: '{share} is a percentage such as "61%".',
  },
  'motion.results': 'The votes',
  'motion.resultsNote': 'The last vote of each person counts.',
  'motion.vote': { text: 'Vote', comment: 'Heading of a column with yes, no and abstain.' },
  'votes.motion': { text: 'Your vote: {vote}', comment: '{vote} is yes, no or abstain.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof motionTexts> {}
}
