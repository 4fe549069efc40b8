import { texts, type KeysOf } from '@isegoria/texts';

export const testRunTexts = texts({
  'exportContents.test-answers': {
    text: 'Test answers of the staff',
    comment: 'A file. Staff tried a survey before it opened; nothing of it counts.',
  },
  'test.is': { text: 'This is a test.', comment: 'Above each page of a survey that staff try before it opens; more sentences follow.' },
  'test.isWhat': 'The survey is not open yet. What you answer here is marked as a test, never counts, and never becomes a response.',
  'test.offer': {
    text: 'Only your office sees this: the survey can be tried until it opens, and test answers never count.',
    comment: 'Beside a survey that is not open yet, for staff. A link follows.',
  },
  'test.begin': { text: 'Try the survey', comment: 'A link to a test of a survey.' },
  'test.send': { text: 'Send your test answers', comment: 'On a button at the end of a test of a survey.' },
  'test.sent': 'Your test answers are recorded, as a test. Whoever exports data of this consultation can find them in a file of their own.',
  'test.whoReads':
    'The public log shows that your account tried the survey, and not what you answered. People of your office who export data can read ' +
    'test answers.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof testRunTexts> {}
}
