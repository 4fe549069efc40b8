import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

describe('a consultation that is over', () => {
  const { get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('shows what came out on the first page of a decided consultation, and nothing that holds only while it is open', async () => {
    const { text } = await get(`/consultations/${ids.decided}`);
    expect(text).toMatch(/<section class="findings"[\s\S]*of the people chose it/);
    expect(text).toContain('<dt>Opened</dt>');
    expect(text).not.toMatch(/<dt>Opens<|until it closes/);
    expect((await get(`/consultations/${ids.poll}`)).text).toContain('until it closes');
  });

  it('says before the form that a comment or a question is still taken, and says no such thing while it is open', async () => {
    const still = /This consultation is over\. You can still (?:comment|ask the ministry)[\s\S]*name="text"/;
    for (const step of ['comments', 'questions']) {
      expect((await get(`/consultations/${ids.decided}/${step}`, session)).text).toMatch(still);
      expect((await get(`/consultations/${ids.poll}/${step}`, session)).text).not.toContain('is over');
    }
  });
});
