import { texts, type KeysOf } from '@isegoria/texts';

export const responseTexts = texts({
  'exportContents.responses': 'Responses to a survey, under pseudonyms',
  'method.survey': 'Survey',
  'methodMeaning.survey': 'Survey: many questions, page by page',
  'how.survey': 'Answer the questions page by page; you can change your answers until it closes',
  'thanks.response': 'Thank you. Your response is recorded.',
  'next.response': 'You can change your answers until this closes; the last response counts.',
  'survey.title': 'The survey',
  'survey.length': {
    text: '{questions, plural, one {# question} other {# questions}} on {pages, plural, one {# page} other {# pages}}.',
    comment: 'Before people begin a survey.',
  },
  'survey.keptOnTheWay': 'Your answers are kept after each page, so you can go on later or on another device.',
  'survey.begin': 'Begin the survey',
  'survey.goOn': 'Go on with the survey',
  'survey.change': 'Change your answers',
  'survey.sentOpen': 'You have responded. You can change your answers until the survey closes; the last response counts.',
  'survey.sent': 'You have responded.',
  'survey.kept': 'Your answers so far are kept. They count once you send them.',
  'survey.keptAfterSending': 'You have begun to change your answers. What you sent before counts until you send them again.',
  'survey.which':
    'A response was sent from another tab or device after you began the answers that are saved here. The sent response counts. Nothing ' +
    'of either is lost until you choose.',
  'survey.whichHeading': { text: 'Sent response or saved answers?', comment: 'Above answers that were sent and others that were not.' },
  'survey.whichOf': { text: 'Sent response or saved answers? {title}', comment: 'The title of a page.' },
  'survey.whichSent': { text: 'Sent, and counts', comment: 'Before an answer of the response that was sent.' },
  'survey.whichKept': { text: 'Saved, not sent', comment: 'Before an answer that was saved and not sent.' },
  'survey.useKept': 'Go on with the saved answers',
  'survey.useSent': 'Keep the sent response and discard the saved answers',
  'survey.whichTyped':
    'These answers were changed in two tabs or on two devices at the same time. Both are saved, and nothing of either is lost until you ' +
    'choose.',
  'survey.whichTypedHeading': { text: 'Which answers are right?', comment: 'Above two answers to the same question of a survey.' },
  'survey.whichTypedOf': { text: 'Which answers are right? {title}', comment: 'The title of a page.' },
  'survey.whichFirst': { text: 'Saved first', comment: 'Before an answer that was saved before another one.' },
  'survey.whichLater': { text: 'Saved after that', comment: 'Before an answer that was saved after another one.' },
  'survey.useFirst': 'Go on with what was saved first',
  'survey.useLater': 'Go on with what was saved after that',
  'survey.page': { text: 'Page {number} of {total}', comment: 'Of a survey that people fill in page by page.' },
  'survey.pageOf': { text: 'Page {number}: {title}', comment: 'The title of a page of a survey.' },
  'survey.wrongOnPage': {
    text: 'On page {number, number}: {message}',
    comment: 'What is wrong with an answer that stands on another page of the survey. {message} is a sentence such as: “Why?” is too long.',
  },
  'survey.on': { text: 'Save and continue', comment: 'On a button that leads to the next page of a survey.' },
  'survey.toReview': { text: 'Save and check', comment: 'On a button that leads from the last page of a survey to all answers.' },
  'survey.back': { text: 'Save and go back', comment: 'On a button that leads to the page before.' },
  'survey.later': 'Save and finish later',
  'survey.moreToAnswer': 'Because of what you answered, this page asks more.',
  'survey.lessToAnswer': 'Because of what you answered, this page asks less.',
  'survey.review': { text: 'Check your answers', comment: 'Above all answers to a survey, before they are sent.' },
  'survey.reviewOf': { text: 'Check your answers: {title}', comment: 'The title of a page.' },
  'survey.reviewLead': 'Nothing is sent yet. Read your answers again, change what you like, and send them.',
  'survey.reviewChanged': 'You changed answers and have not sent them yet. Until you do, the response that you sent before counts.',
  'survey.over': 'The survey is closed. Answers can no longer be sent.',
  'survey.overSent': 'The survey is closed. What you sent can no longer be changed.',
  'survey.overOf': { text: 'Survey closed: {title}', comment: 'The title of a page.' },
  'survey.whatWasSent': { text: 'What you sent', comment: 'Heading above answers to a survey that is closed.' },
  'survey.neverSent': { text: 'Not sent, and not counted', comment: 'Heading above answers to a survey that is closed.' },
  'survey.readOwn': 'Read your answers',
  'survey.notAnswered': 'not answered',
  'survey.changePage': 'Change page {number}',
  'survey.send': 'Send your response',
  'survey.sendAgain': 'Send your changed response',
  'survey.whoReads':
    'The public log shows that somebody with your pseudonym responded, and not what. Auditors can read what you choose; what you write ' +
    'is sealed under your own key.',
  'answer.optional': { text: '{question} (optional)', comment: '{question} is a question of a survey.' },
  'answer.none': { text: 'No answer', comment: 'The option of people who take an answer back, or give none.' },
  'answer.own': { text: 'Something else', comment: 'The option of people who write an answer of their own.' },
  'answer.ownWords': 'Something else, in your own words: {question}',
  'answer.choose': { text: 'Please choose', comment: 'In a list, while nothing is chosen.' },
  'answer.place': { text: 'Place {place, number}', comment: 'In an order of preference: first place, second place.' },
  'answer.placeHint': 'An address, a street or the name of a place.',
  'answer.missing': 'This needs an answer: {question}',
  'answer.missingRow': { text: 'This needs an answer: {row} ({question})', comment: '{row} is a row of a table of questions.' },
  'answer.tooFew': '{count, plural, one {Choose at least # option} other {Choose at least # options}}: {question}',
  'answer.tooMany': '{count, plural, one {Choose at most # option} other {Choose at most # options}}: {question}',
  'answer.least': 'Write a number from {limit} up: {question}',
  'answer.greatest': 'Write a number up to {limit}: {question}',
  'answer.tooLong': 'Use at most {limit, number} characters: {question}',
  'answer.oneLine': 'Write this answer in one line, without line breaks: {question}',
  'answer.earliest': 'Choose a day from {day} on: {question}',
  'answer.latest': 'Choose a day up to {day}: {question}',
  'answer.noNumber': 'Write a number in digits: {question}',
  'answer.twoNumbers': {
    text: 'This can be read as two numbers. Write {whole} or {decimal}, whichever you mean: {question}',
    comment: 'For somebody who typed 1,500, which is a thousand and a half in some countries and one and a half in others.',
  },
  'answer.noDay': 'Choose a day: {question}',
  'answer.noWords': 'Write what else you mean, or take back “Something else”: {question}',
  'answer.wordsBeside': 'Choose “Something else” for what you wrote, or remove the words: {question}',
  'answer.samePlace': 'Give each option a place of its own: {question}',
  'answer.placeLeftOut': 'Give the places from the first on, and leave none out between them: {question}',
  'answer.other': 'Check this answer: {question}',
  'survey.answered': { text: 'Answers', comment: 'How many people answered a question: the heading of a column.' },
  'survey.results': 'Answers, question by question',
  'survey.answersTo': 'Answers to question {number, number}',
  'survey.tooFew': 'Answers are shown once {least, number} people have responded, so that nobody’s answers can be told.',
  'survey.untilClosed':
    'What people answer is shown once the survey has closed. Until then this page says only how many have responded: from figures that ' +
    'change with each response, anybody could tell what a single person answered.',
  'survey.shownLater': {
    text: 'What people answer is shown to everybody once the survey has closed, in figures that name nobody.',
    comment: 'Before people begin a survey.',
  },
  'survey.leftOutLate': {
    text:
      'The survey is closed and its answers are shown. Leaving out one response changes the figures by what that person answered, and ' +
      'whoever kept the earlier figures can tell. If there are several, leave them out together.',
    comment: 'To moderators, before they leave a response out of the counts.',
  },
  'survey.answeredBy': '{count, plural, one {# person answered} other {# people answered}}',
  'survey.questionTooFew': {
    text:
      'The answers to this question are not shown, so that nobody’s answers can be told: fewer than {least, number} people answered it, ' +
      'or its figures beside others would tell what so few answered.',
    comment: 'In place of the answers to one question in the results of a survey. {least} is at least 2, mostly 10.',
  },
  'survey.valuesTooFew': {
    text: 'What people answered is not listed, since fewer than {least, number} people gave some of these answers.',
    comment: 'In place of a list of numbers or days that people answered. {least} is at least 2, mostly 10.',
  },
  'survey.answeredBeside': '{count, plural, one {and # person whom} other {and # people whom}} the headline figures do not count',
  'survey.chose': {
    text: '{count, plural, one {# person} other {# people}}',
    comment: 'Beside a bar: how many people gave this answer.',
  },
  'survey.ofAnswers': {
    text: '{share} of those who answered',
    comment: 'Beside a bar. {share} is a percentage such as "61%".',
  },
  'survey.mean': 'Mean: {mean, number}',
  'scale.ends': {
    text: '{from, number}: {fromLabel} · {to, number}: {toLabel}',
    comment: 'What the lowest and the highest figure of a scale mean, such as "1: very bad · 5: very good".',
  },
  'scale.from': { text: '{from, number}: {fromLabel}', comment: 'What the lowest figure of a scale means, where the highest has no name.' },
  'scale.to': { text: '{to, number}: {toLabel}', comment: 'What the highest figure of a scale means, where the lowest has no name.' },
  'survey.inWords': 'People answered in their own words.',
  'survey.answer': { text: 'Answer', comment: 'The heading of a column with what people can answer.' },
  'survey.shareOfAnswers': { text: 'Share of answers', comment: 'The heading of a column of percentages.' },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof responseTexts> {}
}
