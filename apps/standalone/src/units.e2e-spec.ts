import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, allPages } from '@isegoria/api-client';
import {
  acceptStatement,
  answerQuestion,
  askQuestion,
  changeSettings,
  closeConsultation,
  closeUnit,
  draftConsultation,
  draftPage,
  grantRole,
  listConsultations,
  listPendingStatements,
  listUnits,
  makeUnit,
  renameUnit,
  rootUnit,
  showConsultation,
  showOwnAccount,
  showPage,
  showQuestion,
  submitStatement,
  type DraftConsultation,
  type Role,
} from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { confirmed, publishedInPhases, registered, type Person } from './taking-part.fixture';

const refused = (code: string) => ({ problem: { code } });
const draft = (unit?: string): DraftConsultation => ({
  ...(unit === undefined ? {} : { unit }),
  title: 'A question',
  description: 'About it.',
  language: 'en',
  phases: [{ activities: [{ method: 'poll', options: ['Red', 'Green'] }] }],
});
const page = (unit: string) => ({ unit, kind: 'information', title: 'A page', body: 'About it.', language: 'en' }) as const;

describe('units, and roles that are held in one', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let root: ApiClient;
  let citizen: Person;
  let water: string;
  let rivers: string;
  let transport: string;
  let officialOfWater: ApiClient;
  let moderatorOfWater: ApiClient;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    root = await visitor.signIn(platform.operator.email, platform.operator.password);
    citizen = await registered(visitor);
    water = (await root.do(makeUnit, { above: rootUnit, name: 'Directorate of Water' })).id;
    transport = (await root.do(makeUnit, { above: rootUnit, name: 'Directorate of Transport' })).id;
    rivers = (await makeRivers()).id;
    officialOfWater = await somebody('official', water);
    moderatorOfWater = await somebody('moderator', water);
  }, 120_000);
  afterAll(() => platform?.stop());

  const makeRivers = () => root.do(makeUnit, { above: water, name: 'Rivers' }, { idempotencyKey: 'rivers' });
  async function somebody(role: Role, unit: string): Promise<ApiClient> {
    const { id, email } = await confirmed(visitor);
    await root.do(grantRole, { accountId: id, unit, role });
    return visitor.signIn(email, 'a long password');
  }
  const deliberationOf = async (unit: string) => {
    const phases = [{ activities: [{ method: 'deliberation' as const, statements: ['One', 'Two'] }] }];
    const { id, activities } = await publishedInPhases(root, { unit, phases }, [[0, 3_600_000]]);
    return { consultationId: id, activityId: activities[0]!.id };
  };

  it('are made below one another by administrators, and everybody reads the tree', async () => {
    expect([water, rivers]).toEqual([expect.stringMatching(/^root\.[0-9a-f]{8}$/), expect.stringMatching(`^${water}\\.[0-9a-f]{8}$`)]);
    expect((await makeRivers()).id).toBe(rivers);
    const { position } = await root.do(renameUnit, { unit: rivers, name: 'Rivers and Shores', names: { fr: 'Rivières et rivages' } });
    const reader = visitor.as({ after: position });
    const units = await allPages((cursor) => reader.ask(listUnits, { cursor }));
    const unset = { needsReview: false, setsReview: false, smallestGroup: 10, answerWithinDays: null, setsAnswerTerm: false };
    const unsaid = { reviewVersion: 0, smallestGroupVersion: 0, answerTermVersion: 0 };
    const known = { names: {}, closed: false, ...unset, ...unsaid, version: expect.any(Number) };
    expect(units).toEqual(
      expect.arrayContaining([
        { unit: rootUnit, name: null, above: null, ...known },
        { unit: water, name: 'Directorate of Water', above: rootUnit, ...known },
        { ...known, unit: rivers, name: 'Rivers and Shores', names: { fr: 'Rivières et rivages' }, above: water },
        { unit: transport, name: 'Directorate of Transport', above: rootUnit, ...known },
      ]),
    );
    expect(units[0]!.unit).toBe(rootUnit);
    for (const { api } of [citizen, { api: officialOfWater }]) {
      await expect(api.do(makeUnit, { above: water, name: 'Mine' })).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
    }
    await expect(root.do(makeUnit, { above: 'root.00000000', name: 'Lost' })).rejects.toMatchObject(refused('UNIT_NOT_FOUND'));
  });

  it('an official of one works there and below, and is refused elsewhere', async () => {
    const roles = (await officialOfWater.ask(showOwnAccount, {})).roles;
    expect(roles).toEqual([{ role: 'official', unit: water }]);
    for (const unit of [water, rivers]) {
      await officialOfWater.do(draftConsultation, draft(unit));
      await officialOfWater.do(draftPage, page(unit));
    }
    for (const unit of [rootUnit, transport, undefined]) {
      await expect(officialOfWater.do(draftConsultation, draft(unit))).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
    }
    await expect(officialOfWater.do(draftPage, page(transport))).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
    const { consultationId } = await deliberationOf(transport);
    const closing = officialOfWater.do(closeConsultation, { consultationId, reason: 'Not mine' });
    await expect(closing).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
  });

  it('drafts are seen by officials of their unit and of those above it', async () => {
    const drafted = await root.do(draftConsultation, draft(transport));
    const shown = { consultationId: drafted.id };
    const after = drafted.position;
    await expect(officialOfWater.as({ after }).ask(showConsultation, shown)).rejects.toMatchObject(refused('CONSULTATION_NOT_FOUND'));
    expect(await root.as({ after }).ask(showConsultation, shown)).toMatchObject({ unit: transport, status: 'draft' });
    const { id: pageId, position } = await root.do(draftPage, page(transport));
    await expect(officialOfWater.as({ after: position }).ask(showPage, { pageId })).rejects.toMatchObject(refused('PAGE_NOT_FOUND'));
  });

  it('are asked questions, of which each is answered by its own unit', async () => {
    const ofWater = await citizen.api.do(askQuestion, { unit: rivers, text: 'Is it clean?' });
    const ofTransport = await citizen.api.do(askQuestion, { ...(await about(transport)), text: 'When does it come?' });
    const answer = (questionId: string) => officialOfWater.do(answerQuestion, { questionId, text: 'Yes.' });
    await expect(answer(ofTransport.id)).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
    const { position } = await answer(ofWater.id);
    const reader = visitor.as({ after: position });
    expect(await reader.ask(showQuestion, { questionId: ofWater.id })).toMatchObject({ unit: rivers, status: 'answered' });
    expect(await reader.ask(showQuestion, { questionId: ofTransport.id })).toMatchObject({ unit: transport, status: 'open' });
  });
  const about = async (unit: string) => ({ consultationId: (await deliberationOf(unit)).consultationId });

  it('have their statements moderated by their own moderators', async () => {
    const [ours, others] = [await deliberationOf(rivers), await deliberationOf(transport)];
    const added: string[] = [];
    let after = 0;
    for (const { activityId } of [ours, others]) {
      const { id, position } = await citizen.api.do(submitStatement, { activityId, text: 'A further one' });
      added.push(id);
      after = position;
    }
    const pending = await moderatorOfWater.as({ after }).ask(listPendingStatements, {});
    expect(pending.items.map(({ id }) => id)).toEqual([added[0]]);
    const accept = (statementId: string) => moderatorOfWater.do(acceptStatement, { statementId });
    await accept(added[0]!);
    await expect(accept(added[1]!)).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
  });

  it('have administrators, who give roles there and nowhere else, and change no settings of the platform', async () => {
    const administrator = await somebody('administrator', water);
    const grant = (unit: string) => administrator.do(grantRole, { accountId: citizen.id, unit, role: 'analyst' });
    await grant(rivers);
    for (const unit of [rootUnit, transport]) await expect(grant(unit)).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
    await expect(administrator.do(changeSettings, { notice: { en: 'Mine' } })).rejects.toMatchObject(refused('FORBIDDEN_ROLE'));
  });

  it('list what is theirs and of all below them', async () => {
    const consultationsOf = (unit: string) => allPages((cursor) => visitor.ask(listConsultations, { unit, cursor }));
    const ofWater = await consultationsOf(water);
    expect(ofWater.length).toBeGreaterThan(0);
    expect(ofWater.filter(({ unit }) => unit !== water && !unit.startsWith(`${water}.`))).toEqual([]);
    expect((await consultationsOf(rootUnit)).length).toBeGreaterThan(ofWater.length);
  });

  it('when closed begin nothing new, nor does anything below them, and what was begun goes on', async () => {
    const { activityId } = await deliberationOf(rivers);
    const { position } = await root.do(closeUnit, { unit: water, reason: 'Merged with another directorate.' });
    for (const unit of [water, rivers]) {
      await expect(root.do(draftConsultation, draft(unit))).rejects.toMatchObject(refused('UNIT_CLOSED'));
      await expect(root.do(draftPage, page(unit))).rejects.toMatchObject(refused('UNIT_CLOSED'));
      await expect(citizen.api.do(askQuestion, { unit, text: 'Anybody?' })).rejects.toMatchObject(refused('UNIT_CLOSED'));
    }
    await expect(root.do(makeUnit, { above: rivers, name: 'Late' })).rejects.toMatchObject(refused('UNIT_CLOSED'));
    await expect(root.do(draftConsultation, draft('root.00000000'))).rejects.toMatchObject(refused('UNIT_NOT_FOUND'));
    await citizen.api.do(submitStatement, { activityId, text: 'Still here' });
    const reader = visitor.as({ after: position });
    const units = await allPages((cursor) => reader.ask(listUnits, { cursor }));
    const isClosed = (one: string) => units.find(({ unit }) => unit === one)?.closed;
    expect([rootUnit, transport, water, rivers].map(isClosed)).toEqual([false, false, true, true]);
  });

  it('verify from outside', async () => {
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0 });
  }, 60_000);
});
