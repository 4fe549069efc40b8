import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@isegoria/kernel';
import { actor } from '@isegoria/testing';
import { holding } from '../../consultation/consultation.fixture';
import { by, promisedEvent, startConsultations, type TestService } from '../../consultations.fixture';
import {
  issueSurveyLinks,
  keepLinkedAnswers,
  revokeSurveyLinks,
  showLinkedResponse,
  submitLinkedResponse,
  type LinkedResponse,
  type LinkedResponseSubmitted,
} from './links/survey-links.contract';
import { newLinkToken } from './links/link-token';
import type { AnswersGiven } from './response/response.contract';

const questionnaire = {
  sections: [
    {
      questions: [
        {
          ...{ id: 'how', kind: 'single', text: 'How?', isRequired: true },
          options: [
            { id: 'bus', text: 'Bus' },
            { id: 'tram', text: 'Tram' },
          ],
        },
        { id: 'which', kind: 'short-text', text: 'Which?', isRequired: false, when: { question: 'how', isAnyOf: ['bus'] } },
        { id: 'plan', kind: 'file', text: 'A plan?', isRequired: false },
        { id: 'shows', kind: 'short-text', text: 'What does it show?', isRequired: true, when: { question: 'plan', isAnswered: true } },
        { id: 'none', kind: 'short-text', text: 'Why none?', isRequired: true, when: { question: 'plan', isAnswered: false } },
      ],
    },
  ],
};

