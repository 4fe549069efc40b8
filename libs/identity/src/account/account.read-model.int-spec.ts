import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { AccountEvent } from '../contract';
import { accountById, accountList } from './account.read-model';

describe('the list of accounts', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  async function registered(name: string): Promise<string> {
    const accountId = randomUUID();
    await stage.keys.create([accountId]);
    const profile = {
      sealed: await stage.keys.seal(
        accountId,
        'account',
        { event: accountId, field: 'profile' },
        JSON.stringify({ email: `${name}@example.org`, name, language: 'ar' }),
      ),
    };
    await record(accountId, { type: 'AccountRegistered', data: { accountId, profile } });
    return accountId;
  }

  const record = (accountId: string, event: AccountEvent) => stage.record(`account-${accountId}`, event);
  const view = async (accountId: string) => (await stage.projected(), accountById(stage.dataSource, stage.freshKeys(), accountId));

  /** Of an account that had roles, or that never had any. */
  const versions = (hadRoles: boolean) => ({ version: expect.any(Number), rolesVersion: hadRoles ? expect.any(Number) : 0 });

  it('shows a registered person with the opened profile, confirmed once the address was', async () => {
    const id = await registered('Amal');
    expect(await view(id)).toEqual({
      id,
      name: 'Amal',
      email: 'Amal@example.org',
      language: 'ar',
      roles: [],
      assurance: 'anonymous',
      ...versions(false),
    });
    await record(id, { type: 'EmailConfirmed', data: { accountId: id } });
    expect(await view(id)).toMatchObject({ assurance: 'email' });
  });

  it('shows the roles that were granted and not revoked, each once a unit', async () => {
    const id = await registered('Official');
    const by = randomUUID();
    const [root, below] = ['root', 'root.1f0c22aa'];
    const change = (type: 'RoleGranted' | 'RoleRevoked', role: 'moderator' | 'official', unit: string) =>
      record(id, { type, data: { accountId: id, role, unit, by } });
    await change('RoleGranted', 'moderator', root);
    await change('RoleGranted', 'moderator', below);
    await change('RoleGranted', 'official', below);
    await change('RoleGranted', 'official', below);
    await change('RoleRevoked', 'moderator', root);
    expect(await view(id)).toMatchObject({
      roles: [
        { role: 'official', unit: below },
        { role: 'moderator', unit: below },
      ],
    });
    await change('RoleRevoked', 'official', root);
    expect((await view(id))!.roles).toHaveLength(2);
  });

  it('lists people newest first, and imported accounts only when asked for', async () => {
    const [older, newer, imported] = [await registered('Older'), await registered('Newer'), randomUUID()];
    await record(imported, { type: 'AccountImported', data: { accountId: imported, by: older, source: 'spec', externalId: '7' } });
    await stage.projected();
    const ids = async (options: object) => (await accountList(stage.dataSource, stage.keys, options)).items.map(({ id }) => id);
    expect((await ids({})).slice(0, 2)).toEqual([newer, older]);
    expect(await ids({})).not.toContain(imported);
    expect((await ids({ imported: true })).slice(0, 3)).toEqual([imported, newer, older]);
    const blank = { name: '', email: '', language: 'en', roles: [] };
    expect(await view(imported)).toEqual({ id: imported, ...blank, assurance: 'anonymous', ...versions(false) });
    await record(imported, { type: 'AccountVouchedFor', data: { accountId: imported, by: older, level: 'register' } });
    expect(await view(imported)).toMatchObject({ assurance: 'register' });
  });

  it('keeps the account and loses the profile when the key is destroyed', async () => {
    const id = await registered('Erased');
    await stage.projected();
    await stage.dataSource.query('DELETE FROM vault.person_key WHERE person_id = $1', [id]);
    expect(await view(id)).toMatchObject({ id, name: '', email: '' });
  });

  it('shows that an account was erased, without profile and roles, among the others', async () => {
    const [id, imported] = [await registered('Erased'), randomUUID()];
    await record(id, { type: 'EmailConfirmed', data: { accountId: id } });
    await record(id, { type: 'RoleGranted', data: { accountId: id, role: 'official', unit: 'root', by: id } });
    await stage.record(`erased-${id}`, { type: 'AccountErased', data: { accountId: id, by: id, reason: null } });
    await record(imported, { type: 'AccountImported', data: { accountId: imported, by: id, source: 'spec', externalId: '8' } });
    await stage.record(`erased-${imported}`, { type: 'AccountErased', data: { accountId: imported, by: id, reason: 'Asked for' } });
    const erased = { name: '', email: '', language: 'en', roles: [], erased: true };
    expect(await view(id)).toEqual({ id, ...erased, assurance: 'email', ...versions(true) });
    expect(await view(imported)).toEqual({ id: imported, ...erased, assurance: 'anonymous', ...versions(false) });
    const ids = async (options: object) => (await accountList(stage.dataSource, stage.keys, options)).items.map((account) => account.id);
    expect((await ids({}))[0]).toBe(id);
    expect((await ids({ imported: true })).slice(0, 2)).toEqual([imported, id]);
    expect(await stage.dataSource.query('SELECT profile FROM account WHERE id = $1', [id])).toEqual([{ profile: null }]);
  });

  it('holds no name and no address in the rows', async () => {
    const id = await registered('Secret');
    await stage.projected();
    const [row] = await stage.dataSource.query('SELECT account::text AS stored FROM account account WHERE id = $1', [id]);
    expect(row.stored).not.toMatch(/Secret/i);
  });

  it('knows nobody under an id that is none', async () => {
    expect(await view(randomUUID())).toBeUndefined();
    expect(await view(`' OR true --`)).toBeUndefined();
  });
});
