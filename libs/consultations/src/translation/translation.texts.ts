import { texts, type KeysOf } from '@isegoria/texts';

export const translationTexts = texts({
  'translation.title': {
    text: 'Other languages',
    comment: 'The heading above the list of languages into which an office can translate a consultation.',
  },
  'translation.what': 'People who read the site in another language see your translation, and can still read the original.',
  'translation.into': {
    text: 'Translate into {language}',
    comment: '{language} is the name of a language, such as "French".',
  },
  'translation.begun': {
    text: 'translated',
    comment: 'Beside a link to the translation into a language: there is one already.',
  },
  'translation.ofText': {
    text: 'Text {number, number} in {language}',
    comment: 'The label of a field below a text that is to be translated. {language} is the name of a language, such as "French".',
  },
  'translation.fixed': {
    text: 'People can answer to this, so it stays in {language} as they read it:',
    comment: 'Above the translation of an option or a question whose vote or survey has opened. {language} is the name of a language.',
  },
  'translation.some': {
    text: '{done, number} of {all, number} texts are translated.',
    comment: 'A text is a title, a paragraph, an option and the like.',
  },
  'translation.form': {
    text: 'Leave a field empty to show the original there. After a correction of the original, translate it again.',
    comment: 'Above a form with a field for each text of a consultation.',
  },
  'translation.send': 'Save the translation',
  'translation.shown': {
    text: 'The office translated this consultation from the {language} original.',
    comment: 'Above a consultation. {language} is the name of a language, such as "French". A link to the original follows.',
  },
  'translation.original': 'Read the original',
  'translation.originalShown': {
    text: 'You are reading the original, in {language}.',
    comment: 'Above a consultation. {language} is the name of a language, such as "French". A link to the translation follows.',
  },
  'translation.back': 'Read the translation',
  'translation.text.wrong': 'Use at most {max, number} characters, and no picture.',
  'official.consultation-translated': 'Translated a consultation',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof translationTexts> {}
}
