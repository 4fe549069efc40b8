import { texts, type KeysOf } from '@isegoria/texts';

export const commentsTexts = texts({
  'thanks.comment': 'Thank you. Your comment is recorded.',
  'next.comment': 'It is published under the name you have in this consultation. Others can reply to it and support it.',
  'comments.title': 'Comments',
  'comments.empty': 'Nobody has commented yet.',
  'comments.yours': 'Your comment',
  'comments.hint': 'Published under a pseudonym. Please do not give personal details of other people.',
  'comments.allowance': {
    text: 'You can add up to {most, plural, one {# comment} other {# comments}} here; you have {left, number} left.',
    comment: 'Before the form. {left} is how many of {most} comments the person may still add.',
  },
  'comments.usedUp': 'You have reached the limit for comments from one person here: {most, number}.',
  'comments.afterTheEnd': {
    text: 'This consultation is over. You can still comment, so that people can respond to how it ended.',
    comment: 'Before the form for a comment or a reply.',
  },
  'comments.send': 'Publish the comment',
  'comments.hide': 'Hide this comment',
  'comments.hidden': 'A moderator has hidden this comment:',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof commentsTexts> {}
}
