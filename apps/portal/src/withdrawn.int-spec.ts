import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi } from './testing/portal.fixture';
import { ids } from './testing/sample-data.fixture';

describe('what was withdrawn', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it.each([
    ['en', 'FILE_WITHDRAWN', `/files/${'a'.repeat(64)}`, 'This file was withdrawn.'],
    ['ar', 'FILE_WITHDRAWN', `/files/${'a'.repeat(64)}`, /سُ?حب/],
    ['fr', 'FILE_WITHDRAWN', `/files/${'a'.repeat(64)}`, /retiré/],
    ['en', 'PAGE_WITHDRAWN', `/pages/${ids.page}`, 'has withdrawn this page'],
    ['ar', 'PAGE_WITHDRAWN', `/pages/${ids.page}`, /سحب/],
    ['fr', 'PAGE_WITHDRAWN', `/pages/${ids.page}`, /retiré/],
  ] as const)('says so in the language of its reader, and is no file any more: %s, %s', async (language, code, path, words) => {
    api.refusal = { code };
    const { status, headers, text } = await get(path).set('accept-language', language);
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([410, 'text/html; charset=utf-8', undefined]);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain(`<html lang="${language}"`);
    const main = /<main[^]*<\/main>/.exec(text)![0];
    if (typeof words === 'string') expect(main).toContain(words);
    else expect(main).toMatch(words);
  });
});
