import { texts, type KeysOf } from '@isegoria/texts';

export const digestTexts = texts({
  'mail.notes.subject': 'News about your contributions',
  'mail.notes.body': {
    text:
      'Hello,\n\nThere is news about your contributions:\n\n{notes}\n\nRead more on the site:\n\n{link}\n\nYou receive this message ' +
      'because you took part. To stop these messages:\n\n{unsubscribe}\n',
    comment: 'A message in plain text. {notes} is a list, one sentence a line. Each link stands on a line of its own.',
  },
  'mail.office.subject': 'News about drafts of your office',
  'mail.office.body': {
    text:
      'Hello,\n\nThere is news about drafts of your office:\n\n{notes}\n\nRead more on the site:\n\n{link}\n\nYou receive this message ' +
      'because you work on drafts here. To stop these messages:\n\n{unsubscribe}\n',
    comment: 'A message in plain text. {notes} is a list, one sentence a line. Each link stands on a line of its own.',
  },
  'mail.notes.more': {
    text: 'There is more on the site.',
    comment: 'After the last line of a list in a mail that names only the newest.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof digestTexts> {}
}
