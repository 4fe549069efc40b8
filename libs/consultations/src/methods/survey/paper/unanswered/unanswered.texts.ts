import { texts, type KeysOf } from '@isegoria/texts';

export const unansweredTexts = texts({
  'unanswered.field': {
    text: 'If there is no answer to enter: why',
    comment: 'Label of a list of reasons, below each question where an official types what somebody wrote on paper.',
  },
  'unanswered.none': { text: 'There is one, or none is needed', comment: 'The first choice of the list of reasons: no reason.' },
  'unanswered.blank': { text: 'Left blank', comment: 'Why a paper form has no answer to a question.' },
  'unanswered.unreadable': { text: 'Not readable', comment: 'Why a paper form has no answer to a question.' },
  'unanswered.invalid': {
    text: 'Not valid as written',
    comment: 'Why a paper form has no answer to a question: three ticks where two are allowed, for example.',
  },
  'unanswered.lead':
    'If a question is left blank, cannot be read, or has what it does not allow, say so below it and leave its answer empty. Do not ' +
    'guess: the rest of the form counts.',
  'unanswered.both': {
    text: 'Enter the answer, or say why there is none, but not both: {question}',
    comment: 'For an official who types what somebody wrote on paper.',
  },
  'unanswered.forms': '{count, plural, one {# form has} other {# forms have}} no answer here that can be counted.',
  'unanswered.few': {
    text: 'Some forms, fewer than {least, number}, have no answer here that can be counted.',
    comment: 'In place of a number of so few people that it is not told.',
  },
  'unanswered.why': 'Left blank: {blank, number}. Not readable: {unreadable, number}. Not valid as written: {invalid, number}.',
  'unanswered.whyFew': 'Reasons are not told where fewer than {least, number} forms have one of them.',
  'unanswered.figure': { text: 'Forms without an answer that can be counted', comment: 'What is counted, in a file of figures.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof unansweredTexts> {}
}
