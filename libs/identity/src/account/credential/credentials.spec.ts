import { beforeEach, describe, expect, it } from '@jest/globals';
import { Finding, type Entry } from '@isegoria/audit-kit';
import { Credentials } from './credentials.recount';

const consultationId = 'c0450000-0000-4000-8000-000000000001';
const [one, two] = ['ac710000-0000-4000-8000-000000000001', 'ac710000-0000-4000-8000-000000000002'];

describe('people beside credentials', () => {
  let credentials: Credentials;
  let seq: number;
  const take = (stream: string, type: string, data: object = {}, metadata: object = {}) =>
    credentials.take({ seq: seq++, leaf: { type, stream, revision: 0 }, body: { data, metadata } } as unknown as Entry);
  const cast = (activityId: string, voter: string, assurance = 'email') =>
    take(`ballot-${activityId}-${voter}`, 'PollBallotCast', { consultationId, activityId, voter, assurance });
  const support = (supporter: string, about: string | null = consultationId) =>
    take(`support-c-${supporter}`, 'SupportCast', { consultationId: about, supporter, assurance: 'email' });
  const refused = (act: () => void) => {
    expect(act).toThrow(Finding);
  };

  /** Two people who confirmed an address, and two imported ones for whom an office vouches. */
  beforeEach(() => {
    const marked = new Set<string>();
    credentials = new Credentials({ mark: (stream) => !marked.has(stream) && marked.add(stream).has(stream) });
    seq = 0;
    for (const account of ['account-1', 'account-2']) {
      take(account, 'AccountRegistered');
      take(account, 'EmailConfirmed');
    }
    for (const account of ['account-3', 'account-4']) {
      take(account, 'AccountImported');
      take(account, 'AccountVouchedFor');
    }
    for (const activity of [one, two]) take(`activity-${activity}`, 'ActivityDrafted', { consultationId });
    take(`consultation-${consultationId}`, 'ConsultationPublished');
  });

  it('are those of all activities together', () => {
    cast(one, 'anna');
    cast(two, 'anna');
    cast(two, 'ben');
    expect(credentials.byConsultation).toMatchObject([{ people: 2, email: 2, accounts: 4, registered: 2, confirmed: 2 }]);
    refused(() => cast(one, 'cem'));
  });

  it('are those who write or support something too', () => {
    cast(one, 'anna');
    support('anna');
    take('comment-c', 'CommentSubmitted', { consultationId, author: 'ben', assurance: 'email' });
    refused(() => support('cem'));
  });

  it('are those who give feedback on a service, each service for itself', () => {
    const feedback = (serviceId: string, author: string) =>
      take(`service-feedback-${serviceId}-${author}`, 'ServiceFeedbackGiven', { serviceId, author, answer: 'yes', assurance: 'email' });
    for (const service of ['one', 'two']) for (const somebody of ['anna', 'ben']) feedback(service, `${somebody} of ${service}`);
    support('cem', null);
    refused(() => feedback('two', 'dora'));
    expect(credentials.byConsultation).toHaveLength(1);
  });

  it('are covered by accounts that people registered, and not by imported ones', () => {
    for (const voter of ['anna', 'ben']) cast(one, voter, 'anonymous');
    refused(() => cast(two, 'cem', 'anonymous'));
  });

  it('that were imported are counted apart', () => {
    const bring = (activityId: string, voter: string) =>
      take(`ballot-${activityId}-${voter}`, 'PollBallotCast', { consultationId, voter, assurance: 'attested' }, { imported: {} });
    bring(one, 'dia');
    bring(two, 'eve');
    for (const voter of ['anna', 'ben']) cast(one, voter);
    expect(credentials.byConsultation).toMatchObject([{ people: 4, email: 2, attested: 2, imported: 2 }]);
    refused(() => bring(one, 'fay'));
  });

  it('have one pseudonym for all questions about no consultation', () => {
    for (const supporter of ['anna', 'ben']) support(supporter, null);
    refused(() => support('cem', null));
  });
});
