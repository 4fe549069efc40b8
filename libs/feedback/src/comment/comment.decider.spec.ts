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
  const restore = { ...hide, type: 'RestoreComment', reason: 'It names nobody' } as const;
  const restored: CommentEvent = {
    type: 'CommentRestored',
    data: { commentId, consultationId, by: 'moderator-1', reason: 'It names nobody' },
  };
  it('is shown again, and may then be hidden again, after a rule', () => {
    given(submitted, hidden).when(restore).then([restored]);
    for (const history of [[submitted], [submitted, hidden, restored]])
      given(...history)
        .when(restore)
        .thenRejected('ALREADY_DONE');
    given(submitted, hidden, restored)
      .when({ ...hide, rule: 'respect' })
      .then([{ type: 'CommentHidden', data: { ...hidden.data, rule: 'respect' } } as CommentEvent]);
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
  const saidAt = new Date('2026-05-01T12:00:00.000Z');
  const at = (minute: number) => new Date(saidAt.getTime() + minute * 60_000);
  const other = { sealed: '1.x.z' };
  const edit = { type: 'EditComment', commentId, author: 'pseudonym-1', text: other, saidAt, minutes: 60, now: at(60) } as const;
  const edited: CommentEvent = { type: 'CommentEdited', data: { commentId, consultationId, author: 'pseudonym-1', text: other } };
  const withdraw = { type: 'WithdrawComment', commentId, author: 'pseudonym-1' } as const;
  const withdrawn: CommentEvent = { type: 'CommentWithdrawn', data: { commentId, consultationId, author: 'pseudonym-1' } };

  it('is changed by its author, again and again, for as long as the settings say', () => {
    given(submitted).when(edit).then([edited]);
    given(submitted, edited).when(edit).then([edited]);
    given(submitted)
      .when({ ...edit, now: new Date(at(60).getTime() + 1) })
      .thenRejected('EDIT_TIME_OVER');
    given(submitted)
      .when({ ...edit, author: 'pseudonym-2' })
      .thenRejected('NOT_YOURS');
    given(submitted, hidden).when(edit).thenRejected('HIDDEN_BY_MODERATOR');
    given().when(edit).thenRejected('NOT_FOUND');
  });
  it('is withdrawn by its author at any time, once, and then nothing more happens to it', () => {
    given(submitted).when(withdraw).then([withdrawn]);
    given(submitted, hidden).when(withdraw).then([withdrawn]);
    given(submitted)
      .when({ ...withdraw, author: 'pseudonym-2' })
      .thenRejected('NOT_YOURS');
    for (const more of [edit, withdraw, hide]) given(submitted, withdrawn).when(more).thenRejected('WITHDRAWN');
  });
  it('cannot be hidden when it is not there', () => given().when(hide).thenRejected('NOT_FOUND'));
  it('that replies stays in the consultation and the thread of what it replies to', () => {
    const state = { consultationId, author: 'pseudonym-2', threadId: 'comment-0', hidden: false, decidedBy: null, withdrawn: false };
    const replying = (to: object) => given().when({ ...submit, inReplyTo: { commentId: 'comment-9', state: { ...state, ...to } } });
    replying({}).then([{ type: 'CommentSubmitted', data: { ...data, reply: { to: 'comment-9', thread: 'comment-0' } } }]);
    replying({ consultationId: 'consultation-2' }).thenRejected('NOT_FOUND');
    replying({ hidden: true }).thenRejected('COMMENT_HIDDEN');
    replying({ withdrawn: true }).thenRejected('WITHDRAWN');
  });
});
