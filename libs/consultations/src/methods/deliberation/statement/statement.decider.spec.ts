import { deepStrictEqual } from 'node:assert';
import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import {
  above,
  below,
  beside,
  closesAt,
  deliberationIn,
  holding,
  opensAt,
  pollIn,
  publishedConsultation,
  secondPhase,
  unit,
  whileOpen,
} from '../../../consultation/consultation.fixture';
import type { StatementEvent } from './statement.contract';
import { seeded, statementDecider, type Submit } from './statement.decider';

const [statementId, consultationId, activityId] = ['statement-1', 'consultation-1', 'activity-1'];
const given = (...history: StatementEvent[]) => givenDecider(statementDecider, history);

const data = {
  statementId,
  activityId,
  author: 'pseudonym-1',
  assurance: 'email',
  text: { sealed: '1.x.y' },
  externalId: null,
} as const;
const submit: Submit = {
  ...data,
  type: 'SubmitStatement',
  consultation: publishedConsultation(consultationId),
  activity: deliberationIn(consultationId),
  imported: false,
  now: whileOpen,
};
const submitted: StatementEvent = { type: 'StatementSubmitted', data: { ...data, consultationId } };
const accepted: StatementEvent = { type: 'StatementAccepted', data: { statementId, consultationId, activityId, by: 'moderator-1' } };
const rejected: StatementEvent = {
  type: 'StatementRejected',
  data: { statementId, consultationId, activityId, by: 'moderator-1', reason: 'Off topic' },
};
const moderator = holding('moderator', unit);
const undone: StatementEvent = { type: 'StatementDecisionUndone', data: { statementId, consultationId, activityId, by: 'moderator-1' } };
const undo = { type: 'UndoStatementDecision', statementId, actor: moderator, unit } as const;
const accept = { type: 'AcceptStatement', statementId, actor: moderator, unit } as const;
const reject = { type: 'RejectStatement', statementId, actor: moderator, unit, reason: 'Off topic' } as const;

describe('submitting a statement', () => {
  it('records it while the phase is open', () => given().when(submit).then([submitted]));
  it('is possible from the very opening', () =>
    given()
      .when({ ...submit, now: opensAt })
      .then([submitted]));
  it('needs a deliberation', () =>
    given()
      .when({ ...submit, activity: pollIn(consultationId, false) })
      .thenRejected('WRONG_METHOD'));
  it('is refused a moment before the opening', () =>
    given()
      .when({ ...submit, now: new Date(opensAt.getTime() - 1) })
      .thenRejected('CONSULTATION_NOT_OPEN'));
  it('is refused exactly at the closing', () =>
    given()
      .when({ ...submit, now: closesAt })
      .thenRejected('CONSULTATION_CLOSED'));
  it('is refused after an early closure', () =>
    given()
      .when({ ...submit, consultation: { ...submit.consultation, closedEarly: true } })
      .thenRejected('CONSULTATION_CLOSED'));
  it('goes by the phase of its activity, whichever other one is open', () => {
    const later = { ...submit, activity: deliberationIn(consultationId, 'before', secondPhase) };
    given().when(later).thenRejected('CONSULTATION_NOT_OPEN');
    given()
      .when({ ...later, now: new Date('2026-05-27T00:00:00Z') })
      .then([submitted]);
  });
  it('records the id at the source of an imported one only', () => {
    given()
      .when({ ...submit, externalId: '17', imported: true })
      .then([{ type: 'StatementSubmitted', data: { ...data, consultationId, externalId: '17' } }]);
    given()
      .when({ ...submit, externalId: '17' })
      .thenRejected('VALIDATION_FAILED');
  });
  it('happens once', () => given(submitted).when(submit).thenRejected('ALREADY_DONE'));
});

describe('a statement that the office puts first', () => {
  it('has no author and is accepted from the start', () => {
    const about = { statementId, consultationId, activityId };
    deepStrictEqual(seeded(statementId, 'More buses', { consultationId, activityId, by: 'moderator-1' }), [
      { type: 'StatementSubmitted', data: { ...about, author: null, assurance: null, text: { plain: 'More buses' }, externalId: null } },
      accepted,
    ]);
  });
});

