import { describe, it } from '@jest/globals';
import { given as givenDecider } from '@isegoria/event-sourcing';
import { closesAt, opensAt, publishedDeliberation, publishedPoll, whileOpen } from '../../consultation/consultation.fixture';
import type { StatementEvent } from './statement-events.contract';
import { statementDecider, type Submit } from './statement.decider';

const [statementId, consultationId] = ['statement-1', 'consultation-1'];
const given = (...history: StatementEvent[]) => givenDecider(statementDecider, history);

const data = {
  statementId,
  consultationId,
  author: 'pseudonym-1',
  assurance: 'confirmed',
  text: { sealed: '1.x.y' },
  externalId: null,
} as const;
const submit: Submit = {
  ...data,
  type: 'SubmitStatement',
  consultation: publishedDeliberation(consultationId),
  imported: false,
  now: whileOpen,
};
const submitted: StatementEvent = { type: 'StatementSubmitted', data };
const accepted: StatementEvent = { type: 'StatementAccepted', data: { statementId, consultationId, by: 'moderator-1' } };
const rejected: StatementEvent = {
  type: 'StatementRejected',
  data: { statementId, consultationId, by: 'moderator-1', reason: 'Off topic' },
};
const accept = { type: 'AcceptStatement', statementId, by: 'moderator-1' } as const;
const reject = { type: 'RejectStatement', statementId, by: 'moderator-1', reason: 'Off topic' } as const;

describe('submitting a statement', () => {
  it('records it while the consultation is open', () => given().when(submit).then([submitted]));
  it('is possible from the very opening', () =>
    given()
      .when({ ...submit, now: opensAt })
      .then([submitted]));
  it('needs a consultation', () =>
    given()
      .when({ ...submit, consultation: undefined })
      .thenRejected('CONSULTATION_NOT_FOUND'));
  it('needs a deliberation', () =>
    given()
      .when({ ...submit, consultation: publishedPoll(consultationId, false) })
      .thenRejected('CONSULTATION_WRONG_KIND'));
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
      .when({ ...submit, consultation: { ...submit.consultation!, closed: true } })
      .thenRejected('CONSULTATION_CLOSED'));
  it('records the id at the source of an imported one only', () => {
    given()
      .when({ ...submit, externalId: '17', imported: true })
      .then([{ type: 'StatementSubmitted', data: { ...data, externalId: '17' } }]);
    given()
      .when({ ...submit, externalId: '17' })
      .thenRejected('VALIDATION_FAILED');
  });
  it('happens once', () => given(submitted).when(submit).thenRejected('ALREADY_DONE'));
});

describe('a statement that the office puts first', () => {
  const seed = { type: 'SeedStatement', statementId, consultationId, text: 'More buses', by: 'moderator-1' } as const;
  const seeded: StatementEvent = {
    type: 'StatementSubmitted',
    data: { statementId, consultationId, author: null, assurance: null, text: { plain: 'More buses' }, externalId: null },
  };
  it('has no author and is accepted from the start', () => given().when(seed).then([seeded, accepted]));
  it('is put once', () => given(seeded, accepted).when(seed).thenNothing());
});

describe('moderating', () => {
  it('accepts or rejects a pending statement', () => {
    given(submitted).when(accept).then([accepted]);
    given(submitted).when(reject).then([rejected]);
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
  it('needs a statement', () => {
    given().when(accept).thenRejected('STATEMENT_NOT_FOUND');
    given().when(reject).thenRejected('STATEMENT_NOT_FOUND');
  });
});
