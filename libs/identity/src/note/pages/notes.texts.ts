import { texts, type KeysOf } from '@isegoria/texts';

export const notesTexts = texts({
  'notes.title': {
    text: 'Your notifications',
    comment: 'Short messages of the site to one person, about what became of their contributions.',
  },
  'notes.lead': 'What happened to what you contributed, newest first. Only you see this page.',
  'notes.leadOffice': 'What happened to what you contributed and to drafts of your office, newest first. Only you see this page.',
  'notes.empty': 'There are no notifications yet. Once something happens to what you contributed, it is listed here.',
  'notes.new': { text: 'New', comment: 'Beside a note that was not read yet.' },
  'notes.reason': { text: 'The reason:', comment: 'Before the words of a moderator or an official.' },
  'notes.markRead': 'Mark all as read',
  'notes.read': 'All notifications are marked as read.',
  'noteSettings.title': 'Notifications and e-mails about your contributions',
  'notes.mails': {
    text: 'E-mails about this are combined into one message {minutes, plural, one {every minute} other {every # minutes}} at most.',
    comment: 'Below the list of notifications.',
  },
  'noteSettings.lead':
    'Choose what you want to hear about. E-mails are combined into one message {minutes, plural, one {every minute} ' +
    'other {every # minutes}} at most. Messages that keep your account safe are always sent.',
  'noteSettings.site': { text: 'On this site', comment: 'Heading of a list of checkboxes.' },
  'noteSettings.mail': { text: 'By e-mail', comment: 'Heading of a list of checkboxes.' },
  'noteSettings.decisions': 'A statement, annotation, comment or question of mine is published, rejected, hidden or shown again',
  'noteSettings.answers': 'A question of mine is answered',
  'noteSettings.reports': 'Something I reported is checked by the moderators',
  'noteSettings.consultations': 'A consultation I took part in closes or has an outcome',
  'noteSettings.changes': 'A consultation I took part in is corrected, gets new dates or is cancelled',
  'noteSettings.drafts': 'A draft of my office waits for a check, is approved or is sent back',
  'noteSettings.send': 'Save',
  'unsubscribe.title': 'Stop e-mails with notifications',
  'unsubscribe.asked': 'You will no longer receive e-mails with notifications. Notifications on this site stay as they are.',
  'unsubscribe.done': 'You will receive no more e-mails with notifications. You can turn them on again on the page of your account.',
  'unsubscribe.unknown': 'This link is not complete. Open it again from the e-mail, or change your settings on the page of your account.',
  'unsubscribe.send': 'Stop these e-mails',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof notesTexts> {}
}
