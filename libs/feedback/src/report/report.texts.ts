import { texts, type KeysOf } from '@isegoria/texts';

export const reportTexts = texts({
  'report.link': {
    text: 'Report',
    comment: 'A link beside what somebody wrote, to the form with which it is reported to the moderators.',
  },
  'report.gone': 'This is not shown to anybody, so there is nothing to report.',
  'report.hidden': { text: 'A moderator has hidden this:', comment: 'The reason follows.' },
  'report.title': 'Report this to the moderators',
  'report.lead': 'You do not need an account. Nobody is told who reported it.',
  'report.why': 'What is wrong with it?',
  'report.reason.illegal': 'It may be against the law',
  'report.reason.insult': 'It insults or threatens somebody',
  'report.reason.privacy': 'It reveals private information about somebody',
  'report.reason.falsehood': 'It pretends to be somebody else, or misleads on purpose',
  'report.reason.spam': 'It is advertising, or was sent again and again',
  'report.reason.other': 'Something else',
  'report.text': 'Anything that moderators should know',
  'report.textHint': 'Only moderators can read it. You may leave it empty.',
  'report.send': 'Send the report',
  'report.received': 'Thank you. Your report was received.',
  'report.next':
    'A moderator will check it. What breaks the rules is hidden, with a reason that everybody can read; otherwise it ' +
    'stays. We cannot tell you what was decided, because you were not signed in.',
  'report.nextToYou':
    'A moderator will check it. What breaks the rules is hidden, with a reason that everybody can read; otherwise it stays. Your page ' +
    'shows what becomes of your report, and a notification tells you when it is decided. Nobody else learns that the report is yours.',
  'report.yours': 'See your reports',
  'report.back': 'Back',
  'field.reportReason.wrong': 'Choose what is wrong with it.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof reportTexts> {}
}
