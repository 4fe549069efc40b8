import { texts, type KeysOf } from '@isegoria/texts';

const reasonFollows = 'The reason follows, such as "It insults or threatens somebody".';

export const myTexts = texts({
  'my.lead': 'What you have said and voted on, in all consultations. Only you see that all of this is yours.',
  'my.consultations': 'Consultations in which you have voted',
  'my.noConsultations': 'You have not voted yet.',
  'my.votes': 'Your votes and receipts',
  'my.votesIn': {
    text: 'Your votes in “{title}”',
    comment: '{title} is the title of a consultation or of an activity in it.',
  },
  'my.excluded': 'A moderator has excluded this ballot from the counts:',
  'my.belowLevel': {
    text: 'It is shown beside the headline figures, not in them: they count people with a stronger proof of identity.',
    comment: 'Below something that the person cast, such as a vote.',
  },
  'my.statements': 'Your statements and annotations',
  'my.noStatements': 'You have not added any statements or annotations yet.',
  'my.comments': 'Your comments',
  'my.noComments': 'You have not written any comments yet.',
  'my.questions': 'Your questions',
  'my.noQuestions': 'You have not asked any questions yet.',
  'my.supportedComments': 'Comments that you support',
  'my.noSupportedComments': 'You do not support any comments yet. The button is below each comment of a consultation.',
  'my.supportedQuestions': 'Questions that you support',
  'my.noSupportedQuestions': 'You do not support any questions yet. The button is below each question.',
  'my.reports': 'Your reports to the moderators',
  'my.noReports': 'You have not reported anything while signed in.',
  'my.report.waiting': 'Being checked',
  'my.report.upheld': 'What you reported is hidden',
  'my.report.dismissed': 'What you reported stays',
  'my.reported.comment': { text: 'You reported a comment:', comment: reasonFollows },
  'my.reported.question': { text: 'You reported a question:', comment: reasonFollows },
  'my.reported.statement': { text: 'You reported a contribution:', comment: reasonFollows },
  'my.pending': 'Waiting for a moderator',
  'my.published': 'Published',
  'my.rejected': 'Rejected',
  'my.withdrawn': 'Withdrawn',
  'my.hidden': 'Hidden',
  'my.reason': {
    text: 'The moderator’s reason:',
    comment: 'The reason follows.',
  },
  'my.inGeneral': 'To the ministry in general',
  'my.readAnswer': 'Read the answer',
  'my.data': 'Your data',
  'my.dataLead':
    'A file with your account, its roles and sessions, everything that you have said, and all your votes with their receipts, in a form ' +
    'that other programs can read (JSON). It says which pseudonyms are yours: keep it to yourself.',
  'my.download': 'Download your data',
  'my.account': 'Your account',
  'votes.lead': 'Every vote is recorded in the public log under your pseudonym. A receipt proves that it is there.',
  'votes.none': 'You have not voted here.',
  'votes.toConsultation': 'Go to the consultation',
  'votes.any': 'Your contribution',
  'votes.newest': 'Counted: your latest vote on this',
  'votes.replaced': 'Replaced by a later vote of yours',
  'votes.receipt': 'The receipt',
  'votes.check': 'Check this receipt',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof myTexts> {}
}
