import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HeldRole, Role } from '@isegoria/contracts';
import { aPlace, accepted, deliberation, rejected, submitted, voted } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
const [openPlace, draftPlace] = [aPlace(), aPlace()];
const { consultationId: open, activityId: openActivity } = openPlace;
const { consultationId: draft, activityId: draftActivity } = draftPlace;
const [good, waiting, bad] = [randomUUID(), randomUUID(), randomUUID()];
const [page, pageDraft, hiddenPage, withdrawnPage] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const by = randomUUID();

beforeAll(async () => {
  gateway = await startGateway();
  const author = await gateway.rows.person();
  const drafted = (pageId: string, unit = 'root') => ({
    type: 'PageDrafted',
    data: { pageId, unit, kind: 'announcement', title: 'T', body: 'B', language: 'en', by },
  });
  await gateway.rows.record(
    ...deliberation(openPlace),
    ...deliberation(draftPlace, { draft: true }),
    submitted(openPlace, good, await author.seal(open, 'good words')),
    accepted(openPlace, good),
    submitted(openPlace, waiting, await author.seal(open, 'waiting words')),
    submitted(openPlace, bad, await author.seal(open, 'bad words')),
    rejected(openPlace, bad),
    submitted(draftPlace, randomUUID(), { plain: 'draft words' }),
    drafted(page),
    { type: 'PagePublished', data: { pageId: page, by } },
    drafted(withdrawnPage),
    { type: 'PagePublished', data: { pageId: withdrawnPage, by } },
    { type: 'PageWithdrawn', data: { pageId: withdrawnPage, by, reason: 'Out of date.' } },
    drafted(pageDraft),
  );
});
afterAll(() => gateway.stop());

const get = (path: string, ...roles: (Role | HeldRole)[]) =>
  gateway.api.get(path).set('authorization', `Bearer ${gateway.services.signIn(...roles).token}`);
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

describe('a draft of a consultation', () => {
  it('is listed for officials only', async () => {
    expect(ids((await gateway.api.get('/consultations').expect(200)).body)).toEqual([open]);
    expect(ids((await get('/consultations').expect(200)).body)).toEqual([open]);
    expect(ids((await get('/consultations', 'official').expect(200)).body)).toEqual([draft, open]);
    expect(ids((await get('/consultations?status=draft', 'official').expect(200)).body)).toEqual([draft]);
    expect((await gateway.api.get('/consultations?status=draft').expect(401)).body.code).toBe('SIGN_IN_REQUIRED');
    expect((await get('/consultations?status=draft', 'moderator').expect(403)).body.code).toBe('FORBIDDEN_ROLE');
  });

  const parts = [`/consultations/${draft}`, `/consultations/${draft}/comments`, `/activities/${draftActivity}/statements`];
  const more = [`/consultations/${draft}/results`, `/consultations/${draft}/live`, `/activities/${draftActivity}/opinion-map`];

  it.each([...parts, ...more])('shows nothing of itself to others: %s', async (path) => {
    for (const request of [gateway.api.get(path), get(path, 'moderator')]) {
      const { body, text } = await request.expect(404);
      expect(body.code).toBe(path.startsWith('/activities') ? 'ACTIVITY_NOT_FOUND' : 'CONSULTATION_NOT_FOUND');
      expect(text).not.toMatch('draft words');
    }
  });

  it('says nothing of its activities to citizens who ask for their own ballot', async () => {
    const { token, actor } = gateway.services.signIn();
    await gateway.rows.person(actor.accountId);
    const { body } = await gateway.api.get(`/consultations/${draft}/my-ballot`).set('authorization', `Bearer ${token}`).expect(404);
    expect(body.code).toBe('CONSULTATION_NOT_FOUND');
  });

  it.each(parts)('is open to officials: %s', async (path) => {
    await get(path, 'official').expect(200);
  });
});

