import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

describe('the portal', () => {
  const { get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('sends every page packed, but not one that another site had a browser ask for', async () => {
    for (const path of [
      '/',
      `/consultations/${ids.deliberation}`,
      `/consultations/${ids.deliberation}/results`,
      '/questions',
      '/nowhere',
    ]) {
      const packed = async (site: string) =>
        (await get(path).set({ 'accept-encoding': 'gzip', 'sec-fetch-site': site })).headers['content-encoding'];
      expect([path, await packed('same-origin'), await packed('none')]).toEqual([path, 'gzip', 'gzip']);
      expect([path, await packed('cross-site'), await packed('same-site')]).toEqual([path, undefined, undefined]);
    }
  });

  it('sends a dashboard packed to browsers that take it so', async () => {
    const path = `/consultations/${ids.deliberation}/results`;
    const { headers, text } = await get(path).set('accept-encoding', 'gzip');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect((await get(path).set('accept-encoding', 'identity')).text).toBe(text);
  });

  it('says how much a person may still add before anybody writes', async () => {
    const page = `/consultations/${ids.deliberation}`;
    for (const [step, words] of [
      ['', 'You can add up to 30 statements here; you have 29 left.'],
      ['/comments', 'You can add up to 30 comments here; you have 28 left.'],
      ['/questions', 'You can ask up to 30 questions here; you have 29 left.'],
    ] as const) {
      expect((await get(page + step, session)).text).toContain(words);
      expect((await get(page + step)).text).not.toContain(words.slice(0, 18));
    }
    expect((await get('/questions', session)).text).toContain('You can ask up to 30 questions a month; you have 29 left.');
  });
});
