import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import type { Actor, Role } from '@isegoria/kernel';
import type { CommentEvent } from './comment.contract';
import { commentDecider } from './comment.decider';

const given = (...history: CommentEvent[]) => givenDecider(commentDecider, history);
const [commentId, consultationId] = ['comment-1', 'consultation-1'];
const data = { commentId, consultationId, author: 'pseudonym-1', assurance: 'anonymous', text: { sealed: '1.x.y' } } as const;
const submit = { type: 'SubmitComment', ...data } as const;
const unit = 'root.aaaaaaaa';
const holding = (where: string, role: Role = 'moderator'): Actor => ({
  accountId: 'moderator-1',
  roles: [{ role, unit: where }],
  assurance: 'email',
});
const hide = { type: 'HideComment', commentId, unit, actor: holding(unit), reason: 'Insult' } as const;
const submitted: CommentEvent = { type: 'CommentSubmitted', data };
const hidden: CommentEvent = { type: 'CommentHidden', data: { commentId, consultationId, by: 'moderator-1', reason: 'Insult' } };

describe('a comment', () => {
  it('is recorded, once', () => {
    given().when(submit).then([submitted]);
    given(submitted).when(submit).thenRejected('ALREADY_DONE');
  });
  it('can be hidden with a reason, once', () => {
    given(submitted).when(hide).then([hidden]);
    given(submitted, hidden).when(hide).thenRejected('ALREADY_DONE');
  });
  it('is hidden by moderators of the unit of its consultation or of one above', () => {
    given(submitted)
      .when({ ...hide, actor: holding('root') })
      .then([hidden]);
    for (const actor of [holding('root.bbbbbbbb'), holding(`${unit}.cccccccc`), holding(unit, 'official')])
      given(submitted)
        .when({ ...hide, actor })
        .thenRejected('FORBIDDEN_ROLE');
  });
  it('cannot be hidden when it is not there', () => given().when(hide).thenRejected('NOT_FOUND'));
});
