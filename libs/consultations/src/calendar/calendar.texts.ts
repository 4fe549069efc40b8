import { texts, type KeysOf } from '@isegoria/texts';

const title = '{title} is the title of a consultation. A line in the calendar of a phone or a computer.';

export const calendarTexts = texts({
  'calendar.title': 'Calendar',
  'calendar.lead': 'When consultations open and close, by when answers are promised, and what is done about outcomes.',
  'calendar.all': 'Calendar of all dates',
  'calendar.add': 'Add these dates to your calendar',
  'calendar.add.hint': {
    text: 'A file for the calendar program of your phone or computer. A program that follows this address learns of changes by itself:',
    comment: 'Below a link to the file; the address of the file follows.',
  },
  'calendar.toCome': { text: 'To come', comment: 'Heading above dates that lie ahead.' },
  'calendar.nothing': 'No dates are to come.',
  'calendar.more': 'The next {count, plural, one {date is} other {# dates are}} shown. The file has all of them.',
  'calendar.past': { text: 'Past dates', comment: 'Heading above dates that have passed, the latest first.' },
  'calendar.past.hint': 'The latest ones. Older dates are on the page of each consultation.',
  'calendar.opens': { text: 'Opens', comment: 'On a tag beside a consultation and a date to come.' },
  'calendar.closes': { text: 'Closes', comment: 'On a tag beside a consultation and a date to come.' },
  'calendar.opened': { text: 'Opened', comment: 'On a tag beside a consultation and a date that has passed.' },
  'calendar.closed': { text: 'Closed', comment: 'On a tag beside a consultation and a date that has passed.' },
  'calendar.answer': { text: 'Answer promised', comment: 'On a tag beside a consultation and the date by which it is to be answered.' },
  'calendar.answered': { text: 'Answered', comment: 'On a tag beside a consultation and the date on which it was answered.' },
  'calendar.milestone': { text: 'Milestone due', comment: 'On a tag beside what is done about the outcome of a consultation.' },
  'calendar.milestoneDone': { text: 'Milestone done', comment: 'On a tag beside what was done about the outcome of a consultation.' },
  'calendar.event.milestone': { text: 'Milestone due: {title}', comment: title },
  'calendar.event.milestoneDone': { text: 'Milestone done: {title}', comment: title },
  'calendar.ofMilestone': { text: '{milestone} ({title})', comment: 'What is done about the outcome of a consultation, and its title.' },
  'calendar.event.opens': { text: 'Opens: {title}', comment: title },
  'calendar.event.closes': { text: 'Closes: {title}', comment: title },
  'calendar.event.answer': { text: 'Answer promised: {title}', comment: title },
  'calendar.event.answered': { text: 'Answered: {title}', comment: title },
  'calendar.ofPhase': { text: '{title} ({phase})', comment: 'The title of a consultation and the name of one of its phases.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof calendarTexts> {}
}
