import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Esperanto, begun by somebody: one file in a folder, which the product meets when it starts. */
const esperanto = `msgid ""
msgstr ""
"Language: eo\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "start.title"
msgid "Have your say. See what comes of it."
msgstr "Diru vian opinion."

#, fuzzy
msgctxt "start.takePart"
msgid "Take part"
msgstr "Partopreni en io alia"

msgctxt "rejection.WRONG_CREDENTIALS"
msgid "The e-mail address or the password is not right."
msgstr "La adreso aŭ la pasvorto ne ĝustas."
`;
const folder = mkdtempSync(join(tmpdir(), 'texts-'));
writeFileSync(join(folder, 'eo.po'), esperanto);
process.env['TEXTS_FOLDER'] = folder;

const { portalOnFakeApi, session, official } = await import('./testing/portal.fixture');
const { consultations, ids } = await import('./testing/sample-data.fixture');

const portal = portalOnFakeApi();
beforeAll(portal.start);
afterAll(async () => {
  await portal.stop();
  rmSync(folder, { recursive: true });
});
const inLanguage = async (language: string, path: string, cookie = '') =>
  (await portal.get(path, cookie).set('accept-language', language)).text;

describe('a French visitor', () => {
  const french = (path: string, cookie = '') => inLanguage('fr-CA, en;q=0.5', path, cookie);

  it('reads the start page, with numbers and dates as in French', async () => {
    const text = await french('/');
    expect(text).toContain('<html lang="fr" dir="ltr"');
    expect(text).toContain('Donnez votre avis. Voyez ce qui en résulte.');
    expect(text).toContain('1\u202f893 personnes ont participé');
    expect(text).toMatch(/Ouverte encore \d+ jours, jusqu’au \d+ \S+ \d{4}/);
  });

  it('reads a consultation and its results', async () => {
    const consultation = await french(`/consultations/${ids.deliberation}`);
    expect(consultation).toContain('Qu’en pensez-vous\u202f?');
    const results = await french(`/consultations/${ids.deliberation}/results`);
    expect(results).toContain(`<title>Résultats\u202f: ${consultations[0]!.title}`);
    expect(results).toContain('Calculé jusqu’à la position 48\u202f231 du journal public');
  });

  it('is told in French what is wrong with a form, here and by the API', async () => {
    portal.api.refusal = { code: 'VALIDATION_FAILED', field: 'name' };
    const { text } = await portal.post('/register', { name: '', email: '', password: '', return: '' }, '').set('accept-language', 'fr');
    expect(text).toContain('Un problème est survenu');
    expect(text).toContain('Saisissez un nom de 120 caractères au plus.');
    portal.api.refusal = { code: 'WRONG_CREDENTIALS' };
    const signIn = await portal.post('/sign-in', { email: 'a@example.org', password: 'x' }, '').set('accept-language', 'fr');
    expect(signIn.text).toContain('L’adresse électronique ou le mot de passe est incorrect.');
  });
});

describe('a language whose file came into a folder', () => {
  it('is in the menu of every page, under its own name', async () => {
    for (const path of ['/', '/consultations', '/nowhere']) {
      expect(await inLanguage('en', path)).toContain(`?lang=eo" lang="eo" dir="ltr" hreflang="eo">Esperanto</a>`);
    }
  });

  it('is spoken where it has words, and English where it has none or outdated ones', async () => {
    const text = await inLanguage('eo', '/');
    expect(text).toContain('<html lang="eo" dir="ltr"');
    expect(text).toContain('Diru vian opinion.');
    expect(text).toContain('>Take part<');
    portal.api.refusal = { code: 'WRONG_CREDENTIALS' };
    const signIn = await portal.post('/sign-in', { email: 'a@example.org', password: 'x' }, '').set('accept-language', 'eo');
    expect(signIn.text).toContain('La adreso aŭ la pasvorto ne ĝustas.');
  });

  it('is one in which officials write, and the institution has a name', async () => {
    portal.api.account = { ...official, language: 'eo' };
    expect(await inLanguage('en', '/office/pages/new', session)).toContain('value="eo"');
    expect(await inLanguage('en', '/office/settings', session)).toContain('Name of the institution in Esperanto');
  });
});
