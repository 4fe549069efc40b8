import { texts, type KeysOf } from '@isegoria/texts';

export const ownSessionsTexts = texts({
  'sessions.title': 'Where you are signed in',
  'sessions.lead': 'If you do not recognise one of these, end it and change your password, which ends all others.',
  'sessions.phone': 'A phone',
  'sessions.tablet': 'A tablet',
  'sessions.computer': 'A computer',
  'sessions.program': 'A program',
  'sessions.current': 'Here',
  'sessions.begun': {
    text: 'Started',
    comment: 'Before a date and time.',
  },
  'sessions.lastUsed': {
    text: 'Last used about',
    comment: 'Before a date and time, which is to the hour.',
  },
  'sessions.end': 'End it',
  'sessions.endNamed': {
    text: 'End it: {device}, started {time}',
    comment: '{device} is "A phone" or the like. Begins with the words of "End it", which people see.',
  },
  'sessions.endOthers': 'End all others',
  'sessions.more':
    '{count, plural, one {You are also signed in at # other place} other {You are also signed in at # other places}}, used ' +
    'longer ago. Signing out everywhere but here ends those sessions too.',
  'sessions.ended': 'The session has ended.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ownSessionsTexts> {}
}
