import { MoreThanOrEqual } from 'typeorm';
import { mostContributions, showSettings } from '@isegoria/content';
import { permitted } from '@isegoria/kernel';
import { answer } from '@isegoria/projection';
import { CommentRow } from '../comment/comment.read-model';
import { inGeneral, monthOf } from '../question/question.contract';
import { QuestionRow } from '../question/question.read-model';
import { showMyFeedback } from './my-feedback.contract';

/** A pseudonym is that of one consultation, so that nothing else tells what was said there. */
export const myFeedbackAnswers = [
  answer(showMyFeedback, ['feedback', 'content'], async ({ consultationId }, { rows, keys, reader, ask }) => {
    const { accountId } = permitted(reader, 'participate');
    const author = await keys.pseudonym(accountId, consultationId ?? inGeneral);
    const counted = consultationId === undefined ? { author, askedAt: MoreThanOrEqual(monthOf(new Date())) } : { author };
    return {
      author,
      most: mostContributions(await ask(showSettings, {})),
      comments: await rows.getRepository(CommentRow).countBy({ author }),
      questions: await rows.getRepository(QuestionRow).countBy(counted),
    };
  }),
];
