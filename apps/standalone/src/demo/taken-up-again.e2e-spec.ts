import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient, allPages } from '@isegoria/api-client';
import { listOfficialActions } from '@isegoria/contracts';
import { startPlatform, type TestPlatform } from '@isegoria/testing';

const within = 170_000;

/** Cut off after its last step, the seeding takes every step again, also where consultations have closed by then. */
describe('a demo that was cut off', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startPlatform({ demo: true, within });
  });
  afterAll(() => platform.stop());

  it('is taken up again, and nothing that officials did is there twice', async () => {
    const acts = async () => {
      const api = new ApiClient(platform.origin);
      return (await allPages((cursor) => api.ask(listOfficialActions, { cursor }))).map(({ eventId }) => eventId);
    };
    const before = await acts();
    expect(before.length).toBeGreaterThan(30);
    await platform.interrupt();
    rmSync(join(platform.folder, 'demo.json'));
    platform = await startPlatform({ demo: true, folder: platform.folder, within });
    expect(await acts()).toEqual(before);
  });
});
