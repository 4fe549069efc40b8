/** What needs no account. */
export const open = [
  '/sessions',
  '/accounts',
  '/accounts/confirmations',
  '/accounts/confirmations/anew',
  '/accounts/password',
  '/accounts/password-links',
  '/links',
  '/survey-links',
  '/survey-links/response',
  '/survey-links/response-draft',
  '/unsubscriptions',
  '/invitations/shown',
  '/invitations/acceptances',
  '/receipts/checks',
];
/** What is answered with a session. */
export const beginSessions = [
  '/sessions',
  '/sessions/current/code',
  '/accounts',
  '/accounts/confirmations',
  '/accounts/confirmations/anew',
  '/accounts/password',
  '/invitations/acceptances',
];
