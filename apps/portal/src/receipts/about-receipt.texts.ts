import { texts, type KeysOf } from '@isegoria/texts';

/** What a receipt is for; the keys end in the types of events. */
export const aboutReceiptTexts = texts({
  'about.any': 'It is for something that you contributed, recorded on {time}.',
  'about.StatementVoteCast': 'It is for your vote on a statement, recorded on {time}.',
  'about.PollBallotCast': 'It is for your ballot in a poll, recorded on {time}.',
  'about.ResponseSubmitted': 'It is for your response to a survey, recorded on {time}.',
  'about.RankingCast': 'It is for your ranking in a vote, recorded on {time}.',
  'about.ScoresCast': 'It is for your scores in a vote, recorded on {time}.',
  'about.MotionBallotCast': 'It is for your vote on a motion, recorded on {time}.',
  'about.SupportCast': 'It is for your support, or for taking it back, recorded on {time}.',
  'about.ServiceFeedbackGiven': 'It is for what you said of a service, or for taking it back, recorded on {time}.',
  'about.StatementSubmitted': 'It is for a statement or an annotation that you added, recorded on {time}.',
  'about.CommentSubmitted': 'It is for a comment that you wrote, recorded on {time}.',
  'about.QuestionAsked': 'It is for a question that you asked, recorded on {time}.',
  'about.in': {
    text: 'You contributed it to:',
    comment: 'Before the title of a consultation.',
  },
  'about.stands': 'No later choice of yours has replaced it.',
});

/** What a later event of the same kind replaces. */
export function isReplaceable(type: string): boolean {
  const ballots = ['PollBallotCast', 'RankingCast', 'ScoresCast', 'MotionBallotCast', 'ResponseSubmitted'];
  return ['StatementVoteCast', 'SupportCast', 'ServiceFeedbackGiven', ...ballots].includes(type);
}

export function sentenceFor(type: string): keyof typeof aboutReceiptTexts {
  const key = `about.${type}`;
  return Object.hasOwn(aboutReceiptTexts, key) ? (key as keyof typeof aboutReceiptTexts) : 'about.any';
}

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof aboutReceiptTexts> {}
}
