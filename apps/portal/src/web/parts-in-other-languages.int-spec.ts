import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { linksOn } from '../testing/forms-of-the-portal.fixture';
import { spokenAsArabic, wronglySpoken } from '../testing/language-of-words.fixture';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, ids, pages } from '../testing/sample-data.fixture';

const { api, get, start, stop } = portalOnFakeApi();
beforeAll(start);
afterAll(stop);

/** Each with the language in which an office wrote it. */
const written = [...consultations, ...pages].map(({ title, language }) => ({ words: title, language }));

it('what an office wrote in another language says so, wherever it stands', async () => {
  api.account = official;
  const seen = new Set<string>();
  const wrong = new Set<string>();
  const ways = ['/', '/office', ...Object.values(ids).map((id) => `/consultations/${id}`)];
  for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
    const shape = path.replace(/=[^&]*/g, '=');
    if (seen.has(shape)) continue;
    seen.add(shape);
    const { text } = await get(path, session).set('accept-language', 'fr');
    ways.push(...linksOn(text));
    // The lists of what waits and of one's own words have titles of consultations without a language.
    if (/^\/(?:my|office\/moderation)\b/.test(path)) continue;
    for (const { words, language } of written)
      for (const place of wronglySpoken(text, words, language)) wrong.add(`${path.replace(/[0-9a-f-]{36}/g, ':id')}: ${words}: ${place}`);
  }
  expect([...wrong]).toEqual([]);
});

it('what an office says of a milestone and of an activity is in the language of their consultation, in links too', async () => {
  api.account = official;
  api.said = (field, value) => (field === 'title' && value === null ? 'Ce que vous savez' : field === 'language' ? 'fr' : value);
  for (const [path, words] of [
    ['/office', 'The libraries'],
    ['/transparency/officials', 'Fares'],
    [`/office/consultations/${ids.phased}`, 'Ce que vous savez'],
    [`/office/consultations/${ids.decided}/milestones/new`, 'Ce que vous savez'],
  ] as const) {
    const { text } = await get(path, session);
    expect([path, text.includes(words), wronglySpoken(text, words, 'fr')]).toEqual([path, true, []]);
  }
  api.said = (_, value) => value;
});

it('nothing that somebody wrote in English is read out as Arabic', async () => {
  api.account = official;
  const seen = new Set<string>();
  const wrong = new Set<string>();
  const ways = ['/', '/office', '/my', '/questions', '/transparency/officials', ...Object.values(ids).map((id) => `/consultations/${id}`)];
  for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
    const shape = path.replace(/=[^&]*/g, '=');
    if (seen.has(shape)) continue;
    seen.add(shape);
    const { text } = await get(path, session).set('accept-language', 'ar');
    ways.push(...linksOn(text));
    for (const place of spokenAsArabic(text)) wrong.add(`${path.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*/, '')}: ${place}`);
  }
  expect([...wrong]).toEqual([]);
});
