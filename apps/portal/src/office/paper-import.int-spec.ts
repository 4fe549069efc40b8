import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { limits } from '@isegoria/kernel';
import { docx, paragraph, point, run } from '@isegoria/portal-kit/documents/reading/documents.fixture';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { unescaped } from '../testing/forms-of-the-portal.fixture';
import { account, hostile, ids } from '../testing/sample-data.fixture';

const at = 'phases[0].activities[0].';
const fileField = `${at}document.file.asDocument`;
/** A draft with a paper, as its page has it. */
const draft = {
  ...{ unit: 'root', language: 'en', countsFrom: 'email', title: 'A clean air act', description: 'What do you say?' },
  ...{ summary: '', contact: '', decidedBy: '', decidedWhen: '', pictureAlt: '', answerWithinDays: '', 'phases[0].title': '' },
  ...{ [`${at}method`]: 'document', [`${at}title`]: '', [`${at}document`]: 'As typed.', [`${at}moderation`]: 'before' },
};
type Fields = Record<string, string>;
type Sent = readonly [bytes: Buffer | string, name: string];

describe('a text that comes from a file', () => {
  const { api, server, start, stop } = portalOnFakeApi();
  beforeAll(async () => {
    process.env['DOCUMENT_WORKER'] = join(process.cwd(), 'dist/portal/document.worker.js');
    await start();
  });
  afterAll(stop);
  beforeEach(() => void (api.account = official));

  const send = (path: string, field: string, fields: Fields, file?: Sent) => {
    const sending = request(server()).post(path).set({ host: 'portal.example', origin: 'http://portal.example', cookie: session });
    const typed = sending.field({ key: randomUUID(), ...fields });
    return file ? typed.attach(field, Buffer.from(file[0]), file[1]) : typed;
  };
  const inDraft = (fields: Fields, file?: Sent) => send('/office/consultations', fileField, { ...draft, ...fields }, file);
  const read = (file?: Sent) => inDraft({ change: `in ${at} read` }, file);
  const drafted = () => api.requests.filter(({ method, path }) => method === 'POST' && path === '/consultations').map(({ body }) => body);
  const textIn = (html: string) =>
    unescaped(/<textarea[^>]*name="phases\[0\]\.activities\[0\]\.document"[^>]*>([^<]*)/.exec(html)?.[1] ?? '');
  const hiddenIn = (html: string, name: string) =>
    unescaped(new RegExp(`name="[^"]*document\\.${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
  const waiting = (html: string) => ({
    [`${at}document.pending`]: hiddenIn(html, 'pending'),
    [`${at}document.source`]: hiddenIn(html, 'source'),
    [`${at}document.losses`]: hiddenIn(html, 'losses'),
  });

  it('is shown with what it lost, waits beside what was typed, and is used only when somebody says so', async () => {
    const file = await docx(
      paragraph(run('Article 1'), 'H1') +
        paragraph(`${run('The air is clean.')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        point(`Cars ${hostile.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}`, 1),
    );
    const shown = await read([file, `${hostile}.docx`.replace(/["/]/g, '')]);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain(hostile);
    expect(shown.text).toContain('1 footnote stands at the end');
    expect(textIn(shown.text)).toBe('As typed.');
    const pending = waiting(shown.text);
    expect(pending[`${at}document.pending`]).toMatch(/^# Article 1\n\nThe air is clean\.\[1\]\n\n1\\?\. Cars .*\n\n\[1\] As of 2024\.$/);

    const undecided = await inDraft(pending);
    expect([undecided.status, drafted()]).toEqual([422, []]);
    expect(undecided.text).toContain(`href="#draft-${at}document.pending"`);
    expect(waiting(undecided.text)).toEqual(pending);

    const taken = await inDraft({ ...pending, change: `in ${at} take` });
    expect([taken.status, textIn(taken.text)]).toEqual([200, pending[`${at}document.pending`]]);
    expect(waiting(taken.text)[`${at}document.pending`]).toBe('');
    const dropped = await inDraft({ ...pending, change: `in ${at} drop` });
    expect([textIn(dropped.text), waiting(dropped.text)[`${at}document.pending`]]).toEqual(['As typed.', '']);

    await inDraft({ [`${at}document`]: textIn(taken.text) });
    expect(drafted()).toMatchObject([{ phases: [{ activities: [{ document: pending[`${at}document.pending`] }] }] }]);
  });

  it('is where the page goes once it is read, and the page goes to whatever another button changed: it is long', async () => {
    const ledTo = (html: string) => /<\w+[^>]* autofocus[^>]*>(?:\s*<[^>]*>)*([^<]*)/.exec(html.slice(html.indexOf('<main')))?.[1];
    const file: Sent = ['# Act\n\nWords', 'act.md'];
    const shown = await read(file);
    expect(ledTo(shown.text)).toContain('This was read');
    const pending = waiting(shown.text);
    const goes = async (change: string, fields: Fields = {}) => ledTo((await inDraft({ ...fields, change })).text);
    expect(await goes(`in ${at} take`, pending)).toBe('How it will be read');
    expect(await goes(`in ${at} preview`)).toBe('How it will be read');
    const changes = ['add survey 0', 'add phase', 'remove 0 0'];
    expect(await Promise.all(changes.map((change) => goes(change)))).toEqual(['Survey', 'Phase 2', 'Phase 1']);
  });

  it('is read whichever button was pressed, and another change is made all the same', async () => {
    const saved = await inDraft({}, ['# Act\n\nWords', 'act.md']);
    expect([saved.status, waiting(saved.text)[`${at}document.pending`], drafted()]).toEqual([200, '# Act\n\nWords', []]);
    const more = await inDraft({ change: 'add phase' }, ['# Act\n\nWords', 'act.md']);
    expect(waiting(more.text)[`${at}document.pending`]).toBe('# Act\n\nWords');
    expect(more.text).toContain('phases[1].title');
  });

  it.each<[what: string, says: string, file: () => Sent | undefined]>([
    ['no file', 'Choose a file first', () => undefined],
    ['an empty file', 'This file is empty', () => ['', 'a.md']],
    ['a file that is too large', 'larger than 5 MB', () => [Buffer.alloc(limits.fileBytes + 1, 97), 'a.md']],
    ['another kind', 'Choose a text in Word (DOCX, without macros)', () => ['%PDF-1.7', 'a.pdf']],
    ['a wrong name', 'does not', () => ['<!doctype html><p>x', 'a.md']],
    ['a damaged file', 'it is damaged or protected', () => ['PK\x03\x04 and no more', 'a.docx']],
    ['no words', 'There is no paragraph', () => ['<html><img src=x>', 'a.html']],
    ['too many characters', '100,001 characters', () => ['a'.repeat(100_001), 'a.txt']],
    ['too many paragraphs', '501 headings and paragraphs', () => [`<html>${'<p>a'.repeat(501)}`, 'a.html']],
    ['a long paragraph', '4,001 characters', () => [`# A\n\n${'b'.repeat(4_001)}`, 'a.md']],
  ])('of %s is told at its field, and nothing that was typed is lost', async (what, says, file) => {
    const { status, text } = await read(file());
    expect(status).toBe(422);
    expect(unescaped(text)).toContain(what === 'a wrong name' ? 'is something other than what is in it' : says);
    expect(text).toContain(`href="#draft-${fileField}"`);
    expect(textIn(text)).toBe('As typed.');
  });

  it('that was made to take for ever is given up, while everybody else is answered', async () => {
    let isDone = false;
    const bomb = await docx('<w:p/>'.repeat(490_000));
    expect(bomb.length).toBeLessThan(20_000);
    const endless = read([bomb, 'a.docx']).then((answer) => ((isDone = true), answer));
    const others = await request(server()).get('/about').set('host', 'portal.example');
    expect([others.status < 500, isDone]).toEqual([true, false]);
    const { status, text } = await endless;
    expect([status, text]).toEqual([422, expect.stringContaining('takes too much room or time')]);
  });

  it('is brought to a further version as well', async () => {
    const path = `/office/papers/${ids.paper}`;
    const form = { document: 'As typed.', reason: 'Better words', seen: '', version: '900' };
    const shown = await send(path, 'document.file.asDocument', { ...form, change: 'read' }, ['<html><h1>Act</h1><p>New', 'a.html']);
    expect([shown.status, hiddenIn(shown.text, 'pending')]).toEqual([200, '# Act\n\nNew']);
    const pending = hiddenIn(shown.text, 'pending');
    expect(shown.text).toContain('value="Better words"');
    const undecided = await send(path, '', { ...form, 'document.pending': pending });
    expect([undecided.status, undecided.text.includes('Say first whether')]).toEqual([422, true]);
    const taken = await send(path, '', { ...form, 'document.pending': pending, change: 'take' });
    expect(taken.text).toMatch(/<textarea[^>]*name="document"[^>]*>\n?# Act\n\nNew</);
    const none = await send(path, '', { ...form, change: 'read' });
    expect([none.status, none.text.includes('Choose a file first')]).toEqual([422, true]);
  });

  it('keeps every annotation in its place that had one, whatever was lost with a paragraph before', async () => {
    const document = '# Article 1\n\nThe air of every city is clean.';
    const form = { document, reason: 'Shorter', seen: '', version: '900', change: 'preview' };
    const { text } = await send(`/office/papers/${ids.paper}`, '', form);
    expect(text).toContain('2 annotations keep their place. None loses it.');
  });

  it('says of annotations whose words it changed that a version took them up', async () => {
    const page = (path: string) => request(server()).get(path).set({ host: 'portal.example', cookie: session });
    expect((await page(`/papers/${ids.paper}/lost`)).text).toContain('Version 2 follows this');
    expect((await page(`/papers/${ids.paper}/versions/2`)).text).toContain('This version takes up 1 annotation.');
  });

  it('is not read for anybody who may not draft', async () => {
    api.account = account;
    const { text } = await read(['# Act\n\nWords', 'act.md']);
    expect(text).not.toContain('document.pending');
  });
});
