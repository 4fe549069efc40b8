import { describe, expect, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { holding, unit } from '../../../consultation/consultation.fixture';
import type { ConsultationState } from '../../../consultation/known-consultation.decider';
import { newLinkToken, orderedTokens, readLinkToken } from './link-token';
import type { SurveyLinkEvent } from './survey-links.contract';
import { linkResponseDecider, surveyLinksDecider, type LinksCommand, type RespondByLink } from './survey-links.decider';

const now = new Date('2026-06-01T00:00:00Z');
const phase = { phaseId: 'p', opensAt: now.getTime() - 2, closesAt: now.getTime() + 1, opened: true, closed: false };
const words = { title: 'T', description: 'D', about: { summary: null, contact: null, decidedBy: null, decidedWhen: null } };
const open: ConsultationState = { language: 'en', unit, externalId: null, phases: [phase], closedEarly: false, words, outcome: null };
const toCome: ConsultationState = { ...open, phases: [{ ...phase, opensAt: now.getTime() + 1, opened: false }] };
const over: ConsultationState = { ...open, phases: [{ ...phase, closesAt: now.getTime() - 1 }] };
const activity = { consultationId: 'c', phaseId: 'p', method: 'survey', settings: { questionnaire: { sections: [] } } } as const;
const anna = holding('official', unit);
const here = { activityId: 'a', now, consultation: open, activity };

describe('personal links of a survey', () => {
  const links = (from: number, count: number) => Array.from({ length: count }, (_, at) => `link-${1_000 + from + at}`);
  const order = (ordered: readonly string[], more: Partial<LinksCommand> = {}) =>
    ({ ...here, type: 'IssueSurveyLinks', links: ordered, actor: anna, ...more }) as LinksCommand;
  const revoke = (batch: number, more: Partial<LinksCommand> = {}) =>
    ({ ...here, type: 'RevokeSurveyLinks', batch, reason: 'Lost', actor: anna, ...more }) as LinksCommand;
  const data = { consultationId: 'c', activityId: 'a', by: anna.accountId };
  const issued = (batch: number, ordered: readonly string[]): SurveyLinkEvent => ({
    type: 'SurveyLinksIssued',
    data: { ...data, batch, links: ordered },
  });
  const revoked = (batch: number): SurveyLinkEvent => ({ type: 'SurveyLinksRevoked', data: { ...data, batch, reason: 'Lost' } });
  const after = (...history: SurveyLinkEvent[]) => given(surveyLinksDecider, history);

  it('are issued batch after batch, in an order that says nothing of the file', () => {
    after()
      .when(order(links(0, 12).reverse()))
      .then([issued(1, links(0, 12))]);
    after(issued(1, links(0, 12)))
      .when(order(links(12, 10), { consultation: toCome }))
      .then([issued(2, links(12, 10))]);
  });

  it('are no more than a survey may have', () => {
    const full = Array.from({ length: 10 }, (_, at) => issued(at + 1, links(at * 500, 500)));
    after(...full)
      .when(order(links(9_000, 10)))
      .thenRejected('VALIDATION_FAILED');
    after(...full.slice(1))
      .when(order(links(9_000, 500)))
      .then([issued(10, links(9_000, 500))]);
  });

  it('are revoked by the batch, once', () => {
    const one = issued(1, links(0, 10));
    after(one).when(revoke(1)).then([revoked(1)]);
    after(one, revoked(1)).when(revoke(1)).thenRejected('ALREADY_DONE');
    after(one).when(revoke(2)).thenRejected('NOT_FOUND');
  });

  it('are for officials of the unit, until the survey closes', () => {
    const one = issued(1, links(0, 10));
    for (const command of [order(links(10, 10)), revoke(1)]) {
      for (const actor of [holding('moderator', unit), holding('official', 'root.00000001')])
        after(one).when({ ...command, actor }).thenRejected('FORBIDDEN_ROLE');
      after(one).when({ ...command, consultation: over }).thenRejected('CONSULTATION_CLOSED');
    }
  });

  it('have 128 random bits, and are known by one spelling', () => {
    const activityId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const [one, other] = [newLinkToken(activityId), newLinkToken(activityId)];
    expect(one).not.toBe(other);
    expect(readLinkToken(one)).toEqual({ activityId, own: undefined, ownCommitment: null, link: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(readLinkToken(one)!.link).not.toBe(readLinkToken(other)!.link);
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spelt = [...last].filter((letter) => readLinkToken(one.slice(0, -1) + letter)?.link === readLinkToken(one)!.link);
    expect(spelt).toEqual([one.at(-1)]);
    for (const none of ['', 'a', `${one}A`, one.slice(1), `${one.slice(1)}!`]) expect(readLinkToken(none)).toBeUndefined();
  });
});

describe('a response by a personal link', () => {
  const respond = (more: Partial<RespondByLink> = {}): RespondByLink => ({
    ...{ ...here, link: 'l', known: { batch: 1, isRevoked: false }, voter: 'v', answers: 'said', own: 'o' },
    ...more,
  });
  const responded = (answers: string, own: string | null = 'o') =>
    ({
      type: 'LinkedResponseSubmitted',
      data: { consultationId: 'c', activityId: 'a', batch: 1, link: 'l', voter: 'v', answers, own },
    }) as const;
  const after = (...history: ReturnType<typeof responded>[]) => given(linkResponseDecider, history);
  const revoked = { batch: 1, isRevoked: true };

  it('is one, which changes until the survey closes', () => {
    after().when(respond()).then([responded('said')]);
    after(responded('said')).when(respond()).thenNothing();
    after(responded('said'))
      .when(respond({ answers: 'other' }))
      .then([responded('other')]);
    after(responded('said'))
      .when(respond({ answers: 'other', consultation: over }))
      .thenRejected('CONSULTATION_CLOSED');
    after()
      .when(respond({ consultation: toCome }))
      .thenRejected('CONSULTATION_NOT_OPEN');
  });

  it('is changed by whoever has the own part that it was sent with, and by nobody who has the link alone', () => {
    for (const own of [null, 'p']) {
      after(responded('said'))
        .when(respond({ answers: 'other', own }))
        .thenRejected('LINK_USED_ELSEWHERE');
    }
    after(responded('said', null))
      .when(respond({ answers: 'other' }))
      .then([responded('other')]);
    after(responded('said', null)).when(respond()).then([responded('said')]);
  });

  it('does not begin once the link is revoked, and goes on where it had begun', () => {
    after()
      .when(respond({ known: revoked }))
      .thenRejected('LINK_REVOKED');
    after(responded('said'))
      .when(respond({ known: revoked, answers: 'other' }))
      .then([responded('other')]);
  });

  it('are the same for one order, and others for another form, session, survey or number', () => {
    const activityId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const one = { activityId, count: 10, key: 'a form', token: 'a session' };
    const tokens = orderedTokens(one);
    expect(orderedTokens({ ...one })).toEqual(tokens);
    const activities = tokens.map((token) => readLinkToken(token)!.activityId);
    expect([new Set(tokens).size, new Set(activities)]).toEqual([10, new Set([activityId])]);
    const elsewhere = '1f8fad5b-d9cb-469f-a165-70867728950e';
    const bitsOf = (token: string) => Buffer.from(token, 'base64url').subarray(16).toString('hex');
    for (const other of [{ key: 'another' }, { token: 'another' }, { activityId: elsewhere }]) {
      const bits = new Set(orderedTokens({ ...one, ...other }).map(bitsOf));
      expect(tokens.filter((token) => bits.has(bitsOf(token)))).toEqual([]);
    }
  });
});
