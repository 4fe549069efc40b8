import { texts, type KeysOf } from '@isegoria/texts';

export const ownWordsTexts = texts({
  'nav.my': 'My page',
  'own.title': 'Change or withdraw',
  'own.comment': 'Your comment',
  'own.question': 'Your question',
  'own.statement': 'Your statement',
  'own.annotation': { text: 'Your annotation', comment: 'A comment on a draft law, or other words proposed for it.' },
  'own.change': 'Change the text',
  'own.until': {
    text: 'You can change the text until {time}. The new text replaces the earlier one, marked as changed.',
    comment: '{time} is a date with its time of day.',
  },
  'own.words': 'The new text',
  'own.save': 'Save the new text',
  'own.withdraw': 'Withdraw it',
  'own.withdrawLead':
    'The text is removed from every page and from all later files. A line in its place says that its author has withdrawn ' +
    'it. Votes on it and support for it, if any, still count. This cannot be undone.',
  'own.withdrawSend': 'Withdraw',
  'own.changed': 'Your new text is recorded, and shown in place of the earlier one.',
  'own.late': {
    text: 'Your change came too late, so the text stays as it was. Your new text is on record and is not shown.',
    comment: 'Somebody voted on a statement, or its phase closed, in the moment before its author changed it.',
  },
  'own.gone': 'You have withdrawn this. Its text is no longer shown.',
  'own.withdrawn': 'Withdrawn by its author.',
  'own.edited': {
    text: 'Changed by its author',
    comment: 'A date with its time of day follows.',
  },
  'own.readInPlace': 'See it in its place',
  'own.overTime': 'The time for changing the text is over.',
  'own.answered': 'The question has been answered, so its text can no longer be changed.',
  'own.hidden': 'A moderator has hidden it, so its text cannot be changed.',
  'own.decided': 'A moderator has decided on it, so its text can no longer be changed.',
  'own.votedOn': 'Somebody has voted on it, so its text can no longer be changed.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ownWordsTexts> {}
}
