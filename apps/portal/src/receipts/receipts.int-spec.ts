import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeQR } from 'qr/decode.js';
import { leafText } from '@isegoria/merkle-log';
import { portalOnFakeApi, session } from '../testing/portal.fixture';
import { genuineForm, ids } from '../testing/sample-data.fixture';

/** Reads a QR code as a camera would see it, from the path that draws its dark modules. */
function scanned(path: string): string {
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [scale, margin] = [4, 4];
  const width = (Math.max(...dark.map(([x]) => x)) + 1 + margin) * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [x, y] of dark) {
    for (let row = y * scale; row < (y + 1) * scale; row++)
      data.fill(0, (row * width + x * scale) * 4, (row * width + (x + 1) * scale) * 4);
  }
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return decodeQR({ width, height: width, data });
}

const { api, get, post, start, stop } = portalOnFakeApi();

beforeAll(start);
afterAll(stop);

describe('checking a receipt', () => {
  it('shows the steps of the answer', async () => {
    const { text } = await post('/receipts/check', { receipt: ' isegoria-receipt.2.a.b ' }, '');
    expect(api.lastWrite?.body).toEqual({ receipt: 'isegoria-receipt.2.a.b' });
    expect(text).toContain('This contribution is in the log, unaltered.');
    expect(text.match(/data-outcome="ok"/g)).toHaveLength(4);
  });

  it('says in words what it is for and where, and whether a later choice replaced it', async () => {
    const said = async () => (await post('/receipts/check', { receipt: 'isegoria-receipt.2.a.b' }, '')).text;
    const hash = 'ab'.repeat(32);
    const place = { v: 1, seq: 48_230, stream: 'ballot-a-b', revision: 0, id: ids.comment, time: '2026-01-31T12:00:00Z' } as const;
    api.leaf = leafText({ ...place, type: 'StatementVoteCast', schema: 1, data: hash, metadata: hash });
    expect(await said()).toContain('It is for your vote on a statement, recorded on 31 January 2026');
    const data = { consultationId: ids.deliberation };
    api.log = { '/log/entries': `${JSON.stringify({ data: Buffer.from(JSON.stringify(data)).toString('base64') })}\n` };
    const known = await said();
    expect(known).toMatch(new RegExp(`<a[^>]* href="/consultations/${ids.deliberation}"`));
    expect(known).toContain('No later choice of yours has replaced it.');
    api.standing = { replacedBy: 48_229, late: false };
    expect(await said()).not.toContain('No later choice');
    api.standing = { replacedBy: null, late: false };
    const response = { consultationId: ids.surveyed, activityId: ids.survey, voter: 'p-4', answers: 'a commitment' };
    const saidOf = async (data: object, cookie: string) => {
      api.log = { '/log/entries': `${JSON.stringify({ data: Buffer.from(JSON.stringify(data)).toString('base64') })}\n` };
      const { text } = await post('/receipts/check', { receipt: 'isegoria-receipt.2.a.b' }, cookie);
      return { isBeyond: text.includes('not counted: the quota was full'), mayBe: text.includes('nobody else is told') };
    };
    expect(await saidOf(response, session)).toEqual({ isBeyond: false, mayBe: false });
    api.hasClosed = true;
    expect(await saidOf(response, session)).toEqual({ isBeyond: true, mayBe: false });
    expect(await saidOf({ ...response, answers: 'an earlier one' }, session)).toEqual({ isBeyond: false, mayBe: false });
    expect(await saidOf({ ...response, voter: 'p-5' }, session)).toEqual({ isBeyond: false, mayBe: true });
    expect(await saidOf(response, '')).toEqual({ isBeyond: false, mayBe: true });
    Object.assign(api, { hasClosed: false, leaf: '{}', log: {}, standing: { replacedBy: null, late: false } });
    expect(await said()).not.toContain('data-about');
  });

  it('says that the contribution was replaced, or came too late', async () => {
    const said = async () => (await post('/receipts/check', { receipt: 'isegoria-receipt.2.a.b' }, '')).text;
    api.standing = { replacedBy: 48_229, late: false };
    expect(await said()).toContain('It was replaced by a later vote of yours, entry 48,230.');
    api.standing = { replacedBy: null, late: true };
    expect(await said()).toContain('It arrived after the closing: it is in the log, but it does not count.');
    api.standing = { replacedBy: null, late: false };
    expect(await said()).not.toMatch(/replaced by|after the closing/);
  });

  it('says whether what was written is what was recorded, and asks only if something was written', async () => {
    const said = async (words: string) => (await post('/receipts/check', { receipt: 'isegoria-receipt.2.a.b', words }, '')).text;
    api.words = 'same';
    expect(await said('Two\r\nlines')).toContain('These are exactly the words that were recorded.');
    expect(api.lastWrite?.body).toEqual({ receipt: 'isegoria-receipt.2.a.b', words: 'Two\nlines' });
    api.words = 'different';
    expect(await said('Two lines')).toContain('The recorded words are different.');
    api.words = null;
    expect(await said(' ')).not.toMatch(/These are exactly the words|words are different/);
    expect(api.lastWrite?.body).toEqual({ receipt: 'isegoria-receipt.2.a.b' });
  });

  it('says that a forged one does not hold, and keeps its text', async () => {
    api.refusal = { code: 'RECEIPT_INVALID' };
    const { status, text } = await get('/receipts/check?receipt=isegoria-receipt.2.forged');
    expect(status).toBe(422);
    expect(text).toContain('This receipt does not hold.');
    expect(text).toContain('>isegoria-receipt.2.forged</textarea>');
  });

  it('takes the short link of a QR code', async () => {
    const { text } = await get('/receipts?r=isegoria-receipt.2.a.b');
    expect(api.lastWrite).toMatchObject({ path: '/receipts/checks', body: { receipt: 'isegoria-receipt.2.a.b' } });
    expect(text).toContain('This contribution is in the log, unaltered.');
    for (const path of ['/receipts?r=a&r=b', '/receipts?r[x]=a', '/receipts/check?receipt=a&receipt=b'])
      expect((await get(path)).status).toBe(200);
  });

  it('asks for one when none was pasted', async () => {
    api.refusal = { code: 'VALIDATION_FAILED', field: 'receipt' };
    expect((await post('/receipts/check', { receipt: '' }, '')).text).toContain('Paste a receipt first.');
  });
});

