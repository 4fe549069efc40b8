import { texts, type KeysOf } from '@isegoria/texts';

export const questionnaireCorrectionTexts = texts({
  'official.activity-corrected': 'Corrected the questions of a survey',
  'wording.correct': 'Correct the questions',
  'wording.what': {
    text:
      'Until the survey opens, its questions can be changed; from then on, their wording can be corrected. Everybody sees what stood ' +
      'before.',
    comment: 'Where an office runs a consultation, above a link.',
  },
  'wording.beforeOpening':
    'The survey opens {date}. Until a minute before, you can change its questions. Everybody can read what stood before, and your note.',
  'wording.open':
    'The survey is open, so somebody may have answered. You can correct slips in the wording; what an answer means must stay. Everybody ' +
    'can read what stood before, and your note. Translations of words that you correct are shown no more until you translate them again.',
  'wording.option': { text: 'Option {number}', comment: 'The label of a field with the words of an answer that people can choose.' },
  'wording.row': { text: 'Line {number}', comment: 'The label of a field with the words of a line of a table that people fill in.' },
  'wording.note': 'What you changed, and why',
  'wording.note.hint': 'Everybody can read this.',
  'wording.note.wrong': 'Say what you changed and why, in at most {max, number} characters.',
  'wording.send': 'Publish the correction',
  'wording.corrected': {
    text: 'The questions were corrected on {date}.',
    comment: 'Beside a survey, for everybody. A link to the earlier wording follows.',
  },
  'wording.earlier': 'What changed, and why',
  'wording.history': { text: 'Corrections of the questions', comment: 'The heading of a page.' },
  'wording.none': 'The questions were not corrected.',
  'wording.structure': {
    text: 'Besides words, the questions themselves changed, before the survey opened.',
    comment: 'Above a list of words before and after.',
  },
  'wording.before': { text: 'Before', comment: 'Above what stood before a correction.' },
  'wording.after': { text: 'After', comment: 'Above what stands after a correction.' },
  'wording.page': 'Page {number} of the survey',
  'wording.ofQuestion': 'Question {number, number}',
  'wording.ofQuestionBefore': {
    text: 'Earlier question {number, number}, taken out',
    comment: 'Of a survey that was changed before it opened.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof questionnaireCorrectionTexts> {}
}