describe('what belongs to a unit', () => {
  const [above, unit, below, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.aaaaaaaa.11111111.22222222', 'root.bbbbbbbb'];
  const official = (where: string): HeldRole => ({ role: 'official', unit: where });
  const moderator = (where: string): HeldRole => ({ role: 'moderator', unit: where });
  const [there, published] = [aPlace(), aPlace()];
  const waitingThere = randomUUID();
  beforeAll(async () => {
    const words = await (await gateway.rows.person()).seal(published.consultationId, 'words of the unit');
    await gateway.rows.record(
      ...deliberation(there, { draft: true, unit }),
      ...deliberation(published, { unit }),
      submitted(published, waitingThere, words),
      { type: 'PageDrafted', data: { pageId: hiddenPage, unit, kind: 'announcement', title: 'T', body: 'B', language: 'en', by } },
    );
  });

  it.each([
    [`/consultations/${there.consultationId}`, 'CONSULTATION_NOT_FOUND'],
    [`/consultations/${there.consultationId}/comments`, 'CONSULTATION_NOT_FOUND'],
    [`/activities/${there.activityId}/statements`, 'ACTIVITY_NOT_FOUND'],
    [`/pages/${hiddenPage}`, 'PAGE_NOT_FOUND'],
  ])('is shown as a draft to officials of the unit and above it alone: %s', async (path, code) => {
    for (const where of ['root', above, unit]) await get(path, official(where)).expect(200);
    for (const where of [below, beside]) expect((await get(path, official(where)).expect(404)).body.code).toBe(code);
  });

  it('is listed as a draft to the same', async () => {
    for (const [where, seen] of [
      [above, true],
      [unit, true],
      [below, false],
      [beside, false],
    ] as const) {
      const drafts = ids((await get('/consultations?status=draft', official(where)).expect(200)).body);
      expect([where, drafts]).toEqual([where, seen ? [there.consultationId] : []]);
      const pages = ids((await get('/pages?status=draft', official(where)).expect(200)).body);
      expect([where, pages]).toEqual([where, seen ? [hiddenPage] : []]);
    }
  });

  it('is listed by unit, with what is below it', async () => {
    for (const [where, found] of [
      [above, [published.consultationId]],
      [unit, [published.consultationId]],
      [below, []],
      [beside, []],
    ] as const)
      expect(ids((await gateway.api.get(`/consultations?unit=${where}`).expect(200)).body)).toEqual(found);
    expect(ids((await get(`/pages?unit=${unit}&status=all`, 'official').expect(200)).body)).toEqual([hiddenPage]);
    expect(ids((await gateway.api.get(`/questions?unit=${unit}`).expect(200)).body)).toEqual([]);
    expect((await gateway.api.get('/consultations?unit=ROOT').expect(400)).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'unit',
    });
  });

  it('shows words that are not public to its moderators alone', async () => {
    const path = `/activities/${published.activityId}/statements?status=pending`;
    for (const where of [above, unit]) expect((await get(path, moderator(where)).expect(200)).text).toMatch('words of the unit');
    for (const held of [moderator(below), moderator(beside), official(unit)])
      expect((await get(path, held).expect(200)).body.items).toMatchObject([{ id: waitingThere, text: null }]);
  });

  it('lists what waits to the moderators of its unit', async () => {
    for (const where of [above, unit])
      expect(ids((await get('/statements/pending', moderator(where)).expect(200)).body)).toEqual([waitingThere]);
    for (const where of [below, beside]) expect(ids((await get('/statements/pending', moderator(where)).expect(200)).body)).toEqual([]);
    expect(ids((await get('/statements/pending', 'moderator').expect(200)).body)).toEqual([waiting, waitingThere]);
  });
});

describe('units', () => {
  it('are for everybody to see, the root too while it has no name', async () => {
    await gateway.rows.record({ type: 'UnitMade', data: { unit: 'root.cccccccc', name: 'Directorate of Water', by } });
    const undecided = { needsReview: false, setsReview: false, answerWithinDays: null, setsAnswerTerm: false };
    const unsaid = { reviewVersion: 0, smallestGroupVersion: 0, answerTermVersion: 0 };
    const unreviewed = { names: {}, smallestGroup: 10, ...undecided, ...unsaid };
    expect((await gateway.api.get('/units').expect(200)).body).toEqual({
      items: [
        { unit: 'root', name: null, above: null, closed: false, version: 0, ...unreviewed },
        { unit: 'root.cccccccc', name: 'Directorate of Water', above: 'root', closed: false, version: expect.any(Number), ...unreviewed },
      ],
      next: null,
      count: 2,
    });
  });
});