describe('responses by personal links', () => {
  let service: TestService;
  let place: { consultationId: string; activityId: string };
  beforeAll(async () => {
    service = await startConsultations();
    place = await service.consultation({ method: 'survey', questionnaire });
  });
  afterAll(() => service.stop());

  const linkOf = (token: string) => createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex');
  const official = () => actor('official');
  const issue = async (activityId: string, context = by(official()), count = 10) => {
    const tokens = Array.from({ length: count }, () => newLinkToken(activityId));
    await service.send(issueSurveyLinks.subject, { activityId, links: tokens.map(linkOf) }, context);
    return tokens;
  };
  /** By whoever has just seen what stands, as far as they are shown it. */
  const respond = async (token: string, answers: object, who?: Actor) => {
    const { response } = await shown(token);
    return service.send(submitLinkedResponse.subject, { token, answers, upon: response ?? '' }, by(who));
  };
  const keepNow = async (token: string, answers: object) => {
    const { versions } = await shown(token);
    return service.send(keepLinkedAnswers.subject, { token, answers, versions }, by());
  };
  const shown = async (token: string) => (await service.send(showLinkedResponse.subject, { token }, by())) as object as LinkedResponse;

  const own = 'o'.repeat(21) + 'w';

  it('are one a link, whoever sends it how often, with one receipt, and say nothing of who it is', async () => {
    const { activityId } = place;
    const tokens = await issue(activityId);
    expect(new Set(tokens).size).toBe(10);
    const [letter] = tokens as [string];
    const token = `${letter}.${own}`;
    expect(await shown(token)).toMatchObject({ state: 'open', activityId, hasSent: false, answers: {} });
    await Promise.all([
      service.send(keepLinkedAnswers.subject, { token, answers: { how: 'bus' } }, by()),
      service.send(keepLinkedAnswers.subject, { token, answers: { which: 'Number 9' } }, by()),
    ]);
    const answers = { how: 'bus', which: 'Number 9' };
    expect(await shown(token)).toMatchObject({ answers, isKept: true, hasSent: false });
    const person = await service.person();
    const replies = await Promise.all([person, undefined, undefined].map((who) => respond(token, answers, who)));
    const stream = `survey-link-${activityId}-${linkOf(letter)}`;
    const events = await service.read(stream);
    expect(events).toHaveLength(1);
    expect(new Set(replies.map(({ receipt }) => promisedEvent(receipt)))).toEqual(new Set([events[0]!.id]));
    const { voter, answers: commitment } = events[0]!.data as LinkedResponseSubmitted['data'];
    expect(events[0]!.data).toMatchObject({ batch: 1, link: linkOf(letter), answers: commitment });
    const given = await service.store.readStream<AnswersGiven>(`response-${activityId}-${voter}`);
    const order = await service.read(`survey-links-${activityId}`);
    const said = JSON.stringify([events, given, order]);
    for (const secret of ['Number 9', own, person.accountId, await service.pseudonym(person, place.consultationId), ...tokens])
      expect(said).not.toContain(secret);
    expect(given).toHaveLength(1);
    expect((order.at(-1)!.data as unknown as { links: string[] }).links).toEqual(tokens.map(linkOf).sort());
    await respond(token, { how: 'tram' });
    expect(await service.read(stream)).toHaveLength(2);
    expect(await shown(token)).toMatchObject({ answers: { how: 'tram' }, isKept: false, hasSent: true });
  });

  it('are shown to whoever gave them, and not to an office that kept the file', async () => {
    const [letter] = (await issue(place.activityId)) as [string];
    const keep = (token: string, how: string) => keepNow(token, { how });
    await expect(keep(letter, 'bus')).rejects.toMatchObject({ details: { field: 'token' } });
    await keep(`${letter}.${own}`, 'bus');
    const none = { answers: {}, isKept: false, response: null, receipt: null };
    for (const token of [letter, `${letter}.${'x'.repeat(21)}A`]) expect(await shown(token)).toMatchObject({ ...none, hasSent: false });
    const { receipt } = await respond(`${letter}.${own}`, { how: 'bus' });
    for (const token of [letter, `${letter}.${'x'.repeat(21)}A`]) expect(await shown(token)).toMatchObject({ ...none, hasSent: true });
    expect(receipt).toEqual(expect.any(String));
    expect(await shown(`${letter}.${own}`)).toMatchObject({ answers: { how: 'bus' }, isKept: false, hasSent: true, receipt });
    for (const token of [letter, `${letter}.${'x'.repeat(21)}A`]) {
      await expect(respond(token, { how: 'tram' })).rejects.toMatchObject({ code: 'LINK_USED_ELSEWHERE' });
      await expect(keep(token, 'tram')).rejects.toMatchObject({ code: 'LINK_USED_ELSEWHERE' });
    }
    expect(await service.read(`survey-link-${place.activityId}-${linkOf(letter)}`)).toHaveLength(1);
    await keep(`${letter}.${own}`, 'tram');
    expect(await shown(`${letter}.${own}`)).toMatchObject({ answers: { how: 'tram' }, isKept: true, hasSent: true });
    await respond(`${letter}.${own}`, { how: 'bus', which: 'Number 9' });
    const sent = { answers: { how: 'bus', which: 'Number 9' }, isKept: false };
    expect(await shown(`${letter}.${own}`)).toMatchObject({ ...sent, aside: { how: 'tram' } });
    for (const token of [letter, `${letter}.${'x'.repeat(21)}A`]) expect(await shown(token)).toMatchObject({ ...none, aside: null });
  });

  it('are kept by each browser that has its own part, and by none in place of another', async () => {
    const [letter] = (await issue(place.activityId)) as [string];
    const browsers = Array.from({ length: 6 }, (_, at) => `${letter}.${'ABCDEF'[at]!.repeat(21)}A`);
    const keep = (token: string, which: string) => keepNow(token, { how: 'bus', which });
    const kept = async (...those: string[]) =>
      (await Promise.all(those.map(shown))).map(({ answers }) => (answers as { which?: string }).which);
    for (const [at, token] of browsers.slice(0, 2).entries()) await keep(token, `Number ${at}`);
    expect(await kept(...browsers.slice(0, 2))).toEqual(['Number 0', 'Number 1']);
    await respond(browsers[1]!, { how: 'bus', which: 'Number 1' });
    expect(await kept(...browsers.slice(0, 2))).toEqual(['Number 0', 'Number 1']);
    // One link fills no table: the browser that was used least lately makes room.
    const [another] = (await issue(place.activityId)) as [string];
    const many = browsers.map((token) => token.replace(letter, another));
    for (const [at, token] of many.entries()) await keep(token, `Number ${at}`);
    expect(await kept(...many)).toEqual([undefined, 'Number 1', 'Number 2', 'Number 3', 'Number 4', 'Number 5']);
  });

  it('are issued by officials of the unit, each link once, and as many as may be', async () => {
    const { activityId } = place;
    const [token] = await issue(activityId);
    for (const count of [9, 501]) {
      await expect(issue(activityId, by(official()), count)).rejects.toMatchObject({ details: { field: 'links' } });
    }
    const again = [token!, ...Array.from({ length: 9 }, () => newLinkToken(activityId))].map(linkOf);
    const twice = service.send(issueSurveyLinks.subject, { activityId, links: again }, by(official()));
    await expect(twice).rejects.toMatchObject({ details: { field: 'links[0]' } });
    const elsewhere = { ...holding('official', 'root.00000001'), accountId: randomUUID() };
    for (const stranger of [await service.person(), actor('moderator'), actor('analyst'), elsewhere]) {
      await expect(issue(activityId, by(stranger))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      const revocation = { activityId, batch: 1, reason: 'Mine' };
      const revoked = service.send(revokeSurveyLinks.subject, revocation, by(stranger));
      await expect(revoked).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    }
    const poll = await service.consultation({ method: 'poll', options: ['A', 'B'] });
    await expect(issue(poll.activityId)).rejects.toMatchObject({ code: 'WRONG_METHOD' });
  });

  it('are refused where the link is guessed, of another survey, revoked, or late', async () => {
    const { activityId, consultationId } = await service.consultation({ method: 'survey', questionnaire });
    const [used, unused, other] = (await issue(activityId)) as [string, string, string];
    const { receipt } = await respond(`${other}.${own}`, { how: 'bus' });
    await keepNow(`${other}.${own}`, { how: 'tram' });
    // Nobody gives a file by a link: what is asked of those who did, or did not, may be answered, and need not be.
    await respond(used, { how: 'bus', shows: 'A square', none: 'No copy' });
    expect(await shown(used)).toMatchObject({ hasSent: true });
    const bytes = Buffer.from(unused, 'base64url');
    const elsewhere = Buffer.concat([Buffer.from(place.activityId.replaceAll('-', ''), 'hex'), bytes.subarray(16)]);
    const guessed = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(16)]);
    for (const none of [elsewhere.toString('base64url'), guessed.toString('base64url'), linkOf(used), 'x', '']) {
      expect(await shown(none)).toMatchObject({ state: 'unknown', activityId: null, answers: {} });
      await expect(respond(none, { how: 'bus' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(respond(unused, { how: 'plane' })).rejects.toMatchObject({ details: { field: 'answers.how' } });
    await service.send(revokeSurveyLinks.subject, { activityId, batch: 1, reason: 'The letters were lost' }, by(official()));
    await expect(respond(unused, { how: 'bus' })).rejects.toMatchObject({ code: 'LINK_REVOKED' });
    expect(await shown(unused)).toMatchObject({ state: 'revoked' });
    await respond(used, { how: 'tram' });
    await service.close(consultationId);
    await expect(respond(used, { how: 'bus' })).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    const keep = service.send(keepLinkedAnswers.subject, { token: used, answers: { how: 'bus' } }, by());
    await expect(keep).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    await expect(issue(activityId)).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    expect(await shown(used)).toMatchObject({ state: 'closed', hasSent: true });
    const read = { state: 'closed', answers: { how: 'bus' }, isKept: false, aside: { how: 'tram' }, receipt };
    expect(await shown(`${other}.${own}`)).toMatchObject(read);
    expect(await shown(other)).toMatchObject({ answers: {}, aside: null, receipt: null, hasSent: true });
    expect(await service.read(`survey-link-${activityId}-${linkOf(unused)}`)).toEqual([]);
  });

  it('that are begun before one was sent from elsewhere are kept aside of it, also where nothing was kept by then', async () => {
    const [token] = await issue(place.activityId);
    await respond(`${token}.${own}`, { how: 'tram' });
    const whole = `${token}.${own}`;
    const keep = async (upon: string, use?: string) => {
      const { versions, version } = await shown(whole);
      const how = use ? { answers: {}, use, version } : { answers: { how: 'bus' }, versions };
      return service.send(keepLinkedAnswers.subject, { token: whole, upon, ...how }, by());
    };
    const { response } = await shown(whole);
    for (const upon of ['', 'f'.repeat(64)]) {
      expect(await keep(upon)).toMatchObject({ answers: { how: 'tram' }, aside: { how: 'bus' } });
      expect(await keep(upon, 'sent')).toMatchObject({ aside: null });
    }
    const unsaid = service.send(submitLinkedResponse.subject, { token: whole, answers: { how: 'bus' } }, by());
    await expect(unsaid).rejects.toMatchObject({ code: 'VERSION_CHANGED', details: { field: 'upon' } });
    expect(await shown(whole)).toMatchObject({ aside: null });
    const late = { token: whole, answers: { how: 'bus' }, upon: '' };
    await expect(service.send(submitLinkedResponse.subject, late, by())).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    expect(await shown(`${token}.${own}`)).toMatchObject({ answers: { how: 'tram' }, response, aside: { how: 'bus' } });
    await keep(response!, 'sent');
    expect(await keep(response!)).toMatchObject({ answers: { how: 'bus' }, isKept: true, aside: null });
    await expect(keep('the last')).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field: 'upon' } });
  });
});
