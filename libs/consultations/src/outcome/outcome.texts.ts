import { texts, type KeysOf } from '@isegoria/texts';

export const outcomeTexts = texts({
  'outcome.title': 'What came of it',
  'outcome.youSaid': {
    text: 'You said',
    comment: 'Heading above what people said; "We did" stands beside it.',
  },
  'outcome.weDid': {
    text: 'We did',
    comment: 'Heading above what the institution did about it; "You said" stands beside it.',
  },
  'outcome.published': 'Published on',
  'outcome.changed': { text: 'Changed on', comment: 'Before the day on which an outcome was changed.' },
  'outcome.earlier': '{count, plural, one {Changed once: what it said before} other {Changed # times: what it said before}}',
  'outcome.history': 'All changes of the outcome',
  'outcome.unchanged': 'The outcome was not changed.',
  'outcome.note': 'What is changed, and why?',
  'outcome.note.hint': 'Everybody can read this note, and what the outcome said before.',
  'outcome.note.wrong': 'Say what is changed and why, in at most {max, number} characters.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof outcomeTexts> {}
}
