import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from './testing/portal.fixture';
import { sentBlank } from './testing/forms-of-the-portal.fixture';
import { ids, placedPages } from './testing/sample-data.fixture';
import { official } from './testing/portal.fixture';

describe('the tree of the site', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  const [, guide, first] = placedPages;

  it('leads to the one address of a page from its id, from an earlier address and from any other way of writing it', async () => {
    for (const [asked, leadsTo] of [
      [`/pages/${guide!.id}`, '/site/permits'],
      [`/pages/${first!.id}?lang=fr&utm_source=mail`, '/site/permits/who?lang=fr&utm_source=mail'],
      ['/site/old/how', '/site/permits/how'],
      ['/site/Permits/', '/site/permits'],
      ['/site//permits//who', '/site/permits/who'],
    ]) {
      const { status, headers } = await get(asked!);
      expect([asked, status, headers['location'], headers['cache-control']]).toEqual([asked, 301, leadsTo, 'no-store']);
    }
    expect((await get('/site/permits')).status).toBe(200);
    expect((await get(`/pages/${ids.page}`)).status).toBe(200);
  });

  it('leads nowhere else, whatever stands in an address', async () => {
    const hostile = ['/site/nowhere', '/site/..%2f..%2fapi', '/site///evil.example', '/site/%2f%2fevil.example/', '/site/%00', `/site/${'a'.repeat(5_000)}`];
    for (const path of hostile) {
      const { status, headers } = await get(path);
      expect([path, [404, 400].includes(status), headers['location']]).toEqual([path, true, undefined]);
    }
  });

  it('has breadcrumbs, and the way through a guide', async () => {
    const { text } = await get('/site/permits/who');
    const crumbs = /<nav class="ds-breadcrumbs[^]*?<\/nav>/.exec(text)![0];
    expect([...crumbs.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['/site', '/site/permits']);
    expect(text).toMatch(/<nav class="guide-parts"[^]*<li aria-current="page"><span[^>]*>Who needs a permit<\/span><\/li>/);
    expect(/<nav class="along-guide"[^]*?<\/nav>/.exec(text)![0]).toMatch(/href="\/site\/permits" rel="prev"[^]*href="\/site\/permits\/how" rel="next"/);
    expect((await get('/site')).text).toMatch(/<a class="ds-link " href="\/site\/permits">[^]*href="\/site\/permits\/how"/);
  });

  it('is in the menu, in the footer and in the sitemap', async () => {
    const { text } = await get('/site/permits/who');
    const menu = /<nav class="site-nav site-topics"[^]*?<\/nav>/.exec(text)![0];
    expect([...menu.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['/site/about', '/site/permits', '/site']);
    expect(menu).toMatch(/href="\/site\/permits"[^>]*aria-current="true"/);
    expect(/<ul class="site-pages">[^]*?<\/ul>/.exec(text)![0]).toContain('href="/site/permits"');
    const sitemap = (await get('/sitemap/1.xml')).text;
    expect(sitemap).toMatch(/<loc>[^<]*\/site<\/loc>/);
  });

  it('is arranged without scripts: a page goes up or down its list, based on the version that was read', async () => {
    api.account = official;
    const page = await get('/office/site', session);
    const action = `/office/site/${first!.id}/order`;
    const form = sentBlank('/office/site', page.text, action);
    api.requests.length = 0;
    const { status, headers } = await post(action, form, session);
    expect([status, headers['location']]).toEqual([303, expect.stringContaining('/office/site?after=')]);
    const sent = api.requests.find(({ method }) => method === 'PUT');
    expect([sent?.path, sent?.body]).toEqual([`/pages/${first!.id}/place`, { above: guide!.id, before: null, address: 'who' }]);
    expect(sent?.headers['if-match']).toBe('"12"');
  });
});
