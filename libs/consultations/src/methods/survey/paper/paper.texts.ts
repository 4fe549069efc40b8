import { texts, type KeysOf } from '@isegoria/texts';

export const surveyPaperTexts = texts({
  'paper.title': 'Printable form',
  'paper.form': {
    text: 'Form',
    comment: 'Followed by the code of a paper form, such as 1F0C22AA-9B2D11.',
  },
  'paper.print': 'Print this page, or save it as PDF, with your browser.',
  'paper.how':
    'Fill in this form with a pen, and answer only what concerns you. The small codes are for whoever enters the form. Do not write your ' +
    'name on it. If a question is left blank, or its answer cannot be read or is not one that is allowed, the rest of the form counts ' +
    'all the same.',
  'paper.part': 'Part {number}',
  'paper.onlyIf': {
    text: 'Answer this only if {condition}.',
    comment: '{condition} is something like: “1. How do you travel?” is “Bus” and “2. Why?” is answered.',
  },
  'paper.kind.single': 'Tick one answer.',
  'paper.kind.multiple': 'Tick all that apply.',
  'paper.kind.scale': 'Tick one step.',
  'paper.kind.matrix': 'Tick one box in each line.',
  'paper.kind.ranking': 'Write 1 beside what you like best, then 2, 3 and so on.',
  'paper.kind.number': 'Write a number.',
  'paper.kind.date': 'Write a date: day, month, year.',
  'paper.kind.short-text': 'Write in a few words.',
  'paper.kind.long-text': 'Write as much as you like; add a sheet if you need more room.',
  'paper.kind.place': 'Write an address, or describe the place.',
  'paper.kind.file': 'A file cannot be given on paper. Send it with the survey on the website, or leave this out.',
  'paper.required': 'An answer is needed.',
  'paper.atLeast': 'At least {count, number}.',
  'paper.atMost': 'At most {count, number}.',
  'paper.numberFrom': 'At least {number, number}.',
  'paper.numberTo': 'At most {number, number}.',
  'paper.dayFrom': 'Not before {day}.',
  'paper.dayTo': 'Not after {day}.',
  'paper.other': 'Another answer:',
  'paper.row': {
    text: 'Line',
    comment: 'Heading of the first column of a table in which each line is rated.',
  },
  'paper.back': 'To the consultation',
  'paper.take': 'Questions to take along',
  'paper.takeFile': 'Questions as a file (JSON)',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof surveyPaperTexts> {}
}
