import { texts, type KeysOf } from '@isegoria/texts';

export const textCoverageTexts = texts({
  'textsAnswered.title': { text: 'Answers to what people wrote', comment: 'Heading among the results of a survey.' },
  'textsAnswered.finding': {
    text: 'The ministry has answered {answered, number} of {listed, plural, one {# listed text} other {# listed texts}}.',
    comment: 'How many of the texts that people wrote in a survey, and that anybody can read, have an official answer.',
  },
  'textsAnswered.texts': { text: 'Listed texts', comment: 'Heading of a column of numbers: texts that people wrote in a survey.' },
  'textsAnswered.count': {
    text: '{count, plural, one {# text} other {# texts}}',
    comment: 'Beside a bar of a chart: how many texts that people wrote in a survey.',
  },
  'work.openTexts': {
    text: '{count, plural, one {# listed text has no answer} other {# listed texts have no answer}}',
    comment: 'In a list of work: texts that people wrote in a survey.',
  },
  'textsAnswered.read': { text: 'Read the answers', comment: 'A link to the official answers of a consultation.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof textCoverageTexts> {}
}
