import { texts, type KeysOf } from '@isegoria/texts';

const date = '{date} is a day such as "3 November 2026".';

export const answerOwedTexts = texts({
  'answerOwed.field': 'Answer within how many days?',
  'answerOwed.field.hint':
    'Counted from the end of the consultation. Everybody sees the date by which you owe an answer, and whether it has passed. If left ' +
    'empty, no answer is promised.',
  'answerOwed.field.ofUnit': 'If you choose another unit and leave this number as it is, that unit’s own number is used.',
  'answerOwed.field.wrong': 'Enter a whole number of days from 1 to {max, number}, or leave it empty.',
  'answerOwed.new.hint': 'Counted from the end of the consultation.',
  'answerOwed.change': 'Change the date of the answer',
  'answerOwed.now': { text: 'The answer is due by {date} now.', comment: date },
  'answerOwed.nothing': 'No answer has been promised yet.',
  'answerOwed.reason': 'Why is the date of the answer changed?',
  'answerOwed.fact': { text: 'Answer due', comment: 'Heading beside a day and time.' },
  'answerOwed.dueBy': { text: 'Answer due by', comment: 'Before a day.' },
  'answerOwed.answered': { text: 'Answered', comment: 'Heading beside the day on which an office answered.' },
  'answerOwed.days': '{days, plural, one {Within # day of the end} other {Within # days of the end}}',
  'answerOwed.due': { text: 'The ministry owes an answer by {date}.', comment: date },
  'answerOwed.overdue': { text: 'The ministry’s answer is overdue. It was due by {date}.', comment: date },
  'answerOwed.changed': {
    text:
      'On {date}, the time for the answer was changed from {before, plural, one {# day} other {# days}} to {after, plural, one {# day} ' +
      'other {# days}} after the end.',
    comment: date,
  },
  'answerOwed.set': {
    text: 'On {date}, an answer was promised within {after, plural, one {# day} other {# days}} of the end.',
    comment: date,
  },
  'answerOwed.later': {
    text: 'The ministry now says that it will come by {date}; the date that was promised counts all the same.',
    comment: `Behind the date by which an answer is or was due. ${date}`,
  },
  'answerOwed.dateStayed': {
    text: 'The consultation was over by then, so the date promised before still counts.',
    comment: 'Behind a change of the date of an answer.',
  },
  'answerOwed.dateStays':
    'The consultation is over, so the date that was promised counts. Everybody sees another one beside it, and an answer after the ' +
    'promised date is late all the same.',
  'answerOwed.changes': '{count, plural, one {It was changed once.} other {It was changed # times.}}',
  'answerOwed.isOverdue': { text: 'Answer overdue', comment: 'On a tag beside a consultation.' },
  'answerOwed.responsible': { text: 'Responsible', comment: 'Heading beside the unit whose consultation it is.' },
  'responseTimes.title': 'How quickly the ministry answers',
  'responseTimes.lead':
    'A consultation promises an answer by a date. These figures count what was promised and what was kept; anybody can recount them ' +
    'from the public log.',
  'responseTimes.asTable': 'Show as a table, with the days that answers took',
  'responseTimes.caption': 'Answers to consultations, by unit',
  'responseTimes.unit': 'Unit',
  'responseTimes.open': { text: 'Still running', comment: 'Heading of a column: consultations that promise an answer and are not over.' },
  'responseTimes.due': { text: 'Answer due', comment: 'Consultations that are over and whose answer is not late yet.' },
  'responseTimes.overdue': { text: 'Overdue', comment: 'Consultations whose answer is late.' },
  'responseTimes.answered': { text: 'Answered', comment: 'Consultations.' },
  'responseTimes.answeredLate': { text: 'Of these, late', comment: 'Of the consultations that were answered.' },
  'responseTimes.milestonesLate': {
    text: 'Late milestones',
    comment: 'Heading of a column: steps that were not done by the day that was promised, whether or not they are done now.',
  },
  'responseTimes.late': { text: 'What is late', comment: 'Heading above consultations whose answer is late, and milestones that are.' },
  'responseTimes.someLate':
    '{count, plural, one {# promised answer or milestone is overdue.} other {# promised answers and milestones are overdue.}}',
  'responseTimes.answerWasDue': { text: 'The answer was due by', comment: 'Before a day and time.' },
  'responseTimes.inTime': { text: 'Share answered in time', comment: 'Heading of a column with percentages.' },
  'responseTimes.median': 'Days to the answer (median)',
  'responseTimes.bar': '{answered, number} answered, {due, number} due, {overdue, number} overdue',
  'responseTimes.file': 'All figures as a file (CSV)',
  'official.answer-term-changed': 'Changed when an answer to a consultation is due',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof answerOwedTexts> {}
}
