import { texts, type KeysOf } from '@isegoria/texts';

export const officialAnswerTexts = texts({
  'officialAnswers.title': 'Official answers',
  'officialAnswers.lead': 'What the ministry answers to what was asked here and to what people said.',
  'officialAnswers.none': 'The ministry has not answered anything here yet.',
  'officialAnswers.read': {
    text: '{count, plural, one {Read # official answer} other {Read # official answers}}',
    comment: 'A link to answers of the institution to single statements and activities.',
  },
  'officialAnswers.file': 'All official answers as a file (CSV)',
  'officialAnswers.fileForSpreadsheet': 'The same for a spreadsheet that shows wrong letters',
  'officialAnswers.fileAsJson': 'The same for programs (JSON)',
  'officialAnswers.all': { text: 'All answers', comment: 'Link that takes away a filter.' },
  'officialAnswers.toActivity': { text: 'Answer to the activity:', comment: 'Before the name of an activity, such as a poll.' },
  'officialAnswers.toStatement': { text: 'Answer to the statement:', comment: 'Before the words of a statement.' },
  'officialAnswers.toAnnotation': {
    text: 'Answer to the annotation:',
    comment: 'Before the words of a comment on a paragraph of a draft law, or of a proposal for it.',
  },
  'officialAnswers.toParagraph': { text: 'Answer to a paragraph as a whole:', comment: 'Before the words of a paragraph of a draft law.' },
  'officialAnswers.toVersion': {
    text: 'Given to version {version, number} of the text.',
    comment: 'Beside an official answer to a paragraph of a draft law.',
  },
  'officialAnswers.ofParagraph': {
    text: 'Official answer to this paragraph',
    comment: 'Heading: what the institution answers to all that people wrote to a paragraph of a draft law.',
  },
  'officialAnswers.ofParagraph.lead': 'It stands for everything that was written to this paragraph and has no answer of its own.',
  'officialAnswers.ofItsParagraph': {
    text: 'Official answer to the paragraph that it was written to:',
    comment: 'Beside a comment on a draft law, before how the institution answered its paragraph as a whole, such as: Accepted in part.',
  },
  'officialAnswers.notToThis': {
    text: 'It was written to another paragraph and is still open: the official answer to this paragraph was not given to it.',
    comment: 'Beside a comment on a draft law whose words stand in another paragraph by now.',
  },
  'officialAnswers.giveToParagraph': 'Answer this paragraph as a whole',
  'officialAnswers.toQuestion': { text: 'Answer to the question:', comment: 'Before the words of a question of a survey.' },
  'officialAnswers.toText': { text: 'Answer to the text:', comment: 'Before what somebody wrote in a survey.' },
  'officialAnswers.toTexts': {
    text: '{count, plural, one {Answer to # text:} other {One answer to # texts:}}',
    comment: 'Before what several people wrote in a survey.',
  },
  'officialAnswers.notShown': { text: 'This text is not listed any longer.', comment: 'In place of what somebody wrote in a survey.' },
  'officialAnswers.readOne': { text: 'Read the answer', comment: 'A link beside what the office has answered.' },
  'officialAnswers.questions': { text: 'Answer single questions: {name}', comment: '{name} is that of a survey.' },
  'officialAnswers.texts': { text: 'Answer what people wrote: {name}', comment: '{name} is that of a survey.' },
  'officialAnswers.column': { text: 'Official answer', comment: 'Heading of a column of a table of statements.' },
  'officialAnswers.give': 'Answer',
  'officialAnswers.giveTo': { text: 'Answer: {name}', comment: '{name} is that of an activity.' },
  'officialAnswers.correct': 'Correct the answer',
  'officialAnswers.statements': { text: 'Answer statements: {name}', comment: '{name} is that of an activity.' },
  'officialAnswers.annotations': { text: 'Answer annotations: {name}', comment: '{name} is that of a draft law.' },
  'officialAnswers.office': 'Everybody reads these answers beside what they answer. An activity is answered once its phase is over.',
  'officialAnswers.stance': 'What becomes of it?',
  'officialAnswers.text': 'The answer',
  'officialAnswers.text.hint': 'Published straight away, in the ministry’s name. Say what is done, or why it is not. Markdown may be used.',
  'officialAnswers.note': 'What is corrected, and why?',
  'officialAnswers.note.hint': 'Everybody can read this note, and the earlier answer.',
  'officialAnswers.publish': 'Publish the answer',
  'officialAnswers.earlier': '{count, plural, one {Corrected once: the earlier answer} other {Corrected # times: the earlier answers}}',
  'stance.accepted': { text: 'Accepted', comment: 'What becomes of a proposal.' },
  'stance.partly': { text: 'Accepted in part', comment: 'What becomes of a proposal.' },
  'stance.rejected': { text: 'Not accepted', comment: 'What becomes of a proposal.' },
  'stance.noted': { text: 'Noted', comment: 'What becomes of a proposal: it was read, and nothing follows.' },
  'official.official-answer-published': 'Answered an activity, a paragraph, a question or what people said',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof officialAnswerTexts> {}
}
