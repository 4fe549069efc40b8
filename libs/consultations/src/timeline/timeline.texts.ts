import { texts, type KeysOf } from '@isegoria/texts';

export const timelineTexts = texts({
  'timeline.title': {
    text: 'Timeline',
    comment: 'Heading above a list of what happened to a consultation and what is to come, each with its day and time.',
  },
  'timeline.toCome': {
    text: 'to come',
    comment: 'Beside a day and time that lies ahead.',
  },
  'timeline.opened': 'Opened',
  'timeline.opened.toCome': 'Opens',
  'timeline.closed': 'Closed',
  'timeline.closed.toCome': 'Closes',
  'timeline.datesChanged': 'Dates changed',
  'timeline.corrected': 'Wording last corrected',
  'timeline.termChanged': 'Date of the answer changed',
  'timeline.cancelled': 'Cancelled before it opened',
  'timeline.closedEarly': 'Closed early',
  'timeline.answerDue': 'The office promised an answer by then',
  'timeline.outcome': 'Outcome published',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof timelineTexts> {}
}
