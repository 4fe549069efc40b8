import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listConsultations, listReadModels, showResults } from '@isegoria/contracts';
import { ApiClient } from '@isegoria/api-client';
import { startPlatform, type TestPlatform } from '@isegoria/testing';
import { npmRun } from './npm-run.fixture';
import { published } from './taking-part.fixture';

describe('filling the read models again under npm start', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform();
    const office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
    await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
  }, 240_000);
  afterAll(() => platform?.stop());

  it('is done by one command while pages answer, and changes nothing that they show', async () => {
    const visitor = new ApiClient(platform.origin);
    const shown = async () => {
      const { items } = await visitor.ask(listConsultations, {});
      const results = await Promise.all(items.map(({ id }) => visitor.ask(showResults, { consultationId: id })));
      return results.map((figures) => ({ ...figures, position: 0, computedAt: '' }));
    };
    const before = await shown();
    let [asked, running] = [0, true];
    const reader = (async () => {
      for (; running; asked++) expect(await shown()).toEqual(before);
    })();
    const { code, said } = await npmRun('rebuild', ['--data', platform.folder]);
    running = false;
    await reader;
    expect([code, said]).toEqual([0, expect.stringContaining('consultations is filled again')]);
    expect(said).toContain('officials is filled again');
    expect(asked).toBeGreaterThan(0);
    const { out } = await npmRun('read-models', ['status', '--data', platform.folder]);
    expect(out).toMatch(/^consultations, version \d+: position \d+$/m);
    const { items } = await visitor.ask(listReadModels, {});
    expect(items.map(({ group }) => group)).toContain('consultations');
    expect(items.filter(({ stopped }) => stopped !== null)).toEqual([]);
  }, 120_000);

  it('says in one sentence what is wrong', async () => {
    expect(await npmRun('rebuild', ['votes', '--data', platform.folder])).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no group votes'),
    });
    expect(await npmRun('rebuild', ['--data', '/nowhere'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('parts.json cannot be read'),
    });
  });
});
