import { texts, type KeysOf } from '@isegoria/texts';

export const threadTexts = texts({
  'thread.title': 'A comment and its replies',
  'thread.replies': '{count, plural, =0 {No replies yet} one {# reply} other {# replies}}',
  'thread.all': {
    text: '{count, plural, one {Read the reply} other {Read all # replies}}',
    comment: 'A link to the page of a comment with all its replies.',
  },
  'thread.reply': {
    text: 'Reply',
    comment: 'A link beside a comment, to the form for a reply.',
  },
  'thread.replyTo': 'Reply to {name}',
  'thread.inReplyTo': {
    text: 'in reply to {name}',
    comment: 'Beside the name of whoever wrote a reply: to whom it replies.',
  },
  'thread.yours': 'Your reply',
  'thread.send': 'Publish the reply',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof threadTexts> {}
}
