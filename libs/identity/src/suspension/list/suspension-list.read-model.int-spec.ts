import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit, type Actor, type Page, type QueryContract, type Role } from '@isegoria/kernel';
import type { Reading } from '@isegoria/projection';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import {
  listSuspensions,
  showAuthorsSuspension,
  showOwnSuspension,
  type SuspensionListState,
  type SuspensionRecord,
} from './suspension-list.contract';
import { suspensionAnswers } from './suspension-list.read-model';

describe('the list of suspensions', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const reason = 'Insults';
  const moderator = randomUUID();
  const holding = (role: Role, unit = rootUnit): Actor => ({ accountId: moderator, roles: [{ role, unit }], assurance: 'email' });

  async function give<View>(query: QueryContract<never, object>, asked: object, reader: Actor): Promise<View> {
    await stage.projected();
    const reading = { rows: stage.dataSource, keys: stage.freshKeys(), reader } as unknown as Reading;
    const found = suspensionAnswers.find((one) => (one.query as object) === query)!;
    return (await found.give(asked as never, reading)) as View;
  }
  const idsIn = async (state: SuspensionListState) => {
    const page = await give<Page<SuspensionRecord>>(listSuspensions as never, { state }, holding('moderator'));
    return page.items.map(({ id }) => id);
  };
  const record = (suspensionId: string, type: string, data: object) =>
    stage.record(`suspension-${suspensionId}`, { type, data: { suspensionId, by: moderator, reason, ...data } } as never);

  async function suspended(accountId: string, days = 7): Promise<string> {
    const [suspensionId, until] = [randomUUID(), new Date(Date.now() + days * 86_400_000).toISOString()];
    await record(suspensionId, 'SuspensionOrdered', { until, rule: 'respect', role: 'administrator' });
    const data = { accountId, suspensionId, until, by: moderator, reason };
    await stage.record(`suspended-${accountId}`, { type: 'AccountSuspended', data });
    return suspensionId;
  }
  async function appealed(accountId: string, suspensionId: string): Promise<void> {
    const sealed = await stage.keys.seal(accountId, suspensionId, { event: suspensionId, field: 'text' }, 'It was a joke');
    await stage.record(`appealed-${suspensionId}`, { type: 'SuspensionAppealed', data: { suspensionId, text: { sealed } } } as never);
  }
  const person = async () => {
    const accountId = randomUUID();
    await stage.keys.create([accountId]);
    return accountId;
  };

  it('tells those that run from those that are over, and from those with an appeal that waits', async () => {
    const [first, second, third] = [await person(), await person(), await person()];
    const [running, over, replaced] = [await suspended(first), await suspended(second, -1), await suspended(third)];
    const later = await suspended(third);
    expect(await idsIn('running')).toEqual([later, running]);
    expect(await idsIn('ended')).toEqual([replaced, over]);
    await appealed(first, running);
    await appealed(third, later);
    expect(await idsIn('appealed')).toEqual([later, running]);
    await record(running, 'SuspensionAppealDecided', { granted: true });
    await record(later, 'SuspensionAppealDecided', { granted: false });
    expect([await idsIn('appealed'), await idsIn('running')]).toEqual([[], [later]]);
    expect(await give(showOwnSuspension as never, {}, { ...holding('moderator'), accountId: first, roles: [] })).toMatchObject({
      ...{ id: running, isRunning: false, rule: 'respect', accountId: null },
      appeal: { text: 'It was a joke', granted: true, reason },
    });
    await record(later, 'SuspensionEnded', {});
    expect(await idsIn('running')).toEqual([]);
  });

  it('says of an author whether a suspension is in force, and never whose account it is', async () => {
    const accountId = await person();
    const context = randomUUID();
    await stage.keys.seal(accountId, context, { event: context, field: 'text' }, 'An insult');
    const author = await stage.keys.pseudonym(accountId, context);
    const ofAuthor = (reader: Actor) => give(showAuthorsSuspension as never, { author }, reader);
    await expect(ofAuthor(holding('moderator'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await suspended(accountId);
    expect(await ofAuthor(holding('administrator'))).toMatchObject({ id, accountId: null, orderedAs: 'administrator', isRunning: true });
    await expect(ofAuthor(holding('moderator', 'root.1f0c22aa'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await record(id, 'SuspensionEnded', {});
    await expect(ofAuthor(holding('moderator'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says whose account it is to administrators of the site alone, and to nobody once it is erased', async () => {
    const accountId = await person();
    const id = await suspended(accountId);
    const whose = async (reader: Actor) => {
      const page = await give<Page<SuspensionRecord>>(listSuspensions as never, {}, reader);
      return page.items.find((one) => one.id === id)?.accountId;
    };
    expect([await whose(holding('administrator')), await whose(holding('moderator'))]).toEqual([accountId, null]);
    expect(await whose(holding('administrator', 'root.1f0c22aa'))).toBeUndefined();
    await stage.record(`erased-${accountId}`, { type: 'AccountErased', data: { accountId, by: accountId, reason: null } });
    expect(await whose(holding('administrator'))).toBeNull();
  });
});
