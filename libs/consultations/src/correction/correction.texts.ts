import { texts, type KeysOf } from '@isegoria/texts';

export const correctionTexts = texts({
  'correction.correct': 'Correct the wording',
  'correction.what': 'Everybody sees your note, and can read the earlier wording. Options and statements cannot be changed.',
  'correction.titleStays': 'The consultation has begun. Only capitals, spaces and punctuation of the title can be changed.',
  'correction.note': 'What is corrected, and why?',
  'correction.note.hint': 'Everybody can read this note.',
  'correction.note.wrong': 'Say what is corrected and why, in at most {max, number} characters.',
  'correction.send': 'Publish the correction',
  'correction.corrected': {
    text: 'The wording was corrected on {date}.',
    comment: '{date} is a day such as "3 November 2026". A link to the earlier wording follows.',
  },
  'correction.earlier': 'See what was corrected',
  'correction.history': 'Corrections',
  'correction.none': 'The wording was never corrected.',
  'correction.before': {
    text: 'Before',
    comment: 'Above the wording before a correction; "After" stands beside it.',
  },
  'correction.after': {
    text: 'After',
    comment: 'Above the wording after a correction; "Before" stands beside it.',
  },
  'official.consultation-corrected': 'Corrected the wording of a consultation',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof correctionTexts> {}
}
