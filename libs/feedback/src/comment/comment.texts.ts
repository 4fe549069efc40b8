import { texts, type KeysOf } from '@isegoria/texts';

export const commentsTexts = texts({
  'thanks.comment': 'Thank you. Your comment is recorded.',
  'next.comment': 'It is published under your name here. Others can reply to it and support it.',
  'comments.title': 'Comments',
  'comments.empty': 'Nobody has commented yet.',
  'comments.yours': 'Your comment',
  'comments.hint': 'Published under a pseudonym. Please leave out personal details of others.',
  'comments.allowance': {
    text: 'You can add up to {most, plural, one {# comment} other {# comments}} here; you have {left, number} left.',
    comment: 'Before the form. {left} is how many of {most} comments the person may still add.',
  },
  'comments.usedUp': 'You have added as many comments here as one person may: {most, number}.',
  'comments.send': 'Publish the comment',
  'comments.hide': 'Hide this comment',
  'comments.hidden': 'A moderator has hidden this comment:',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof commentsTexts> {}
}
