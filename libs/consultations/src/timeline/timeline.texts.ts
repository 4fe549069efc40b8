import { texts, type KeysOf } from '@isegoria/texts';

const activity = 'A colon and the name of a survey, a draft law or another activity follow.';
const milestone = 'A colon and what is done about the outcome of a consultation follow.';

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
  'timeline.corrected': 'Wording corrected',
  'timeline.activityCorrected': { text: 'Questions or options corrected', comment: activity },
  'timeline.revised': { text: 'New version of the text', comment: activity },
  'timeline.answered': { text: 'First official answer', comment: activity },
  'timeline.termChanged': 'Date of the answer changed',
  'timeline.cancelled': 'Cancelled before it opened',
  'timeline.closedEarly': 'Closed early',
  'timeline.answerDue': 'The office promised an answer by then',
  'timeline.outcome': 'Outcome published',
  'timeline.outcomeRevised': 'Outcome revised',
  'timeline.milestone': { text: 'Milestone due', comment: milestone },
  'timeline.milestoneDone': { text: 'Milestone done', comment: milestone },
  'timeline.milestoneDropped': { text: 'Milestone dropped', comment: milestone },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof timelineTexts> {}
}