describe('statements', () => {
  it('are those that may be voted on', async () => {
    const { body } = await gateway.api.get(`/activities/${openActivity}/statements`).expect(200);
    expect(body.items).toMatchObject([{ id: good, text: 'good words', status: 'accepted' }]);
  });

  it.each([
    ['pending', waiting, 'waiting words'],
    ['rejected', bad, 'bad words'],
  ])('that are %s show their words to moderators only', async (status, id, words) => {
    const path = `/activities/${openActivity}/statements?status=${status}`;
    for (const request of [gateway.api.get(path), get(path), get(path, 'official'), get(path, 'analyst')]) {
      const { body, text } = await request.expect(200);
      expect(body.items).toMatchObject([{ id, text: null }]);
      expect(text).not.toMatch(words);
    }
    expect((await get(path, 'moderator').expect(200)).body.items).toMatchObject([{ id, text: words }]);
  });

  it('are all in the results, rejected ones too, without words that are not public', async () => {
    const { body, text } = await get(`/consultations/${open}/results`, 'moderator').expect(200);
    expect(ids({ items: body.activities[0].statements })).toEqual([good, waiting, bad]);
    expect(text).toMatch('good words');
    expect(text).not.toMatch(/waiting words|bad words/);
  });
});

describe('pages', () => {
  it('are published ones, and others for officials', async () => {
    expect(ids((await gateway.api.get('/pages').expect(200)).body)).toEqual([page]);
    expect(ids((await get('/pages?status=all', 'official').expect(200)).body)).toEqual([hiddenPage, pageDraft, withdrawnPage, page]);
    expect(ids((await get('/pages?status=draft&kind=information', 'official').expect(200)).body)).toEqual([]);
    await gateway.api.get('/pages?status=draft').expect(401);
    await get('/pages?status=withdrawn').expect(403);
  });

  it('are read by everybody once published', async () => {
    expect((await gateway.api.get(`/pages/${page}`).expect(200)).body).toMatchObject({ id: page, status: 'published', body: 'B' });
    for (const request of [
      gateway.api.get(`/pages/${pageDraft}`),
      get(`/pages/${pageDraft}`, 'moderator'),
      get(`/pages/${randomUUID()}`, 'official'),
    ]) {
      expect((await request.expect(404)).body.code).toBe('PAGE_NOT_FOUND');
    }
    await get(`/pages/${pageDraft}`, 'official').expect(200);
  });

  it('are told to be withdrawn once they are, as everybody can read in the log', async () => {
    expect((await gateway.api.get(`/pages/${withdrawnPage}`).expect(410)).body.code).toBe('PAGE_WITHDRAWN');
    await get(`/pages/${withdrawnPage}`, 'official').expect(200);
  });
});

describe('accounts', () => {
  it('are listed for administrators only', async () => {
    expect((await gateway.api.get('/accounts').expect(401)).body.code).toBe('SIGN_IN_REQUIRED');
    expect((await get('/accounts', 'official', 'moderator', 'analyst', 'auditor').expect(403)).body.code).toBe('FORBIDDEN_ROLE');
    const below = { role: 'administrator', unit: 'root.aaaaaaaa' } as const;
    for (const held of ['administrator', below] as const)
      expect((await get('/accounts', held).expect(200)).body).toEqual({ items: [], next: null, count: 0 });
  });

  it('show their holder the own profile, and nobody keeps the answer', async () => {
    const { token, actor } = gateway.services.signIn();
    const me = () => gateway.api.get('/me').set('authorization', `Bearer ${token}`);
    const early = me().then((answer) => answer);
    const person = await gateway.rows.person(actor.accountId);
    const profile = await person.seal('account', JSON.stringify({ name: 'Aspasia', email: 'aspasia@ministry.example', language: 'ar' }));
    await gateway.rows.record({ type: 'AccountRegistered', data: { accountId: actor.accountId, profile } });
    const { body, headers } = await me().expect(200);
    expect(body).toEqual({
      id: actor.accountId,
      name: 'Aspasia',
      email: 'aspasia@ministry.example',
      language: 'ar',
      roles: [],
      assurance: 'anonymous',
      version: expect.any(Number),
      rolesVersion: 0,
    });
    expect(headers['cache-control']).toBe('no-store');
    expect((await early).body).toEqual(body); // asked before the row of the new account was there
    await gateway.api.get('/me').expect(401);
  });
});

