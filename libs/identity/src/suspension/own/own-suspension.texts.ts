import { texts, type KeysOf } from '@isegoria/texts';

export const ownSuspensionTexts = texts({
  'suspension.title': 'Your account is suspended',
  'suspension.overTitle': 'Your suspension is over',
  'suspension.noneTitle': 'Your account is not suspended',
  'suspension.none': 'You can take part as usual.',
  'suspension.lead':
    'While the suspension lasts, you can sign in and read, but you cannot vote or write. Everything you cast or wrote before stays, and ' +
    'your votes stay counted.',
  'suspension.roles': 'Your roles have no effect while the suspension lasts.',
  'suspension.overLead': 'You can take part again.',
  'suspension.until': 'Suspended until',
  'suspension.since': 'Suspended on',
  'suspension.endedAt': 'Ended on',
  'suspension.reason': 'The reason',
  'suspension.whatYouCan': 'What you can still do',
  'suspension.seeMy': 'See what you contributed, withdraw it, and download your data',
  'suspension.appealTitle': 'Appeal',
  'suspension.appealLead':
    'If you think that the suspension is wrong, say why. Somebody other than the person who suspended you decides, and you can ' +
    'read the decision and its reason here. You can appeal once. Until it is decided, the suspension stays.',
  'suspension.words': 'Why is the suspension wrong?',
  'suspension.wordsHint': 'Only moderators can read this.',
  'suspension.send': 'Send the appeal',
  'suspension.yourWords': 'Your appeal',
  'suspension.waits': 'Sent. Nobody has decided on it yet; you will be told by e-mail if your address is confirmed.',
  'suspension.granted': 'Your appeal was granted: the suspension was ended.',
  'suspension.dismissed': 'Your appeal was dismissed: the suspension stays.',
  'suspension.goOn': 'Continue to the site',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ownSuspensionTexts> {}
}
