import { texts, type KeysOf } from '@isegoria/texts';

export const groupAnswerTexts = texts({
  'groupAnswer.title': {
    text: 'One answer to several',
    comment: 'Heading: the office gives several statements or annotations the same answer.',
  },
  'groupAnswer.correct': { text: 'Correct an answer to several', comment: 'Heading; see "One answer to several".' },
  'groupAnswer.what': 'Choose what has the same answer, and write it once. Everybody reads the answer beside each of them.',
  'groupAnswer.toOpen': 'What has no answer yet',
  'groupAnswer.narrow': 'Choose what is listed',
  'groupAnswer.everywhere': { text: 'The whole text', comment: 'In a list of paragraphs: all of them.' },
  'groupAnswer.question': { text: 'Question', comment: 'Label of a list: the questions of a survey.' },
  'groupAnswer.allQuestions': { text: 'All questions', comment: 'In a list of questions of a survey.' },
  'groupAnswer.words': { text: 'Words that stand in it', comment: 'Label of a search field over what people wrote in a survey.' },
  'groupAnswer.tickAll': {
    text: '{count, plural, one {Tick the # that is listed here} other {Tick all # that are listed here}}',
    comment: 'A link that ticks everything that is listed on this page of a form.',
  },
  'groupAnswer.openIn': { text: '{count, number} open', comment: 'Beside a paragraph: how many annotations have no answer yet.' },
  'groupAnswer.leftOut': {
    text: 'Left out since: paragraph {number, number} of version {version, number}, “{words}”',
    comment: 'A paragraph that a draft law has no longer. {words} is how it began.',
  },
  'groupAnswer.which': 'Which are listed',
  'groupAnswer.open': 'Those without an answer',
  'groupAnswer.all': 'All',
  'groupAnswer.none': 'Nobody has said anything here yet.',
  'groupAnswer.noneOpen': 'Everything that is listed here has an answer.',
  'groupAnswer.chosen': 'What do you answer?',
  'groupAnswer.chosen.hint': 'All that you tick have the same answer, each beside it.',
  'groupAnswer.chosen.wrong': 'Tick at least one, and no more than 100.',
  'groupAnswer.text.hint':
    'Published straight away, in the ministry’s name, beside each of them. Say what is done, or why it is not. Markdown may be used.',
  'groupAnswer.note.hint':
    'Only where one of those that you tick has an answer already. Everybody can read this note, and the earlier answer.',
  'groupAnswer.note.wrong':
    'Say what is corrected and why, in at most {max, number} characters, if one of those that you tick has an answer; otherwise leave ' +
    'this empty.',
  'groupAnswer.one': { text: 'Answer several at once', comment: 'A link for officials, from a paragraph of a draft law.' },
  'groupAnswer.like': 'Filled in as you have just answered, so that you can put more under the same theme.',
  'groupAnswer.anew': { text: 'Start with an empty answer', comment: 'A link; it empties the fields of an answer.' },
  'groupAnswer.correctAll': {
    text: 'Correct the answer to all of them',
    comment: 'A link for officials, below one answer to several annotations.',
  },
  'groupAnswer.also': {
    text: '{count, plural, one {The same answer was given to # other} other {The same answer was given to # others}}',
    comment: 'Below an official answer to an annotation or a statement: to how many others it was given at once.',
  },
  'theme.title': { text: 'Theme (optional)', comment: 'Label of a field: what several things that people said have in common.' },
  'theme.title.hint': 'What they have in common, in a few words. Everybody sees each of them as answered under this theme.',
  'theme.title.wrong': 'Name the theme in at most {max, number} characters; a summary needs a theme.',
  'theme.summary': 'What people say about it (optional)',
  'theme.summary.hint': 'In a sentence or two, for everybody.',
  'theme.summary.wrong': 'Keep the summary to {max, number} characters.',
  'theme.one': { text: 'Theme', comment: 'Small label above the title of a theme, which several things that people said have in common.' },
  'theme.under': {
    text: 'Answered under the theme: {theme}',
    comment: '{theme} is what the office calls what several people said.',
  },
  'officialAnswers.toStatements': {
    text: '{count, plural, one {Answer to # statement:} other {One answer to # statements:}}',
    comment: 'Before the words of several statements.',
  },
  'officialAnswers.toAnnotations': {
    text: '{count, plural, one {Answer to # annotation:} other {One answer to # annotations:}}',
    comment: 'Before the words of several comments on a draft law, or of proposals for it.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof groupAnswerTexts> {}
}
