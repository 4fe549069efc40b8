import { texts, type KeysOf } from '@isegoria/texts';

export const questionsTexts = texts({
  'thanks.question': 'Thank you. Your question is recorded.',
  'next.question': 'Everybody can read it now. The ministry’s answer will be shown with it; until then it is listed as waiting.',
  'questions.hidden': 'A moderator has hidden this question:',
  'questions.lead': 'Ask the ministry. All questions are listed here, whether they have been answered or not.',
  'questions.ask': 'Ask a question',
  'questions.unitHint': {
    text: 'Who is asked. Leave it as it is if you are not sure.',
    comment: 'Below a list of units.',
  },
  'questions.noTopic': { text: 'None of these', comment: 'First choice of a list of topics that a question can be about.' },
  'questions.topicHint': {
    text: 'You may choose what your question is about. It is then shown on the page of that topic, too.',
    comment: 'Below a list of topics.',
  },
  'questions.yours': 'Your question',
  'questions.hint': 'Published under a pseudonym, with the answer beside it once there is one.',
  'questions.allowance': {
    text: 'You can ask up to {most, plural, one {# question} other {# questions}} here; you have {left, number} left.',
    comment: 'Before the form. {left} is how many of {most} questions the person may still ask.',
  },
  'questions.usedUp': 'You have reached the limit for questions from one person here: {most, number}.',
  'questions.allowanceMonth': {
    text: 'You can ask up to {most, plural, one {# question} other {# questions}} a month; you have {left, number} left.',
    comment: 'Before the form for questions that are about no consultation.',
  },
  'questions.usedUpMonth': 'You have reached the limit for questions from one person this month: {most, number}.',
  'questions.afterTheEnd': {
    text: 'This consultation is over. You can still ask the ministry about it, for example what happens next.',
    comment: 'Before the form for a question.',
  },
  'questions.send': 'Send the question',
  'questions.answered': 'Answered',
  'questions.waiting': 'Waiting for an answer',
  'questions.noneAnswered': 'No question has been answered yet.',
  'questions.noneOpen': 'No question is waiting for an answer.',
  'questions.about': '{count, plural, =0 {Questions} one {# question} other {# questions}}',
  'questions.noneAbout': 'Nobody has asked about this consultation yet.',
  'questions.readAnswer': 'Read the answer',
  'questions.open': 'Open the question',
  'questions.one': 'A question to the ministry',
  'questions.answer': 'The ministry’s answer',
  'questions.notYet': 'The ministry has not answered this question yet.',
  'questions.toConsultation': 'Go to the consultation',
  'questions.answerIt': 'Answer this question',
  'questions.revise': 'Revise the answer',
  'questions.answerUpdated': {
    text: 'Updated on',
    comment: 'Before the time at which an answer was last revised.',
  },
  'questions.answerHint': 'Published straight away, in the ministry’s name. An earlier answer stays in the log. Markdown may be used.',
  'questions.publishAnswer': 'Publish the answer',
  'questions.hiddenNoAnswer': 'Nobody can answer this question while it is hidden.',
  'questionStatus.hidden': 'Hidden',
  'questionStatus.open': 'Waiting',
  'questionStatus.answered': 'Answered',
  'questionStatus.withdrawn': 'Withdrawn',
  'questions.noMore': 'It was withdrawn before anybody answered.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof questionsTexts> {}
}
