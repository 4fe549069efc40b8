import { texts, type KeysOf } from '@isegoria/texts';

export const consultationsTexts = texts({
  'status.draft': 'Draft',
  'status.scheduled': 'Opens soon',
  'status.open': 'Open',
  'status.closed': 'Closed',
  'status.decided': 'Decided',
  'consultations.lead': 'What the ministry is consulting on: what is open, what is being worked on, and what was decided.',
  'consultations.count': {
    text: '{count, plural, one {# consultation} other {# consultations}}',
    comment: 'On phones: a line that opens the list of them.',
  },
  'consultations.empty': 'There are no consultations here yet.',
  'questions.askInstead': 'You can ask the ministry a question.',
  'consultations.title.open': 'Open now',
  'consultations.title.scheduled': 'Opening soon',
  'consultations.title.closed': 'Closed, outcome to come',
  'consultations.title.decided': 'Decided',
  'consultations.title.draft': 'Drafts',
  'consultation.opensOn': 'Opens on {date}',
  'consultation.opensToday': {
    text: 'Opens today at {time}',
    comment: '{time} is a time of day with its zone, such as "16:05 UTC".',
  },
  'consultation.opensTomorrow': {
    text: 'Opens tomorrow, {date}, at {time}',
    comment: '{date} is a day such as "3 November 2026", {time} a time of day with its zone, such as "16:05 UTC".',
  },
  'consultation.closesIn': {
    text: '{days, plural, =1 {Closes tomorrow, {date}} one {Open for # more day, until {date}} other {Open for # more days, until {date}}}',
    comment: 'It closes at the end of that day. {date} is a day such as "3 November 2026".',
  },
  'consultation.closesInAt': {
    text:
      '{days, plural, =1 {Closes tomorrow, {date}, at {time}} one {Open for # more day, until {date} at {time}} ' +
      'other {Open for # more days, until {date} at {time}}}',
    comment: '{date} is a day such as "3 November 2026", {time} a time of day with its zone, such as "16:05 UTC".',
  },
  'consultation.closesToday': {
    text: 'Closes today at {time}',
    comment: '{time} is a time of day with its zone, such as "16:05 UTC".',
  },
  'consultation.closesAtMidnight': 'Open until the end of today',
  'consultation.reissued':
    'Your e-mail address belonged to an account that was erased after this consultation was published. It may have taken part already, ' +
    'so what you contribute here counts as anonymous.',
  'consultation.closedOn': 'Closed on {date}',
  'consultation.closedBefore': 'Closed before its date',
  'consultation.noDates': 'Dates not set yet',
  'consultation.participants':
    '{count, plural, =0 {Nobody has taken part yet} one {# person has taken part} other {# people have taken part}}',
  'consultation.glance': 'At a glance',
  'consultation.opens': 'Opens',
  'consultation.opened': 'Opened',
  'consultation.closes': 'Closes',
  'consultation.closed': {
    text: 'Closed',
    comment: 'Stands before the day and time at which a consultation closed.',
  },
  'consultation.how': 'How to take part',
  'consultation.results': 'See all results',
  'consultation.closedEarly': 'The ministry closed this consultation early:',
  'signIn.first': 'Sign in to take part.',
  'signIn.firstWhy': 'You do not need an account to read.',
  'notNow.CONSULTATION_CLOSED':
    'This is over, so it stays as people saw it. What is still to be said belongs in the outcome or in an official answer.',
  'notNow.CONSULTATION_NOT_OPEN': 'This has not opened yet. A draft is changed on its own page; all else can be done from the opening on.',
  'notNow.CONSULTATION_NOT_CLOSED':
    'People can still take part, so this cannot be judged as a whole yet. Come back when it is over, or close the consultation early.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof consultationsTexts> {}
}
