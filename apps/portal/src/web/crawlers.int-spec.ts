import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { consultations, ids } from '../testing/sample-data.fixture';

describe('what programs look for on a site', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = 'https://portal.example';
    await start();
    api.settings = { ...api.settings, contactEmail: 'office+web@ministry.example' };
  });
  afterAll(async () => {
    delete process.env['PUBLIC_URL'];
    await stop();
  });

  it('robots.txt keeps crawlers from pages of one person, and leads them to the sitemap', async () => {
    const { text, headers } = await get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/account\nDisallow: \/office\n/);
    expect(text).toContain('Sitemap: https://portal.example/sitemap.xml');
  });

  it('the sitemap leads to every public consultation, page and answer, and to no draft', async () => {
    const index = (await get('/sitemap.xml')).text;
    expect(index).toContain('<loc>https://portal.example/sitemap/1.xml</loc>');
    const { text, headers } = await get('/sitemap/1.xml');
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=3600');
    for (const { id, status } of consultations) expect([id, text.includes(`/consultations/${id}<`)]).toEqual([id, status !== 'draft']);
    for (const path of ['/', `/pages/${ids.page}`, `/questions/${ids.answeredQuestion}`])
      expect(text).toContain(
        `<loc>https://portal.example${path}</loc><xhtml:link rel="alternate" hreflang="en" href="https://portal.example${path}?lang=en"/>`,
      );
    expect(text.match(/<xhtml:link /g)).toHaveLength(3 * text.match(/<loc>/g)!.length);
    expect((await get('/sitemap/2.xml')).status).toBe(404);
    expect((await get('/sitemap/0.xml')).status).toBe(404);
  });

  it('the sitemap is made once, however often it is asked for', async () => {
    await get('/sitemap.xml');
    api.requests.length = 0;
    for (let time = 0; time < 10; time++) await get('/sitemap/1.xml');
    expect(api.requests).toEqual([]);
  });

  it('security.txt names the contact that an administrator set, until a day that is not far (RFC 9116)', async () => {
    const { text, headers } = await get('/.well-known/security.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain('Contact: mailto:office+web@ministry.example\n');
    expect(text).toContain('Preferred-Languages: en, ar, fr\n');
    expect(text).toContain('Canonical: https://portal.example/.well-known/security.txt\n');
    const days = (Date.parse(/Expires: (.*)/.exec(text)![1]!) - Date.now()) / 86_400_000;
    expect(days > 80 && days < 366).toBe(true);
  });


  it('a page says what it is about, and at which address it stands', async () => {
    const { text } = await get(`/consultations/${ids.deliberation}?after=7&lang=en`);
    expect(text).toMatch(/<meta name="description" content="The last freight ship left the old harbour[^"]*…"/);
    expect(text).toContain('<meta property="og:title" content="How should the old harbour be used?"');
    expect(text).toContain(`<link rel="canonical" href="https://portal.example/consultations/${ids.deliberation}"`);
    expect(text).toContain(`hreflang="ar" href="https://portal.example/consultations/${ids.deliberation}?lang=ar"`);
    expect((await get('/')).text).toContain('<meta name="description" content="Take part in public consultations');
  });

  it('a page of one person, and one that is not there, is for no index', async () => {
    for (const [path, cookie] of [
      ['/account', `__Host-${session}`],
      ['/nowhere', ''],
    ] as const) {
      const { text } = await get(path, cookie);
      expect([path, text.includes('content="noindex"'), text.includes('canonical')]).toEqual([path, true, false]);
    }
  });

  it('a file goes packed by brotli or gzip, whoever asks', async () => {
    const css = /href="(\/assets\/site[^"]*)"/.exec((await get('/')).text)![1]!;
    const encoding = async (accepted: string) => (await get(css).set('accept-encoding', accepted)).headers['content-encoding'];
    expect([await encoding('gzip, deflate, br'), await encoding('gzip'), await encoding('identity')]).toEqual(['br', 'gzip', undefined]);
  });
});

describe('a site whose address nobody set', () => {
  const { get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  it('names no address that a request made up where others could see it, and has no security.txt without a contact', async () => {
    expect((await get('/').set('host', 'evil.example')).text).not.toContain('evil.example');
    expect((await get('/robots.txt').set('host', 'evil.example')).headers['cache-control']).toBe('no-store');
    expect((await get('/.well-known/security.txt')).status).toBe(404);
  });
});
