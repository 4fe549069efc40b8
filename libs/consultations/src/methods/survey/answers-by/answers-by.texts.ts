import { texts, type KeysOf } from '@isegoria/texts';

export const answersByTexts = texts({
  'answersBy.link': {
    text: 'Answers of people who gave a certain answer',
    comment: 'A link from the results of a survey to a page with the answers of some of the people only.',
  },
  'answersBy.title': 'Answers of people who gave a certain answer',
  'answersBy.of': { text: 'Answers of people who gave a certain answer: {title}', comment: '{title} is the title of a consultation.' },
  'answersBy.lead':
    'Choose a question. You then see, for each answer to it, what the people who gave that answer said elsewhere in the survey.',
  'answersBy.choose': { text: 'Choose a question', comment: 'Name of a form.' },
  'answersBy.question': { text: 'Question', comment: 'Name of a choice among the questions of a survey.' },
  'answersBy.show': { text: 'Show answers', comment: 'On a button.' },
  'answersBy.groups': 'People who answered:',
  'answersBy.leftOut':
    'Answers that fewer than {least, number} people gave are not in this list, and where one such answer would follow from the others, ' +
    'another one is left out with it.',
  'answersBy.people': {
    text: '{count, plural, one {# person gave this answer.} other {# people gave this answer.}}',
    comment: 'How many people gave one answer in a survey.',
  },
  'answersBy.why':
    'Some figures are not shown: fewer than {least, number} people are behind them, or somebody could work out such a figure from them. ' +
    'This keeps single people’s answers private.',
  'answersBy.notShown': { text: 'not shown', comment: 'In place of a figure.' },
  'answersBy.nothing': 'No figure of this question can be shown for these people.',
  'answersBy.noChoices': 'People answered in their own words, with a number or a date. This is not shown for some of them only.',
  'answersBy.ofGroup': { text: '{share} of these people', comment: '{share} is a percentage, of people who gave a certain answer.' },
  'answersBy.inGroup': { text: 'These people', comment: 'The heading of a column: how many people who gave a certain answer.' },
  'answersBy.shareOfGroup': { text: 'Share of these people', comment: 'The heading of a column of percentages.' },
  'answersBy.everybody': { text: 'Everybody', comment: 'The heading of a column: how many of all people who responded.' },
  'answersBy.open':
    'The survey is still open. Its answers are shown once it has closed, so that nobody can tell from changing figures what somebody ' +
    'answered.',
  'answersBy.tooFew': 'Too few people gave any one answer to this question: at least {least, number} are needed.',
  'answersBy.none':
    'This survey has no results yet, or no question that everybody was asked and answered with one choice.',
  'answersBy.toResults': 'To the results of everybody',
  'answersBy.how':
    'Counted are the responses that stand, of people whom the headline figures count. Questions that only some people were asked are ' +
    'left out, since they tell who was asked. Auditors count all of this again.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof answersByTexts> {}
}
