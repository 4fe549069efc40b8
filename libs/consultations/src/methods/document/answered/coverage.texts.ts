import { texts, type KeysOf } from '@isegoria/texts';

export const coverageTexts = texts({
  'coverage.title': 'Answers to annotations',
  'coverage.finding': {
    text:
      'The ministry has answered {answered, number} of {annotations, plural, one {# annotation} other {# annotations}}; ' +
      '{open, plural, one {# is} other {# are}} open.',
    comment: 'How much of what people wrote to a draft law has an official answer.',
  },
  'coverage.fate': { text: 'What becomes of it', comment: 'Heading of a column: accepted, not accepted, and so on.' },
  'coverage.annotations': { text: 'Annotations', comment: 'Heading of a column of numbers: comments on a draft law, and proposals.' },
  'coverage.whole': {
    text: 'The whole text',
    comment: 'In a file of figures, before how many annotations a draft law has in all, and what became of them.',
  },
  'coverage.onlyProposals': {
    text: 'Proposals of other words',
    comment: 'In a file of figures, before how many annotations of a draft law propose other words, and what became of them.',
  },
  'coverage.proposals': {
    text: 'Of these, other words proposed',
    comment: 'Heading of a column of numbers: how many annotations of a draft law propose other words.',
  },
  'coverage.withParagraph': {
    text: 'Answered with its paragraph',
    comment: 'What became of an annotation of a draft law that has no answer of its own: the office answered the paragraph as a whole.',
  },
  'coverage.open': { text: 'Open', comment: 'An annotation of a draft law that has no official answer yet.' },
  'coverage.byParagraph': 'Paragraph by paragraph',
  'coverage.paragraph': { text: 'Paragraph', comment: 'Heading of a column: paragraphs of a draft law.' },
  'coverage.leftOut': { text: 'Left out since', comment: 'In place of a paragraph: those that a draft law has no longer.' },
  'coverage.count': {
    text: '{count, plural, one {# annotation} other {# annotations}}, {answered, number} answered',
    comment: 'A link beside a paragraph of a draft law: how many annotations it has, and how many of them have an official answer.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof coverageTexts> {}
}
