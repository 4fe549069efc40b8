import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSentences } from '../../testing/language-of-words.fixture';
import { portalOnFakeApi } from '../../testing/portal.fixture';
import { id, ids, officialActions } from '../../testing/sample-data.fixture';
import { deliberationResults } from '../../testing/sample-results.fixture';
import { services } from '../../testing/sample-services.fixture';

describe('what officials did', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  const path = '/transparency/officials';

  it('is a table for everybody, each line with its entry in the log', async () => {
    const { text } = await get(path);
    expect(text).toContain('Hid a comment');
    expect(text).toMatch(/Official 3f2a91c0[\s\S]*Account 9b1cdd02: Moderator/);
    expect(asSentences(text)).toMatch(/Exported contributions.*Votes, under pseudonyms.*Reason: For the report &lt;script>/);
    expect(text).toContain('Erased an account on request');
    expect(text).toContain('One of a batch of accounts; which one is not published');
    expect(text).toContain(`<a class="ds-link " href="/log/receipts/${officialActions[0]!.eventId}">1,234</a>`);
    expect(text).toContain(`href="/questions/${ids.answeredQuestion}"`);
    expect(text).toMatch(new RegExp(`href="/pages/${ids.page}"><bdi lang dir="auto">Fares &lt;`));
    expect(text).not.toContain('<script>alert');
    expect((await get(`${path}?lang=fr`)).text).toMatch(/Motif\s:\sCela insulte, [^<]+<[^>]+>It named a private person\./);
  });

  it('says which activity, which words and which answer an act was about, as the reader reads them', async () => {
    const read = (await get(`${path}?lang=fr`)).text;
    const rowOf = (n: number) => read.split('</tr>').find((row) => row.includes(`/log/receipts/${id(n)}`));
    const [accepted, answered, published] = [46, 47, 48].map(rowOf);
    expect(accepted).toContain(`href="/consultations/${ids.deliberation}"><bdi lang="fr" dir="ltr">Que faire du vieux port ?</bdi>`);
    expect(accepted).toMatch(/<bdi lang="en"[^>]*>Say it in your words<\/bdi>/);
    expect(accepted).toContain(deliberationResults.activities[0]!.statements[0]!.text);
    expect(answered).toContain(`href="/consultations/${ids.deliberation}/answers?only=${ids.statement}"`);
    expect(published).toMatch(new RegExp(`href="/services/${ids.service}"><bdi[^>]*>${services[0]!.words.title}`));
  });

  it('is filtered by kind and paged without scripts', async () => {
    const { text } = await get(`${path}?kind=role-granted`);
    expect(api.requests.at(-1)!.path).toBe('/officials/actions?kind=role-granted');
    expect(text.match(/<tr>/g)).toHaveLength(2);
    expect(text).toContain('<option value="role-granted" selected>');
    expect(text).toContain(`href="${path}?kind=role-granted&amp;cursor=7"`);
    expect((await get(`${path}?kind=role-granted&cursor=7`)).text).toContain(`href="${path}?kind=role-granted"`);
  });

  it('says that there is nothing of a kind, and shows everything for a kind that is none', async () => {
    expect((await get(`${path}?kind=page-withdrawn`)).text).toContain('There is nothing of this kind on record.');
    await get(`${path}?kind=sign-in&kind=x`);
    expect(api.requests.map((one) => one.path)).toContain('/officials/actions');
  });
});
