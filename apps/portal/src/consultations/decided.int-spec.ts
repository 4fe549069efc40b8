import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from '../testing/portal.fixture';
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
});
