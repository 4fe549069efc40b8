import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  closeConsultation,
  enterPaperForm,
  excludeBallot,
  grantRole,
  issueSurveyLinks,
  listBallots,
  listOfficialActions,
  listOwnParticipations,
  reinstateBallot,
  rootUnit,
  showMyBallot,
  showOwnAccount,
  showLinkedResponse,
  showPaperForm,
  showResults,
  showOwnResponse,
  submitLinkedResponse,
  submitResponse,
  type Accepted,
  type SurveySettings,
} from '@isegoria/contracts';
import { newLinkToken, readLinkToken } from '@isegoria/consultations/methods/survey/links/link-token';
import { formCode } from '@isegoria/consultations/methods/survey/paper/form-code';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { confirm, confirmed, published, registered } from './taking-part.fixture';

describe('a ballot that counts otherwise than it was cast', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let consultationId: string;
  let activityId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { id: accountId } = await office.ask(showOwnAccount, {});
    await office.do(grantRole, { accountId, unit: rootUnit, role: 'moderator' });
    ({ consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] }));
  }, 120_000);
  afterAll(() => platform?.stop());

  const results = async (after: number) => (await visitor.as({ after }).ask(showResults, { consultationId })).activities[0];

  it('leaves the counts when a moderator says so, the person is told, everybody can read why, and an auditor recounts it', async () => {
    const [{ api: person }, { api: other }] = [await confirmed(visitor), await confirmed(visitor)];
    await other.do(castPollBallot, { activityId, options: ['1'] });
    const cast = await person.do(castPollBallot, { activityId, options: ['2'] });
    const { items } = await office.as({ after: cast.position }).ask(listBallots, { activityId });
    expect(items).toHaveLength(2);
    const judged: Accepted[] = [];
    for (const { voter } of items) judged.push(await office.do(excludeBallot, { activityId, voter, reason: 'Cast by a program' }));
    const anotherBallot = person.do(castPollBallot, { activityId, options: ['1'] });
    await expect(anotherBallot).rejects.toMatchObject({ problem: { code: 'BALLOT_EXCLUDED' } });
    expect(await results(judged[1]!.position)).toMatchObject({
      participants: 0,
      excludedBallots: 2,
      votesCast: 2,
      options: [{ votes: 0 }, { votes: 0 }],
    });
    const mine = await person.ask(showMyBallot, { consultationId });
    expect(mine.activities).toMatchObject([{ activityId, options: ['2'], excludedReason: 'Cast by a program' }]);
    const { items: acts } = await visitor.ask(listOfficialActions, { kind: 'ballot-excluded' });
    expect(acts).toMatchObject([{ subject: items[1]!.voter, reason: 'Cast by a program', consultationId }, { subject: items[0]!.voter }]);
    const audited = await auditOf(platform);
    expect(audited).toMatchObject({ exitCode: 0, acts: expect.any(Number) });

    const back = await office.do(reinstateBallot, { activityId, voter: items[0]!.voter, reason: 'A person after all' });
    expect(await results(back.position)).toMatchObject({ participants: 1, excludedBallots: 1 });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, acts: Number(audited.acts) + 1 });
  });

  it('counts at level email, once the address is confirmed, by the time an official closes early', async () => {
    const { consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const [voter, other] = [await registered(visitor), await registered(visitor)];
    for (const { api } of [voter, other]) await api.do(castPollBallot, { activityId, options: ['1'] });
    const voted = await voter.api.do(castPollBallot, { activityId, options: ['2'] });
    const resultsAt = async ({ position }: Accepted) =>
      (await visitor.as({ after: position }).ask(showResults, { consultationId })).activities[0];
    expect(await resultsAt(voted)).toMatchObject({ participants: 0, votesCast: 0, participantsByAssurance: { anonymous: 2 } });
    await confirm(visitor, voter);
    const closed = await office.do(closeConsultation, { consultationId, reason: 'Enough' });
    expect(await resultsAt(closed)).toMatchObject({
      participants: 1,
      participantsByAssurance: { anonymous: 1, email: 1 },
      votesCast: 2,
      options: [{ votes: 0 }, { votes: 1 }],
    });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0 });
  });

  it('is kept and not counted where a quota of a survey is full, which nothing tells before the survey has closed', async () => {
    const options = [
      { id: 'tram', text: 'By tram' },
      { id: 'bus', text: 'By bus' },
    ];
    const how = { id: 'how', kind: 'single', text: 'How do you come?', isRequired: true, options, quotas: [{ option: 'tram', most: 10 }] };
    const questionnaire = { sections: [{ questions: [how] }] } as SurveySettings['questionnaire'];
    const { consultationId, activityId } = await published(office, { method: 'survey', questionnaire });
    const tokens = Array.from({ length: 10 }, () => newLinkToken(activityId));
    await office.do(issueSurveyLinks, { activityId, links: tokens.map((token) => readLinkToken(token)!.link) });
    const [person, quick] = [await confirmed(visitor), await confirmed(visitor)];
    const [byTram, byBus] = [{ how: 'tram' }, { how: 'bus' }];
    // Who has not confirmed anything takes no place, however early, and has this turn once they do.
    const [unknown, later] = [await registered(visitor), await registered(visitor)];
    for (const { api } of [unknown, later]) await api.do(submitResponse, { activityId, answers: byTram });
    const own = tokens.map((token, at) => `${token}.${String(at).padStart(2, '0')}${'o'.repeat(19)}w`);
    const byLink = (token: string) => visitor.do(submitLinkedResponse, { token, answers: byTram });
    const early: object = await person.api.do(submitResponse, { activityId, answers: byBus });
    const said = Object.keys(early);
    for (const token of own.slice(0, 8)) expect(Object.keys(await byLink(token))).toEqual(said);

    // One place for three who come at once: the log's order says whose it is, and nobody hears it.
    const quickly = quick.api.do(submitResponse, { activityId, answers: byTram });
    const replies = await Promise.all([...own.slice(8).map((token) => byLink(token)), quickly]);
    for (const reply of replies) expect(Object.keys(reply)).toEqual(said);
    const { response } = await person.api.do(showOwnResponse, { activityId });
    const late = await person.api.do(submitResponse, { activityId, answers: byTram, upon: response ?? '' });
    const form = { activityId, form: '1', formCode: formCode(activityId, questionnaire) };
    await office.do(enterPaperForm, { ...form, answers: byTram });

    const people = [person, quick, later, unknown];
    const told = async (after: number) => {
      const shown = await Promise.all([
        ...own.map((token) => visitor.as({ after }).do(showLinkedResponse, { token })),
        ...people.map(async ({ api }) => (await api.as({ after }).ask(showMyBallot, { consultationId })).activities[0]!),
      ]);
      const listed = await Promise.all(people.map(({ api }) => api.as({ after }).ask(listOwnParticipations, {})));
      const form = await office.as({ after }).do(showPaperForm, { activityId, form: '1' });
      const standings = listed.map(({ items }) => items[0]!.activities[0]!.standing === 'beyondQuota');
      return [...shown.map((one) => 'beyondQuota' in one), ...standings, 'beyondQuota' in form];
    };
    expect(await told(late.position)).toEqual(Array.from({ length: 19 }, () => false));
    await confirm(visitor, later);
    const { position } = await office.do(closeConsultation, { consultationId, reason: 'Enough' });
    const after = await told(position);
    const [links, [personIs, quickIs]] = [after.slice(0, 10), after.slice(10, 12)];
    expect(links.filter(Boolean).length).toBe(quickIs ? 1 : 2);
    expect(personIs).toBe(true);
    expect(after.slice(12)).toEqual([false, false, personIs, quickIs, false, false, false]);
    // Whoever is left out, even now, gives the place to the next one.
    const { items } = await office.as({ after: position }).ask(listBallots, { activityId });
    let last = position;
    for (const { voter } of items) last = (await office.do(excludeBallot, { activityId, voter, reason: 'A program' })).position;
    // What a personal link shows waits for no position.
    await eventually(async () => expect(await told(last)).toEqual(Array.from({ length: 19 }, () => false)));
    const [activity] = (await visitor.as({ after: last }).ask(showResults, { consultationId })).activities;
    expect(activity).toMatchObject({ channels: [{ channel: 'link', beyondQuota: 0, answers: [{ answered: 10 }] }] });
    const { token } = person;
    await office.do(grantRole, { accountId: person.id, unit: rootUnit, role: 'auditor' });
    expect(await auditOf(platform, token)).toMatchObject({ exitCode: 0 });
  });
});
