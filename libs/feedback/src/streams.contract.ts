import { stream } from '@isegoria/kernel';

/** Everything that became of one comment. */
export const comments = stream('comment-<commentId>', 'public');

/** Everything that became of one question. */
export const questions = stream('question-<questionId>', 'public');

const author = '000102030405060708090a0b0c0d0e0f';

/** What the samples of events name. */
export const sampleIds = {
  consultationId: 'c0450000-0000-4000-8000-000000000001',
  by: '0ff1ce00-0000-4000-8000-000000000001',
  commentId: 'c0330000-0000-4000-8000-000000000001',
  questionId: '90e50000-0000-4000-8000-000000000001',
  author,
};

/** Words of a person, as an event has them. */
export const sampleText = { sealed: `2.${author}.AAECAwQFBgcICQoLDA0ODw.${'5e'.repeat(32)}` };
