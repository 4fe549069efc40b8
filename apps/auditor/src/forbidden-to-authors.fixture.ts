import type { Forbidden } from './forbidden-in-identity.fixture';
import { anotherModerator } from './what-comes-before.fixture';

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
    'a decision that another moderator undoes',
    'undone-by-who-decided',
    async ({ add, before }) => {
      await before('StatementDecisionUndone');
      await add('AccountRegistered');
      await add('RoleGranted');
      await add('StatementDecisionUndone', { by: anotherModerator });
    },
  ],
  [
    'the undoing of what nobody decided',
    'undone-by-who-decided',
    async ({ add, before }) => {
      await before('StatementAccepted');
      await add('StatementDecisionUndone');
    },
  ],
  [
    'a decision that is undone twice',
    'undone-by-who-decided',
    async ({ add, before }) => {
      await before('StatementDecisionUndone');
      await add('StatementDecisionUndone');
      await add('StatementDecisionUndone');
    },
  ],
  [
    'the undoing of a decision in the place of another',
    'undone-by-who-decided',
    async ({ add, before }) => {
      await before('StatementDecisionUndone');
      await add('StatementRejected');
      await add('StatementDecisionUndone');
    },
  ],
  [
    'a vote on a statement whose acceptance was undone',
    'vote-on-accepted',
    async ({ site, add }) => {
      await add('ConsultationDrafted');
      await add('ActivityDrafted', { method: 'deliberation', settings: { moderation: 'before' } });
      await add('ConsultationPublished');
      await add('StatementSubmitted', { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' } });
      await add('StatementAccepted');
      await add('StatementDecisionUndone');
      await add('StatementVoteCast', { assurance: 'email', voter: 'ab'.repeat(16) });
      site.passed += 2 * minute;
      await add('StatementVoteCast', { assurance: 'email' });
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
