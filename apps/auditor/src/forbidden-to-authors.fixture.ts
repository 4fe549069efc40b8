import type { Forbidden } from './forbidden-in-identity.fixture';

const minute = 60_000;

/** What nobody may do to what people said, its authors included. */
export const forbiddenToAuthors: readonly Forbidden[] = [
  [
    'other words of somebody else',
    'comment-changed-by-its-author',
    async ({ add, before }) => {
      await before('CommentEdited');
      await add('CommentEdited', { author: '0'.repeat(32) });
    },
  ],
  [
    'other words long after they were said',
    'comment-changed-in-time',
    async ({ site, add, before }) => {
      await before('CommentEdited');
      site.passed += 60 * minute;
      await add('CommentEdited');
      site.passed += 3 * minute;
      await add('CommentEdited');
    },
  ],
  [
    'other words in the open',
    'changed-comment-sealed',
    async ({ add, before }) => {
      await before('CommentEdited');
      await add('CommentEdited', { text: { plain: 'Something else.' } });
    },
  ],
  [
    'a comment that comes back after its author withdrew it',
    'comment-changed-while-shown',
    async ({ add, before }) => {
      await before('CommentWithdrawn');
      await add('CommentWithdrawn');
      await add('CommentEdited');
    },
  ],
  [
    'a question withdrawn by somebody else',
    'question-withdrawn-by-its-author',
    async ({ add, before }) => {
      await before('QuestionWithdrawn');
      await add('QuestionWithdrawn', { author: '0'.repeat(32) });
    },
  ],
  [
    'other words for a question that is answered',
    'question-changed-before-answer',
    async ({ add, before }) => {
      await before('QuestionEdited');
      await add('QuestionAnswered');
      await add('QuestionEdited');
    },
  ],
  [
    'other words for a statement that a moderator has accepted',
    'statement-changed-while-waiting',
    async ({ add, before }) => {
      await before('StatementEdited');
      await add('StatementAccepted');
      await add('StatementEdited');
    },
  ],
  [
    'a statement that is accepted after its author withdrew it',
    'moderated-once',
    async ({ add, before }) => {
      await before('StatementWithdrawn');
      await add('StatementWithdrawn');
      await add('StatementAccepted');
    },
  ],
];
