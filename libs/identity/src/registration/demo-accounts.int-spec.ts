import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noSettings, settingsStream } from '@isegoria/content';
import { by, newPerson, startIdentity, type RunningIdentity } from '../identity.fixture';
import { changePassword } from '../password/password.contract';

const known = 'isegoria-demo';
const refused = { code: 'VALIDATION_FAILED', details: { field: 'password', params: { constraint: 'isUncommon' } } };

describe('a password that everybody knows', () => {
  let identity: RunningIdentity;
  const ofDemo = { ...newPerson(), email: 'citizen@example.org', password: known };
  beforeAll(async () => {
    identity = await startIdentity({ PUBLIC_URL: 'http://localhost:8080', DEMO_ACCOUNTS: `official@example.org,${ofDemo.email}` });
  });
  afterAll(() => identity?.stop());

  it('is taken for the accounts of the demo, which the start names, and for nobody else', async () => {
    await expect(identity.register({ ...newPerson(), password: known })).rejects.toMatchObject(refused);
    expect(await identity.register(ofDemo)).toMatchObject({ account: { email: ofDemo.email } });
  });

  it('is chosen by nobody later, not by those of the demo either', async () => {
    const { account } = await identity.register(ofDemo);
    const self = by({ accountId: account.id, roles: [], assurance: 'anonymous' });
    await expect(identity.send(changePassword.subject, { password: known, newPassword: known }, self)).rejects.toMatchObject({
      details: { field: 'newPassword', params: { constraint: 'isUncommon' } },
    });
  });

  it('is refused to them, too, where others come', async () => {
    process.env['PUBLIC_URL'] = 'https://participate.example';
    await expect(identity.register(ofDemo)).rejects.toMatchObject(refused);
    process.env['PUBLIC_URL'] = 'http://localhost:8080';
  });

  it('is one with the name of the institution, as the settings have it', async () => {
    const person = { ...newPerson(), password: 'canals-summer-2026' };
    expect(await identity.register(person)).toMatchObject({ account: { email: person.email } });
    const data = { ...noSettings, institution: { en: 'Directorate of Canals' }, by: randomUUID() };
    const metadata = { at: new Date().toISOString(), correlationId: randomUUID() };
    await identity.store.append(settingsStream, [{ type: 'SettingsChanged', data, id: randomUUID(), metadata }], 'any');
    await expect(identity.register({ ...newPerson(), password: person.password })).rejects.toMatchObject(refused);
  });
});
