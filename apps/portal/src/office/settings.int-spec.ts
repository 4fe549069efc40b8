import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlatformSettings, Role } from '@isegoria/contracts';
import { hostile, ids } from '../testing/sample-data.fixture';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';

const nothing: PlatformSettings = {
  institution: null,
  contactEmail: null,
  notice: null,
  contributionsPerPerson: null,
  editMinutes: null,
  answerWithinDays: null,
  staffNeedSecondFactor: null,
  timeZone: null,
  colour: null,
  crest: null,
  version: 5,
};
const page = '/office/settings';
/** What a browser sends of the form in which nothing stands. */
const blank = {
  ...Object.fromEntries(['institution', 'notice'].flatMap((name) => ['en', 'ar', 'fr'].map((language) => [`${name}.${language}`, '']))),
  ...{ contactEmail: '', timeZone: '', colour: '', crestAlt: '' },
  ...{ contributionsPerPerson: '', editMinutes: '', answerWithinDays: '', secondFactor: 'needed', version: '5' },
};

describe('settings in the office', () => {
  const portal = portalOnFakeApi();
  let position = 0;
  beforeAll(portal.start);
  afterAll(portal.stop);
  beforeEach(() => as('administrator'));
  const as = (...roles: Role[]) => void (portal.api.account = withRoles(...roles));
  /** As when an administrator has just changed them: a page with the position of the change. */
  async function changed(settings: PlatformSettings): Promise<string> {
    portal.api.settings = settings;
    position += 1;
    return (await portal.get(`/?after=${position}`, session)).text;
  }

  it('of which none was ever set leave every page as it was installed', async () => {
    const { text } = await portal.get('/');
    expect(text).toContain('<span class="ministry-name">Ministry of Public Participation</span>');
    expect(text).not.toContain('site-notice');
    expect(text).not.toContain('mailto:');
  });

  it('show the new name, contact and notice on the page after the change, and on everybody else’s', async () => {
    const settings: PlatformSettings = {
      institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
      contactEmail: 'contact@ministry.example',
      notice: { en: 'Closed on Friday.', ar: 'مغلق يوم الجمعة.' },
      contributionsPerPerson: null,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      crest: null,
      version: 5,
    };
    for (const text of [
      await changed(settings),
      ...(await Promise.all(
        ['/', '/consultations', `/consultations/${ids.deliberation}/results`, '/nowhere'].map(
          async (path) => (await portal.get(path)).text,
        ),
      )),
    ]) {
      expect(text).toContain('<span class="ministry-name">Ministry of Works</span>');
      expect(text).toMatch(/<title>[^<]* – Ministry of Works<\/title>/);
      expect(text).toMatch(
        /<section class="site-notice"[^>]* aria-label="Notice"><p[^>]*lang="en" dir="ltr">Closed on Friday\.<\/p><\/section><header/,
      );
      expect(text).toMatch(/Contact: <a [^>]*href="mailto:contact@ministry\.example"[^>]*>contact@ministry\.example<\/a>/);
    }
    const { text } = await portal.get('/').set('accept-language', 'ar');
    expect(text).toContain('<span class="ministry-name">وزارة الأشغال</span>');
    expect(text).toMatch(/aria-label="تنبيه"><p[^>]*lang="ar" dir="rtl">مغلق يوم الجمعة\.</);
  });

  it('in one language only are shown to everybody in that one, marked as such', async () => {
    await changed({ ...nothing, institution: { en: 'Ministry of Works' }, notice: { ar: 'مغلق' } });
    expect((await portal.get('/').set('accept-language', 'ar')).text).toContain('<span class="ministry-name">Ministry of Works</span>');
    expect((await portal.get('/')).text).toMatch(/aria-label="Notice"><p[^>]*lang="ar" dir="rtl">مغلق</);
  });

  it('change the page of results too, which is drawn once for everybody', async () => {
    const results = `/consultations/${ids.decided}/results`;
    expect((await portal.get(results)).text).not.toContain('Only now');
    await changed({ ...nothing, notice: { en: 'Only now' } });
    expect((await portal.get(results)).text).toContain('Only now');
    await changed(nothing);
    expect((await portal.get(results)).text).not.toContain('Only now');
  });

  it('become no markup, and no field of a message', async () => {
    const text = await changed({
      institution: { en: hostile },
      contactEmail: 'a?bcc=b&c@ministry.example',
      notice: { en: `${hostile}\nsecond line` },
      contributionsPerPerson: null,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      crest: null,
      version: 5,
    });
    expect(text).not.toMatch(/<script>|<img/);
    expect(text).toContain('href="mailto:a%3Fbcc%3Db%26c@ministry.example"');
  });

  it('tell times in the zone of the site, whichever the site was installed with', async () => {
    const consultation = `/consultations/${ids.deliberation}`;
    await changed({ ...nothing, timeZone: 'Asia/Kolkata' });
    expect((await portal.get(consultation)).text).toMatch(/<time[^>]*>[^<]* GMT\+5:30<\/time>/);
    await changed({ ...nothing, timeZone: 'Zone/Of-A-Newer-Release' });
    expect((await portal.get(consultation)).text).toMatch(/<time[^>]*>[^<]* UTC<\/time>/);
  });

  it('give the pages a colour in a file of its own, which a browser may keep', async () => {
    const text = await changed({ ...nothing, colour: '#7a1f2b' });
    const [, address] = /<link rel="stylesheet" href="(\/assets\/colours-7a1f2b\.[^"]*)"/.exec(text)!;
    const { status, headers, text: css } = await portal.get(address!);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(css).toContain('--ds-color-accent-base-default:#7a1f2b');
    expect(css).toContain('@media (prefers-color-scheme:dark)');
    const wrong = await changed({ ...nothing, colour: 'red"><script>' });
    expect(wrong).not.toContain('colours-');
  });

  const file = 'c'.repeat(64);
  const facts = { file, name: 'Crest.png', mediaType: 'image/png', size: 900, alt: 'A "heron"', width: 300, height: 400 } as const;
  const crest = { ...facts, withdrawn: false, withdrawnReason: null };

  it('put a crest at the top of every page, small and without words of its own, until its file is withdrawn', async () => {
    const text = await changed({ ...nothing, crest });
    expect(text).toMatch(new RegExp(`<img src="/crest/${file}/header.webp" alt(="")? width="300" height="400"`));
    expect(text).toContain(`<link rel="icon" href="/crest/${file}/icon.png"`);
    expect(text).not.toContain('class="emblem"');
    const after = await changed({ ...nothing, crest: { ...crest, withdrawn: true, withdrawnReason: 'Another’s.' } });
    expect(after).toContain('class="emblem"');
    expect(after).not.toContain('/crest/');
    const { crest: _, ...older } = nothing;
    expect(await changed(older as PlatformSettings)).toContain('class="emblem"');
  });

  it('keep the crest that is there, take another one, and let it go', async () => {
    await changed({ ...nothing, crest });
    const { text } = await portal.get(page, session);
    expect(/<input[^>]*Crest\.png"[^>]*>/.exec(text)?.[0]).toMatch(/(?=.*checked)(?=.*name="crest")/);
    expect(text).toMatch(/value="A &quot;heron&quot;"[^>]*name="crestAlt"/);
    const sent = async (form: object) => {
      await portal.post(page, { ...blank, ...form });
      return (portal.api.lastWrite!.body as { crest: unknown }).crest;
    };
    expect(await sent({ crest: `${file} Crest.png`, crestAlt: ' A swan ' })).toEqual({ file, name: 'Crest.png', alt: 'A swan' });
    expect(await sent({})).toBeNull();
    portal.api.refusal = { code: 'FILE_NOT_FOUND', field: 'crest' };
    const refused = await portal.post(page, { ...blank, crest: `${file} Crest.png`, crestAlt: 'A swan' });
    expect(refused.text).toMatch(/href="#settings-crest[^"]*">/);
  });

  it('are asked of the API every few seconds, and not for each page', async () => {
    const before = portal.api.settingsAsked;
    for (let visit = 0; visit < 20; visit++) await portal.get('/accessibility');
    expect(portal.api.settingsAsked - before).toBeLessThanOrEqual(2);
    // A link with a position that is made up makes nobody but an administrator ask.
    as('official');
    for (let visit = 0; visit < 20; visit++) await portal.get(`/accessibility?after=${1_000 + visit}`, session);
    expect(portal.api.settingsAsked - before).toBeLessThanOrEqual(3);
  });

  it('are changed by a plain form that begins with what is set', async () => {
    await changed({
      institution: { en: 'Ministry of Works' },
      contactEmail: 'contact@ministry.example',
      notice: { ar: 'مغلق' },
      contributionsPerPerson: 12,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      crest: null,
      version: 5,
    });
    expect((await portal.get('/office', session)).text).toContain(`href="${page}"`);
    const { text } = await portal.get(page, session);
    expect(text).toMatch(/value="Ministry of Works"[^>]*name="institution\.en"/);
    expect(text).toMatch(/type="email" value="contact@ministry.example"[^>]*name="contactEmail"/);
    expect(text).toMatch(/<textarea[^>]*name="notice\.ar"[^>]*>مغلق<\/textarea>/);
    const form = {
      ...blank,
      'institution.en': ' Ministry of Roads ',
      'notice.fr': 'Deux\r\nlignes',
      'notice.ar': ' ',
      contributionsPerPerson: ' 20 ',
      timeZone: 'Africa/Cairo',
      colour: ' #0B5C6B ',
      key: 'key-1',
    };
    const { status, headers } = await portal.post(page, form);
    expect([status, headers['location']]).toEqual([303, `${page}?after=7`]);
    expect(portal.api.lastWrite).toMatchObject({ method: 'PUT', path: '/settings' });
    expect(portal.api.lastWrite!.body).toEqual({
      institution: { en: 'Ministry of Roads' },
      contactEmail: null,
      notice: { fr: 'Deux\nlignes' },
      contributionsPerPerson: 20,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: 'Africa/Cairo',
      colour: '#0B5C6B',
      crest: null,
    });
    expect(portal.api.lastWrite!.headers['idempotency-key']).toBe('key-1');
  });

  it('that somebody else changed meanwhile are shown beside what was typed, and replaced only by what is sent after that', async () => {
    await changed({ ...nothing, institution: { en: 'Ministry of Works' }, editMinutes: 30 });
    const drawn = (await portal.get(page, session)).text;
    expect(drawn).toContain('name="version" value="5"');
    await changed({ ...nothing, institution: { en: 'Ministry of Works and Rails' }, editMinutes: 30, version: 9 });
    portal.api.refusal = { code: 'VERSION_CHANGED' };
    const form = { ...blank, 'institution.en': `Ministry of Roads ${hostile}`, editMinutes: '30', secondFactor: 'free' };
    const { status, text } = await portal.post(page, form);
    expect(portal.api.lastWrite!.headers['if-match']).toBe('"5"');
    expect(status).toBe(412);
    expect(text).toContain('This has been changed since you opened it.');
    expect(text).toContain('name="version" value="9"');
    expect(text).toMatch(/Ministry of <\/span><mark><bdi[^>]*>Only here: <\/bdi><span lang>Works and Rails<\/span><\/mark>/);
    expect(text).toMatch(/Ministry of <\/span><mark><bdi[^>]*>Only here: <\/bdi><span lang>Roads &lt;script>/);
    expect(text).toMatch(/value="Ministry of Roads &lt;script>[^"]*"[^>]*name="institution\.en"/);
    expect(text).toMatch(/after any sign-in<\/span><\/mark>[\s\S]*<option value="free" selected/);
    expect(text.match(/class="compared"/g)).toHaveLength(2);
  });

  it('that are wrong as well stay those of the version on which they are based', async () => {
    await changed({ ...nothing, version: 9 });
    portal.api.refusal = { code: 'VALIDATION_FAILED', field: 'contactEmail' };
    const { text } = await portal.post(page, { ...blank, contactEmail: 'nobody' });
    expect(text).toContain('name="version" value="5"');
    expect(text).not.toContain('class="compared"');
    portal.api.refusal = { code: 'VERSION_CHANGED' };
    await portal.post(page, { ...blank, contactEmail: 'a@ministry.example', version: 'forged' });
    expect(portal.api.lastWrite!.headers['if-match']).toBe('"-1"');
  });

  it.each([
    ['institution.en', 'Enter a name of at most 120 characters, or leave it empty.'],
    ['institution.fr', 'Enter a name of at most 120 characters, or leave it empty.'],
    ['contactEmail', 'Enter an e-mail address like name@example.org.'],
    ['notice.en', 'Enter a notice of at most 500 characters, or leave it empty.'],
    ['notice.ar', 'Enter a notice of at most 500 characters, or leave it empty.'],
  ])('keep what was typed when %s is refused', async (field, message) => {
    portal.api.refusal = { code: 'VALIDATION_FAILED', field };
    const { status, text } = await portal.post(page, { ...blank, 'institution.en': 'typed name', 'notice.en': `typed ${hostile}` });
    expect(status).toBe(400);
    expect(text).toContain(`href="#settings-${field}">${message}`);
    expect(text).toContain('value="typed name"');
    expect(text).toMatch(/<textarea[^>]*>typed &lt;script>/);
  });

  it('are closed to everybody but administrators', async () => {
    as('official', 'moderator', 'analyst', 'auditor');
    expect((await portal.get(page, session)).status).toBe(403);
    expect((await portal.post(page, { 'notice.en': 'Forged' })).status).toBe(403);
    expect((await portal.get(page)).headers['location']).toBe(`/sign-in?return=${encodeURIComponent(page)}`);
    expect(portal.api.lastWrite).toBeUndefined();
    expect((await portal.post(page, { noticeEn: 'Forged' }, '')).status).toBe(401);
    expect(portal.api.lastWrite?.headers.authorization).toBeUndefined();
    expect((await portal.get('/office', session)).text).not.toContain(`href="${page}"`);
  });

  it('hold while the API is out of reach', async () => {
    await changed({ ...nothing, institution: { en: 'Ministry of Works' } });
    await portal.api.stop();
    const { status, text } = await portal.get('/');
    expect([status, (await portal.get('/transparency')).status]).toEqual([503, 200]);
    expect(text).toContain('<span class="ministry-name">Ministry of Works</span>');
  });
});
