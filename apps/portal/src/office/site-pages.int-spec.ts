import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@isegoria/contracts';
import { sentBlank } from '../testing/forms-of-the-portal.fixture';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';

const editor = '/office/site-pages/accessibility';

describe('pages about the site', () => {
  const portal = portalOnFakeApi();
  beforeAll(portal.start);
  afterAll(portal.stop);
  beforeEach(() => {
    as('administrator');
    portal.api.facts = {};
  });
  const as = (...roles: Role[]) => void (portal.api.account = withRoles(...roles));

  it('are linked at the foot of every page, and say in words what is still blank', async () => {
    const { text } = await portal.get('/');
    for (const page of ['imprint', 'terms', 'privacy', 'accessibility', 'rules', 'cookies']) expect(text).toContain(`href="/${page}"`);
    expect((await portal.get('/privacy')).text).toContain('Still to be filled in: Legal basis');
    expect((await portal.get('/rules')).text).toMatch(/<h2[^>]*id="respect">Respect for people/);
  });

  it('show what was filled in, in another language where it is not in that of the page, and no blank then', async () => {
    portal.api.facts = { conformity: 'partial', barriers: { fr: 'Les cartes.\n<b>' }, examinedOn: '2026-11-02', examination: 'self' };
    const { text } = await portal.get('/accessibility');
    expect(text).toContain('partially compliant');
    expect(text).toMatch(/<div lang="fr" dir="ltr" class="citizen-text">Les cartes\.\n&lt;b/);
    expect(text).toContain('2 November 2026');
    expect(text).not.toContain('Still to be filled in: Non-accessible content');
    expect(text).toContain('Still to be filled in: Where to complain');
    portal.api.facts = { conformity: 'full' };
    expect((await portal.get('/accessibility')).text).not.toContain('id="barriers"');
  });

  it('are filled in by a plain form that begins with what is stated', async () => {
    portal.api.facts = { conformity: 'full', feedback: { ar: 'اكتبوا إلينا' } };
    const { text } = await portal.get(editor, session);
    expect(text).toMatch(/<option value="full" selected/);
    expect(text).toMatch(/<textarea[^>]*name="feedback\.ar"[^>]*>اكتبوا إلينا<\/textarea>/);
    const stated = {
      conformity: '',
      examinedOn: '2026-11-02',
      'barriers.en': ' Maps ',
      'barriers.fr': ' ',
      key: 'key-1',
    };
    const form = { ...sentBlank(editor, text), ...stated };
    const { status, headers } = await portal.post(editor, form);
    expect([status, headers['location']]).toEqual([303, '/office/site-pages?after=7']);
    expect(portal.api.lastWrite).toMatchObject({ method: 'PUT', path: '/site-pages/accessibility' });
    expect(portal.api.lastWrite!.body).toMatchObject({
      conformity: null,
      examinedOn: '2026-11-02',
      barriers: { en: 'Maps' },
      feedback: {},
    });
  });

  it('name to administrators what is missing, with the way to it', async () => {
    const { text } = await portal.get('/office/site-pages', session);
    expect(text).toContain('One thing is missing.');
    expect(text).toContain('Controller (French)');
    expect(text).toContain('href="/office/site-pages/privacy"');
    as('official');
    expect((await portal.get('/office/site-pages', session)).status).toBe(403);
    expect((await portal.get(editor, session)).status).toBe(403);
    expect((await portal.get('/office/site-pages/nothing', session)).status).toBe(404);
  });
});
