import { texts, type KeysOf } from '@isegoria/texts';

const comment = '{title} is the title of a consultation.';
const inGeneral = 'Where no title of a consultation can be named.';

export const noteTexts = texts({
  'note.statement-accepted': { text: 'Your contribution in “{title}” was published.', comment },
  'note.statement-accepted.inGeneral': { text: 'Your contribution was published.', comment: inGeneral },
  'note.statement-rejected': { text: 'Your contribution in “{title}” was not published.', comment },
  'note.statement-rejected.inGeneral': { text: 'Your contribution was not published.', comment: inGeneral },
  'note.statement-waiting': { text: 'Your contribution in “{title}” is being checked again. You need do nothing.', comment },
  'note.statement-waiting.inGeneral': { text: 'Your contribution is being checked again. You need do nothing.', comment: inGeneral },
  'note.comment-hidden': { text: 'Your comment on “{title}” was hidden.', comment },
  'note.comment-hidden.inGeneral': { text: 'Your comment was hidden.', comment: inGeneral },
  'note.comment-restored': { text: 'Your comment on “{title}” is shown again.', comment },
  'note.comment-restored.inGeneral': { text: 'Your comment is shown again.', comment: inGeneral },
  'note.question-hidden': { text: 'Your question about “{title}” was hidden.', comment },
  'note.question-hidden.inGeneral': { text: 'Your question was hidden.', comment: inGeneral },
  'note.question-restored': { text: 'Your question about “{title}” is shown again.', comment },
  'note.question-restored.inGeneral': { text: 'Your question is shown again.', comment: inGeneral },
  'note.question-answered': { text: 'Your question about “{title}” was answered.', comment },
  'note.question-answered.inGeneral': { text: 'Your question was answered.', comment: inGeneral },
  'note.answer-revised': { text: 'The answer to your question about “{title}” was revised.', comment },
  'note.answer-revised.inGeneral': { text: 'The answer to your question was revised.', comment: inGeneral },
  'note.report-upheld': { text: 'What you reported in “{title}” was hidden.', comment },
  'note.report-upheld.inGeneral': { text: 'What you reported was hidden.', comment: inGeneral },
  'note.report-dismissed': { text: 'Your report in “{title}” was checked. What you reported stays.', comment },
  'note.report-dismissed.inGeneral': { text: 'Your report was checked. What you reported stays.', comment: inGeneral },
  'note.consultation-closed': { text: '“{title}”, which you took part in, has closed.', comment },
  'note.consultation-closed.inGeneral': { text: 'A consultation that you took part in has closed.', comment: inGeneral },
  'note.outcome-published': { text: 'The outcome of “{title}”, which you took part in, is published.', comment },
  'note.outcome-published.inGeneral': { text: 'The outcome of a consultation that you took part in is published.', comment: inGeneral },
  'note.outcome-revised': { text: 'The outcome of “{title}”, which you took part in, was revised.', comment },
  'note.outcome-revised.inGeneral': { text: 'The outcome of a consultation that you took part in was revised.', comment: inGeneral },
  'note.consultation-corrected': { text: 'The wording of “{title}”, which you took part in, was corrected.', comment },
  'note.consultation-corrected.inGeneral': {
    text: 'The wording of a consultation that you took part in was corrected.',
    comment: inGeneral,
  },
  'note.dates-changed': { text: 'The dates of “{title}”, which you took part in, have changed.', comment },
  'note.dates-changed.inGeneral': { text: 'The dates of a consultation that you took part in have changed.', comment: inGeneral },
  'note.answer-term-changed': { text: 'The answer to “{title}”, which you took part in, is due at another time.', comment },
  'note.answer-term-changed.inGeneral': {
    text: 'The answer to a consultation that you took part in is due at another time.',
    comment: inGeneral,
  },
  'note.statement-answered': { text: 'Your contribution in “{title}” has an official answer.', comment },
  'note.statement-answered.inGeneral': { text: 'Your contribution has an official answer.', comment: inGeneral },
  'note.statement-answer-corrected': { text: 'The official answer to your contribution in “{title}” was corrected.', comment },
  'note.statement-answer-corrected.inGeneral': { text: 'The official answer to your contribution was corrected.', comment: inGeneral },
  'note.text-answered': { text: 'What you wrote in the survey of “{title}” has an official answer.', comment },
  'note.text-answered.inGeneral': { text: 'What you wrote in a survey has an official answer.', comment: inGeneral },
  'note.text-answer-corrected': { text: 'The official answer to what you wrote in the survey of “{title}” was corrected.', comment },
  'note.text-answer-corrected.inGeneral': { text: 'The official answer to what you wrote in a survey was corrected.', comment: inGeneral },
  'note.activity-answered': { text: '“{title}”, which you took part in, has an official answer.', comment },
  'note.activity-answered.inGeneral': { text: 'A consultation that you took part in has an official answer.', comment: inGeneral },
  'note.activity-answer-corrected': { text: 'An official answer in “{title}”, which you took part in, was corrected.', comment },
  'note.activity-answer-corrected.inGeneral': {
    text: 'An official answer in a consultation that you took part in was corrected.',
    comment: inGeneral,
  },
  'note.milestone-planned': { text: 'There is a new milestone of “{title}”, which you took part in.', comment },
  'note.milestone-planned.inGeneral': { text: 'There is a new milestone of a consultation that you took part in.', comment: inGeneral },
  'note.milestone-changed': { text: 'A milestone of “{title}”, which you took part in, was changed.', comment },
  'note.milestone-changed.inGeneral': { text: 'A milestone of a consultation that you took part in was changed.', comment: inGeneral },
  'note.consultation-cancelled': { text: '“{title}”, which you took part in, was cancelled.', comment },
  'note.consultation-cancelled.inGeneral': { text: 'A consultation that you took part in was cancelled.', comment: inGeneral },
  'nav.unreadNotes': {
    text: 'Notifications ({count})',
    comment: 'In the header, with the number of notes that were not read. "Notifications" are short messages of the site to one person.',
  },
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof noteTexts> {}
}