describe('a receipt as a file', () => {
  it('is its text and nothing else', async () => {
    const { text, headers } = await get(`/receipts/file?r=${genuineForm}`);
    expect(text).toBe(genuineForm);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="receipt.txt"');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['', 'words', '<b>', genuineForm.slice(0, -1), 'a'.repeat(5_000)])('is not made of what is no receipt: %s', async (text) => {
    const { status, headers } = await get(`/receipts/file?r=${encodeURIComponent(text)}`);
    expect([status, headers['location']]).toEqual([303, '/receipts/check']);
  });
});

describe('a receipt on paper', () => {
  it('has its text, its entry, and a QR code with the address of the site that the visitor came to', async () => {
    const { text } = await get(`/receipts/print?r=${genuineForm}`)
      .set('x-forwarded-host', 'participate.example')
      .set('x-forwarded-proto', 'https');
    expect(text).toContain(`${genuineForm}</pre>`);
    expect(text).toContain(ids.comment);
    expect(text).toContain('https://participate.example/receipts<');
    const path = /<svg[^>]*role="img" aria-label="QR code[^>]*>.*?<path d="([^"]+)"/.exec(text)![1];
    expect(scanned(path!)).toBe(`https://participate.example/receipts?r=${genuineForm}`);
  });

  it.each(['', 'words', '<b>', 'isegoria-receipt.2.e30.AAAA', genuineForm.slice(0, -1), 'a'.repeat(5_000)])(
    'is not made of what is no receipt: %s',
    async (text) => {
      const { status, headers } = await get(`/receipts/print?r=${encodeURIComponent(text)}`);
      expect([status, headers['location']]).toEqual([303, '/receipts/check']);
    },
  );
});