describe("one's own ballot", () => {
  it('is found by the pseudonym that only the own account leads to', async () => {
    const [mine, other] = [gateway.services.signIn(), gateway.services.signIn()];
    const person = await gateway.rows.person(mine.actor.accountId);
    await gateway.rows.person(other.actor.accountId);
    await gateway.rows.record(voted(openPlace, good, await person.pseudonym(open), 'disagree'));
    const ballot = (token: string) => gateway.api.get(`/consultations/${open}/my-ballot`).set('authorization', `Bearer ${token}`);
    expect((await ballot(mine.token).expect(200)).body.activities).toMatchObject([
      { activityId: openActivity, votes: [{ statementId: good, choice: 'disagree' }] },
    ]);
    expect((await ballot(other.token).expect(200)).body.activities).toMatchObject([{ votes: [] }]);
    await gateway.api.get(`/consultations/${open}/my-ballot`).expect(401);
  });

  it('says what it counts as: anonymous on a credential that was reissued since the publication', async () => {
    for (const [reissuedAt, expected] of [
      [undefined, { assurance: 'email', reissued: false }],
      [0, { assurance: 'email', reissued: false }],
      [Number.MAX_SAFE_INTEGER, { assurance: 'anonymous', reissued: true }],
    ] as const) {
      const { token, actor } = gateway.services.signIn();
      Object.assign(actor, { reissuedAt });
      await gateway.rows.person(actor.accountId);
      const { body } = await gateway.api.get(`/consultations/${open}/my-ballot`).set('authorization', `Bearer ${token}`).expect(200);
      expect(body).toMatchObject(expected);
    }
  });
});

describe('comments and questions', () => {
  it('are listed newest first, by pages, and found', async () => {
    const person = await gateway.rows.person();
    const author = await person.pseudonym(open);
    const [hidden, comment, question] = [randomUUID(), randomUUID(), randomUUID()];
    const commented = async (commentId: string, text: string) => ({
      type: 'CommentSubmitted',
      data: { commentId, consultationId: open, author, assurance: 'email', text: await person.seal(open, text) },
    });
    const asked = async (questionId: string) => ({
      type: 'QuestionAsked',
      data: { questionId, unit: 'root', consultationId: open, author, assurance: 'email', text: await person.seal(open, 'Why?') },
    });
    await gateway.rows.record(await commented(hidden, 'rude words'), await commented(comment, 'kind words'), await asked(question), {
      type: 'CommentHidden',
      data: { commentId: hidden, consultationId: open, by, reason: 'Rude' },
    });
    const { body } = await gateway.api.get(`/consultations/${open}/comments`).expect(200);
    expect(body).toMatchObject({
      items: [
        { id: comment, text: 'kind words' },
        { id: hidden, text: null, hiddenReason: 'Rude' },
      ],
      next: null,
    });
    expect((await gateway.api.get(`/consultations/${open}/comments?cursor=1`).expect(200)).body).toEqual({
      items: [],
      next: null,
      count: 2,
    });
    expect(ids((await gateway.api.get(`/questions?status=open&consultationId=${open}`).expect(200)).body)).toEqual([question]);
    expect(ids((await gateway.api.get('/questions?status=answered').expect(200)).body)).toEqual([]);
    expect((await gateway.api.get(`/questions/${question}`).expect(200)).body).toMatchObject({
      id: question,
      text: 'Why?',
      status: 'open',
    });
    expect((await gateway.api.get(`/questions/${randomUUID()}`).expect(404)).body.code).toBe('QUESTION_NOT_FOUND');
  });
});
