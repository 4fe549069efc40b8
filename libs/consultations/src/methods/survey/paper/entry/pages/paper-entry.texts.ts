import { texts, type KeysOf } from '@isegoria/texts';

export const paperEntryTexts = texts({
  'paperEntry.title': { text: 'Forms on paper', comment: 'Where officials enter the forms of a survey that came back on paper.' },
  'paperEntry.lead':
    'One official enters each form that comes back, and another one checks it against the paper. Only then does it count, apart from the ' +
    'responses of people who have an account.',
  'paperEntry.until': {
    text: 'A form counts if it is confirmed before the survey closes. You can extend the survey until then. It closes on',
    comment: 'A date and a time follow.',
  },
  'paperEntry.lost':
    '{count, plural, one {# form on paper is not confirmed. It counts} other {# forms on paper are not confirmed. They count}} for ' +
    'nothing if the survey closes now.',
  'paperEntry.wereLost':
    '{count, plural, one {# form was not confirmed before the survey closed. It counts} other {# forms were not confirmed before the ' +
    'survey closed. They count}} for nothing; that they were entered stands in the public log.',
  'paperEntry.tooLate': 'The survey closed before this form was confirmed. It counts for nothing.',
  'paperEntry.enter': { text: 'Enter a form', comment: 'A link to, and the heading of, the page where an official enters a paper form.' },
  'paperEntry.none': 'No form has been entered yet.',
  'paperEntry.code': 'Code of the form',
  'paperEntry.code.hint': 'As it is printed at the top. A form with another code is of another survey, or of earlier questions.',
  'paperEntry.code.wrong': 'This is not the code of this survey. Check the top of the form: it may be printed from earlier questions.',
  'paperEntry.number': 'Number of the form',
  'paperEntry.number.hint': 'Write a number from 1 to 999999 on each form that comes back. No two forms have the same.',
  'paperEntry.number.wrong': 'Write a number from 1 to 999999, in digits.',
  'paperEntry.onlyIf': { text: 'Only if {condition}', comment: 'Beside a question that not everybody is asked.' },
  'paperEntry.unasked': 'Answers to questions that were not asked of somebody with these answers are left out.',
  'paperEntry.send': 'Save the form',
  'paperEntry.form': { text: 'Form {form}', comment: '{form} is the number of a paper form.' },
  'paperEntry.status': { text: 'Status', comment: 'Heading of a column.' },
  'paperEntry.number.column': { text: 'Form', comment: 'Heading of a column with the numbers of paper forms.' },
  'paperEntry.since': { text: 'Since', comment: 'Heading of a column with times.' },
  'paperEntry.waiting': { text: 'Waits for a check', comment: 'The status of a paper form that was entered.' },
  'paperEntry.sentBack': { text: 'Sent back', comment: 'The status of a paper form that is to be entered again.' },
  'paperEntry.confirmed': { text: 'Confirmed', comment: 'The status of a paper form that was checked.' },
  'paperEntry.own': { text: 'entered by you', comment: 'Beside a form that waits for the check of somebody else.' },
  'paperEntry.all': { text: 'All forms', comment: 'Link that takes away a filter.' },
  'paperEntry.compare': 'Compare these answers with the paper, question by question.',
  'paperEntry.confirm': 'It says what is on the paper',
  'paperEntry.confirmLead': 'The form is a response from then on, and cannot be changed.',
  'paperEntry.ownEntry': 'You entered this form. Somebody else of your office has to confirm it; you can send it back to enter it again.',
  'paperEntry.sendBack': 'Send it back',
  'paperEntry.sendBackLead': 'It is entered again. Everybody can read the reason.',
  'paperEntry.again': 'Enter this form again',
  'paperEntry.why': { text: 'It was sent back: {reason}', comment: '{reason} is what an official wrote.' },
  'paperEntry.counts': 'This form was checked and is among the responses. What it says is shown no more.',
  'official.paper-form-entered': 'Entered a form of a survey that came back on paper',
  'official.paper-form-sent-back': 'Sent an entered paper form back',
  'official.paper-form-confirmed': 'Confirmed a paper form that somebody else entered',
  'done.EnterPaperForm': 'The form is saved. Somebody else of your office checks it now.',
  'done.ConfirmPaperForm': 'The form is confirmed. It is among the responses now.',
  'done.SendBackPaperForm': 'The form is sent back.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof paperEntryTexts> {}
}