describe('moderating', () => {
  it('accepts or rejects a pending statement', () => {
    given(submitted).when(accept).then([accepted]);
    given(submitted).when(reject).then([rejected]);
  });
  it('is for moderators of the unit or of one above', () => {
    given(submitted)
      .when({ ...accept, actor: holding('moderator', above) })
      .then([accepted]);
    for (const other of [holding('moderator', beside), holding('moderator', below), holding('official', unit)]) {
      for (const command of [accept, reject]) {
        given(submitted)
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
      }
    }
  });
  it('may reverse a decision', () => {
    given(submitted, accepted).when(reject).then([rejected]);
    given(submitted, rejected).when(accept).then([accepted]);
  });
  it('does not decide the same twice', () => {
    given(submitted, accepted).when(accept).thenRejected('STATEMENT_ALREADY_MODERATED');
    given(submitted, rejected).when(reject).thenRejected('STATEMENT_ALREADY_MODERATED');
    given(submitted, accepted, rejected).when(reject).thenRejected('STATEMENT_ALREADY_MODERATED');
  });
  it('is undone by whoever decided, so that it waits again', () => {
    for (const decision of [accepted, rejected]) given(submitted, decision).when(undo).then([undone]);
    for (const decision of [accepted, rejected])
      given(submitted, decision)
        .when({ ...undo, actor: { ...moderator, accountId: 'moderator-2' } })
        .thenRejected('DECISION_STANDS');
    given(submitted, rejected, undone).when(accept).then([accepted]);
    given(submitted, accepted, undone).when(accept).then([accepted]);
  });
  it('is undone once, and only where there is something to undo', () => {
    given(submitted).when(undo).thenRejected('DECISION_STANDS');
    given(submitted, rejected, undone).when(undo).thenRejected('DECISION_STANDS');
  });
  it('shows again what was shown before, and rejects nothing without a reason', () => {
    given(submitted, accepted, rejected).when(undo).then([accepted]);
    given(submitted, rejected, accepted).when(undo).thenRejected('DECISION_STANDS');
  });
  it('needs a statement', () => {
    given().when(accept).thenRejected('STATEMENT_NOT_FOUND');
    given().when(reject).thenRejected('STATEMENT_NOT_FOUND');
  });
});

describe('one who added a statement', () => {
  const author = 'pseudonym-1';
  const place = { consultation: submit.consultation, activity: submit.activity };
  const words = { text: { sealed: '1.x.z' }, saidAt: whileOpen, minutes: 60, now: whileOpen };
  const edit = { type: 'EditStatement', statementId, author, ...place, ...words } as const;
  const about = { statementId, consultationId, activityId, author };
  const edited: StatementEvent = { type: 'StatementEdited', data: { ...about, text: words.text } };
  const withdraw = { type: 'WithdrawStatement', statementId, author } as const;
  const withdrawn: StatementEvent = { type: 'StatementWithdrawn', data: about };

  it('changes its words while it waits for a moderator, in time and while the phase runs', () => {
    given(submitted).when(edit).then([edited]);
    given(submitted, edited).when(edit).then([edited]);
    for (const decision of [accepted, rejected]) given(submitted, decision).when(edit).thenRejected('STATEMENT_ALREADY_MODERATED');
    given(submitted)
      .when({ ...edit, minutes: -1 })
      .thenRejected('EDIT_TIME_OVER');
    given(submitted)
      .when({ ...edit, saidAt: closesAt, now: closesAt })
      .thenRejected('CONSULTATION_CLOSED');
  });
  it('withdraws it at any time, once, and then nobody decides on it any more', () => {
    for (const history of [[submitted], [submitted, accepted], [submitted, rejected]]) {
      given(...history)
        .when(withdraw)
        .then([withdrawn]);
      for (const more of [edit, withdraw, accept, reject])
        given(...history, withdrawn)
          .when(more)
          .thenRejected('WITHDRAWN');
    }
  });
  it('is nobody else, and for what the office put first nobody at all', () => {
    const put: StatementEvent = { type: 'StatementSubmitted', data: { ...data, consultationId, author: null, assurance: null } };
    for (const command of [edit, withdraw]) {
      given(submitted)
        .when({ ...command, author: 'pseudonym-2' })
        .thenRejected('NOT_YOURS');
      given(put).when(command).thenRejected('NOT_YOURS');
    }
  });
  it('is not accepted with words that the moderator has not read', () => {
    given(submitted, edited)
      .when({ ...accept, edits: 0 })
      .thenRejected('CONFLICT');
    given(submitted, edited)
      .when({ ...accept, edits: 1 })
      .then([accepted]);
  });
});
