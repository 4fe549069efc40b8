import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@isegoria/kernel';
import { by, startConsultations, type TestService } from '../../../../consultations.fixture';
import { keepAnswers, showOwnResponse, submitResponse, type DraftedAnswers, type OwnResponse } from '../response.contract';

const options = ['bus', 'tram'].map((id) => ({ id, text: id }));
const questions = [
  { id: 'how', kind: 'single', text: 'How?', isRequired: true, options },
  { id: 'which', kind: 'short-text', text: 'Which?', isRequired: false, when: { question: 'how', isAnyOf: ['bus'] } },
  { id: 'where', kind: 'place', text: 'Where?', isRequired: false },
];

describe('answers to a survey', () => {
  let service: TestService;
  let place: { consultationId: string; activityId: string };
  const begin = () => service.consultation({ method: 'survey', questionnaire: { sections: [{ questions }] } });
  beforeAll(async () => {
    service = await startConsultations();
    place = await begin();
  });
  afterAll(() => service.stop());

  const keep = async (person: Actor, answers: object, how: Omit<Partial<DraftedAnswers>, 'answers'>) =>
    (await service.send(keepAnswers.subject, { activityId: place.activityId, answers, ...how }, by(person))) as unknown as OwnResponse;
  /** By somebody who has just seen what stands. */
  const keepNow = async (person: Actor, answers: object, use?: 'sent' | 'kept') => {
    const { versions, version } = await own(person);
    return keep(person, answers, { versions, ...(use && { use, version }) });
  };
  const submit = async (person: Actor, answers: object) => {
    const { response } = await own(person);
    return service.send(submitResponse.subject, { activityId: place.activityId, answers, upon: response ?? '' }, by(person));
  };
  const own = async (person: Actor, activityId = place.activityId) =>
    (await service.send(showOwnResponse.subject, { activityId }, by(person))) as unknown as OwnResponse;

  it('can be begun on one device and gone on with on another, two pages at once, and are forgotten there once they are sent', async () => {
    const person = await service.person();
    expect(await own(person)).toMatchObject({ answers: {}, isKept: false, response: null });
    await Promise.all([
      keep(person, { how: 'bus' }, {}),
      keep(person, { where: { text: 'The market' }, unknown: 'x' }, {}),
    ]);
    expect(await own(person)).toMatchObject({ answers: { how: 'bus', where: { text: 'The market' } }, isKept: true });
    await keepNow(person, { where: null });
    const { answers, version } = await own(person);
    expect(answers).toEqual({ how: 'bus' });
    await submit(person, answers);
    expect(await own(person)).toMatchObject({ answers: { how: 'bus' }, isKept: false, version });
    await keepNow(person, { which: 'Number 9' });
    expect(await own(person)).toMatchObject({ answers: { how: 'bus', which: 'Number 9' }, isKept: true });
    expect((await own(await service.person())).answers).toEqual({});
  });

  it('that are sent from one tab leave what was typed meanwhile in another', async () => {
    const person = await service.person();
    await keepNow(person, { how: 'bus', which: 'Number 9' });
    await keepNow(person, { which: 'Number 10' });
    await submit(person, { how: 'bus', which: 'Number 9' });
    const aside = { how: 'bus', which: 'Number 10' };
    expect(await own(person)).toMatchObject({ answers: { how: 'bus', which: 'Number 9' }, isKept: false, aside });
    await keepNow(person, {}, 'kept');
    expect(await own(person)).toMatchObject({ answers: aside, isKept: true, aside: null });
    await keepNow(person, { how: 'tram' });
    await submit(person, { how: 'tram' });
    // Of what is kept and not asked, nothing is left to send.
    expect(await own(person)).toMatchObject({ answers: { how: 'tram' }, isKept: false, aside: null });
  });

  it('that were begun before others were kept from elsewhere stand beside those, where both answer the same question', async () => {
    const person = await service.person();
    const { versions } = await own(person);
    await keep(person, { how: 'bus', which: 'Number 9' }, { versions });
    const walk = { text: 'The market' };
    // The second device was shown nothing yet.
    const both = await keep(person, { how: 'tram', where: walk }, { versions });
    const first = { how: 'bus', which: 'Number 9', where: walk };
    expect(both).toMatchObject({ answers: first, isKept: true, response: null, aside: { how: 'tram', where: walk } });
    expect(await own(person)).toEqual(both);
    expect(await keep(person, {}, { use: 'sent', version: 'another' })).toEqual(both);
    const chosen = { answers: { ...first, how: 'tram' }, isKept: true, aside: null };
    for (const _ of ['once', 'twice']) expect(await keep(person, {}, { use: 'kept', version: both.version })).toMatchObject(chosen);
    // Nothing is forgotten by an old page on which nothing can be chosen any more.
    expect(await keep(person, {}, { use: 'sent', version: both.version })).toMatchObject(chosen);
    const now = await own(person);
    expect(await keep(person, { how: 'tram', where: null }, { versions: now.versions })).toMatchObject({ aside: null });
    expect(await keep(person, { how: 'bus' }, { versions: now.versions })).toMatchObject({ answers: { how: 'bus' }, aside: null });
  });

  it('that are kept in two ways, and of which one is sent, are asked about against what was sent', async () => {
    const person = await service.person();
    await keep(person, { how: 'bus' }, { versions: {} });
    await keep(person, { how: 'tram' }, { versions: {} });
    await submit(person, { how: 'bus' });
    expect(await own(person)).toMatchObject({ answers: { how: 'bus' }, isKept: false, aside: { how: 'tram' } });
    expect(await keepNow(person, {}, 'sent')).toMatchObject({ answers: { how: 'bus' }, isKept: false, aside: null });
  });

  it('that are kept and say what was sent are none: whoever leaves a page as it was has begun nothing', async () => {
    const person = await service.person();
    await submit(person, { how: 'bus', which: 'Number 9' });
    const sent = await own(person);
    const { versions, response } = sent;
    expect(await keep(person, { how: 'bus', which: 'Number 9', where: null }, { versions, upon: response! })).toEqual(sent);
    expect(await keepNow(person, { which: 'Number 10' })).toMatchObject({ isKept: true });
    expect(await keepNow(person, { which: 'Number 9' })).toEqual(sent);
    expect(await own(person)).toEqual(sent);
  });

  it('are kept as a page can show them: a field of one line would join two', async () => {
    const person = await service.person();
    const refused = (id: string) => ({ code: 'VALIDATION_FAILED', details: { field: `answers.${id}`, params: { constraint: 'isOneLine' } } });
    for (const send of [submit, (of: Actor, answers: object) => keep(of, answers, {})]) {
      await expect(send(person, { how: 'bus', which: 'a\nb' })).rejects.toMatchObject(refused('which'));
      await expect(send(person, { how: 'bus', where: { text: 'a\rb' } })).rejects.toMatchObject(refused('where'));
    }
  });

  it('that are sent from an old page take no place of what was sent meanwhile: both are there, whole, to choose from', async () => {
    const person = await service.person();
    const from = (upon: string | null, answers: object) =>
      service.send(submitResponse.subject, { activityId: place.activityId, answers, upon: upon ?? '' }, by(person));
    const context = by(person, { request: 'the first' });
    const first = { activityId: place.activityId, answers: { how: 'bus' }, upon: '' };
    const accepted = await service.send(submitResponse.subject, first, context);
    const { response } = await own(person);
    // Sent again, it is no other response; and whoever has seen it may change it.
    await from(null, { how: 'bus' });
    await from(response, { how: 'bus', which: 'Number 9', where: { text: 'The market' } });
    const sent = await own(person);
    expect(sent).toMatchObject({ answers: { which: 'Number 9' }, isKept: false, aside: null });
    const late = { code: 'VERSION_CHANGED' };
    for (const upon of [null, response]) await expect(from(upon, { how: 'tram' })).rejects.toMatchObject(late);
    expect(await own(person)).toMatchObject({ answers: sent.answers, isKept: false, response: sent.response, aside: { how: 'tram' } });
    expect((await own(person)).aside).toEqual({ how: 'tram' });
    // What is typed by then is not lost either.
    await keepNow(person, {}, 'sent');
    await keep(person, { how: 'tram', which: 'Number 4' }, { upon: sent.response!, versions: sent.versions });
    await expect(from(response, { how: 'bus', which: 'Number 5' })).rejects.toMatchObject(late);
    expect(await own(person)).toMatchObject({ answers: { which: 'Number 4' }, isKept: true, aside: { how: 'bus', which: 'Number 5' } });
    await keepNow(person, {}, 'kept');
    const now = await own(person);
    expect(now).toMatchObject({ answers: { which: 'Number 5' }, aside: null, response: sent.response });
    await from(now.response, now.answers);
    expect(await own(person)).toMatchObject({ answers: { which: 'Number 5' }, isKept: false, aside: null });
    // A late retry has its first answer, and changes nothing.
    expect(await service.send(submitResponse.subject, first, context)).toEqual(accepted);
    expect(await own(person)).toMatchObject({ answers: { which: 'Number 5' }, isKept: false, aside: null });
  });

  it('take the place of nothing that they do not name: a program that says nothing of it is told which member says it', async () => {
    const person = await service.person();
    const { activityId } = place;
    const unsaid = (field: string) => ({ code: 'VERSION_CHANGED', details: { field } });
    const sendUnsaid = (answers: object) => service.send(submitResponse.subject, { activityId, answers }, by(person));
    await keep(person, { how: 'bus' }, {});
    await keep(person, { how: 'bus', which: 'Number 9' }, {});
    for (const answers of [{ how: 'tram' }, { which: null }])
      await expect(keep(person, answers, {})).rejects.toMatchObject(unsaid('versions'));
    expect(await own(person)).toMatchObject({ answers: { how: 'bus', which: 'Number 9' }, aside: null });
    await sendUnsaid({ how: 'bus', which: 'Number 9' });
    const sent = await own(person);
    await sendUnsaid({ how: 'bus', which: 'Number 9' });
    await expect(sendUnsaid({ how: 'tram' })).rejects.toMatchObject(unsaid('upon'));
    await expect(keep(person, { how: 'tram' }, {})).rejects.toMatchObject(unsaid('versions'));
    expect(await own(person)).toEqual(sent);
    await keep(person, { how: 'tram' }, { versions: {} });
    await expect(keep(person, {}, { use: 'sent' })).rejects.toMatchObject(unsaid('version'));
    expect(await own(person)).toMatchObject({ answers: { how: 'bus' }, aside: { how: 'tram' } });
  });

  it('that are more than can be kept are refused with each that is too long, or with the longest and what there is room for', async () => {
    const person = await service.person();
    const why = { kind: 'long-text', isRequired: false };
    const { activityId } = await service.consultation({
      method: 'survey',
      questionnaire: { sections: [{ questions: Array.from({ length: 60 }, (_, at) => ({ ...why, id: `q${at}`, text: `Why ${at}?` })) }] },
    });
    const keepIn = (answers: object) => service.send(keepAnswers.subject, { activityId, answers }, by(person));
    const tooLong = (...faults: readonly (readonly [string, number])[]) => {
      const [first, ...further] = faults.map(([id, limit]) => ({ field: `answers.${id}`, params: { constraint: 'maxLength', limit } }));
      return { code: 'VALIDATION_FAILED', details: { ...first, ...(further.length > 0 && { further }) } };
    };
    await keepIn({ q0: 'a'.repeat(50_000), q1: 'a'.repeat(50_000), q2: 'short' });
    await keepIn({ q3: 'a'.repeat(50_000), q4: 'a'.repeat(50_000) });
    const overlong = ['q5', 'q6', 'q0', 'q1', 'q3', 'q4'].map((id) => [id, 5_000] as const);
    await expect(keepIn({ q5: 'é'.repeat(50_000), q6: 'a'.repeat(5_001) })).rejects.toMatchObject(tooLong(...overlong));
    const { versions } = await own(person, activityId);
    const shortened = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`q${at}`, 'a'.repeat(at === 2 ? 4 : 5_000)]));
    await service.send(keepAnswers.subject, { activityId, answers: shortened, versions }, by(person));
    const more = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`q${50 + at}`, 'é'.repeat(2_000 + at)]));
    await expect(keepIn(more)).rejects.toMatchObject({ details: { field: 'answers.q54', params: { constraint: 'maxLength' } } });
  });

  it('that are sent from two devices at once: one is sent, and the other is not lost', async () => {
    const person = await service.person();
    const { activityId } = place;
    const first = (how: string) => service.send(submitResponse.subject, { activityId, answers: { how }, upon: '' }, by(person));
    const done = await Promise.allSettled(['bus', 'tram'].map(first));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { answers, aside } = await own(person);
    expect([answers, aside].map((one) => JSON.stringify(one)).sort()).toEqual(['{"how":"bus"}', '{"how":"tram"}']);
  });

  it('end with the phase, and are for surveys alone', async () => {
    const person = await service.person();
    const poll = await service.consultation({ method: 'poll', options: ['A', 'B'] });
    const elsewhere = { activityId: poll.activityId, answers: {} };
    for (const { subject } of [submitResponse, keepAnswers])
      await expect(service.send(subject, elsewhere, by(person))).rejects.toMatchObject({ code: 'WRONG_METHOD' });
    const survey = await begin();
    await service.close(survey.consultationId);
    for (const { subject } of [submitResponse, keepAnswers]) {
      const command = { activityId: survey.activityId, answers: { how: 'bus' } };
      await expect(service.send(subject, command, by(person))).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    }
  });

  it('that are kept never stand in place of what was sent once a survey is over', async () => {
    const { consultationId, activityId } = await begin();
    const person = await service.person();
    await service.send(submitResponse.subject, { activityId, answers: { how: 'bus' } }, by(person));
    const { versions } = await own(person, activityId);
    await service.send(keepAnswers.subject, { activityId, answers: { how: 'tram' }, versions }, by(person));
    expect(await own(person, activityId)).toMatchObject({ answers: { how: 'tram' }, isKept: true, aside: null });
    await service.close(consultationId);
    expect(await own(person, activityId)).toMatchObject({ answers: { how: 'bus' }, isKept: false, aside: { how: 'tram' } });
  });
});
