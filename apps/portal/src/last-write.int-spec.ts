import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from './testing/portal.fixture';
import { ids } from './testing/sample-data.fixture';

const { api, get, start, stop } = portalOnFakeApi();

beforeAll(start);
afterAll(stop);

describe('the last write of a visitor', () => {
  const asked = async (path: string) => {
    api.requests.length = 0;
    await get(path, session);
    return api.requests.map((request) => request.path).filter((each) => each.startsWith('/me'));
  };

  it.each(['/account?saved&after=7', '/account/profile?after=7'])('is in the account that %s shows', async (path) => {
    expect(await asked(path)).toEqual(['/me?after=7']);
  });

  it('is not waited for in the account where the page is about something else', async () => {
    expect(await asked(`/consultations/${ids.deliberation}?after=7`)).toEqual(['/me']);
  });
});
