import { texts, type KeysOf } from '@isegoria/texts';

export const ownWordsTexts = texts({
  'nav.my': 'My page',
  'own.title': 'Change or withdraw',
  'own.comment': 'Your comment',
  'own.question': 'Your question',
  'own.statement': 'Your statement',
  'own.change': 'Change the words',
  'own.until': {
    text: 'You can change the words until {time}. The new words take the place of the earlier ones, marked as changed.',
    comment: '{time} is a date with its time of day.',
  },
  'own.words': 'The new words',
  'own.save': 'Save the new words',
  'own.withdraw': 'Withdraw it',
  'own.withdrawLead':
    'The words are taken off every page and out of every later file. A line stays in their place that says that their author has ' +
    'withdrawn them. Votes that were cast still count. This cannot be undone.',
  'own.withdrawSend': 'Withdraw',
  'own.changed': 'Your new words are recorded, and shown in place of the earlier ones.',
  'own.gone': 'You have withdrawn this. Its words are no longer shown.',
  'own.withdrawn': 'Withdrawn by its author.',
  'own.edited': {
    text: 'Changed by its author',
    comment: 'A date with its time of day follows.',
  },
  'own.readInPlace': 'See it in its place',
  'own.overTime': 'The time for changing the words is over.',
  'own.answered': 'The question is answered, so its words stay as they are.',
  'own.hidden': 'A moderator has hidden it, so its words cannot be changed.',
  'own.decided': 'A moderator has decided on it, so its words stay as they are.',
  'own.votedOn': 'Somebody has voted on it, so its words stay as they are.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof ownWordsTexts> {}
}
