import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { limits } from '@isegoria/kernel';
import { ids } from '../testing/sample-data.fixture';
import { portalOnFakeApi, session } from '../testing/portal.fixture';

const comments = `/consultations/${ids.deliberation}/comments`;

describe('a form that no browser sent', () => {
  const { api, post, get, server, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);

  const raw = (body: string) =>
    request(server())
      .post(comments)
      .set({
        host: 'portal.example',
        origin: 'http://portal.example',
        cookie: session,
        'content-type': 'application/x-www-form-urlencoded',
      })
      .send(`key=a-key&${body}`);

  it.each(['a\nb', 'a\r\nX-Forged: b', 'ключ', 'a\u0000', 'k'.repeat(101), ' '])(
    'with the key %j is at fault itself, and not the platform',
    async (key) => {
      expect((await post(comments, { text: 'mine', key })).status).toBe(400);
      expect(api.lastWrite).toBeUndefined();
    },
  );

  it('with several keys is at fault itself', async () => {
    expect((await post(comments, { text: 'mine', key: ['a', 'b'] })).status).toBe(400);
    expect(api.lastWrite).toBeUndefined();
  });

  it.each(['text=caf%E9', 'text=%F0%9F%98', 'text=100%'])(
    'of %s, which is no UTF-8, is refused: what would be recorded is not what was sent',
    async (body) => {
      expect((await raw(body)).status).toBe(400);
      expect(api.lastWrite).toBeUndefined();
    },
  );

  it('in UTF-8 is taken as it is', async () => {
    expect((await raw('text=caf%C3%A9+%F0%9F%98%80')).status).toBe(303);
    expect(api.lastWrite?.body).toEqual({ text: 'café 😀' });
  });

  const part = (head: string, body: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  /** @param parts one character a byte */
  const multipart = (...parts: string[]) =>
    request(server())
      .post(comments)
      .set({
        host: 'portal.example',
        origin: 'http://portal.example',
        cookie: session,
        'content-type': 'multipart/form-data; boundary=b',
      })
      .send(Buffer.from(`${part('name="key"', 'a-key')}${parts.join('')}--b--\r\n`, 'latin1'));
  const asBytes = (text: string) => Buffer.from(text).toString('latin1');

  it.each([
    ['words', [part('name="text"', 'abc\xff')]],
    ['words that break off within a character', [part('name="text"', 'abc\xf0\x9f\x98')]],
    ['words that say that they are in UTF-8', [part('name="text"\r\nContent-Type: text/plain; charset=utf-8', 'abc\xff')]],
    ['the name of a field', [part('name="text"', 'abc'), part('name="te\xffxt"', 'abc')]],
    ['the name of a file', [part('name="text"', 'abc'), part('name="documentFile"; filename="Plan\xff.pdf"', 'abc')]],
    ['the encoded name of a file', [part('name="text"', 'abc'), part('name="f"; filename*=utf-8\'\'Plan%FF.pdf', 'abc')]],
  ])('with files is refused where %s are no UTF-8', async (_, parts) => {
    api.requests.length = 0;
    const { status, text } = await multipart(...parts);
    expect([status, api.lastWrite]).toEqual([400, undefined]);
    expect(text).toContain('is not in UTF-8');
  });

  it('with files and in UTF-8 is taken as it is', async () => {
    const words = asBytes('café 😀 \ufffd');
    expect((await multipart(part('name="text"', words), part('name="f"; filename="Pl\xc3\xa4n.pdf"', '\xff'))).status).toBe(303);
    expect(api.lastWrite?.body).toEqual({ text: 'café 😀 \ufffd' });
  });

  it('with more words than a form may have is refused whole', async () => {
    api.requests.length = 0;
    expect((await multipart(part('name="text"', 'x'.repeat(limits.formBytes)))).status).toBe(413);
    expect(api.lastWrite).toBeUndefined();
  });

  it('comes from an address that is in UTF-8, as every page does', async () => {
    for (const query of ['title=%FF', 'title=%E0%A0', 'a=%']) expect((await get(`/consultations?${query}`)).status).toBe(400);
    expect((await get('/consultations?title=caf%C3%A9')).status).toBe(200);
  });

  it('is answered as that of a visitor without a session where the cookie holds no token', async () => {
    for (const cookie of ['isegoria_session=a%0Ab', 'isegoria_session=%D0%BA', `isegoria_session=${'a'.repeat(300)}`])
      expect((await get('/', cookie)).status).toBe(200);
  });

  it('a search that is too long stays in its field, and nobody is asked', async () => {
    api.requests.length = 0;
    const typed = 'long'.repeat(60);
    const { status, text } = await get(`/search?q=${typed}`);
    expect(status).toBe(400);
    expect(text).toContain(`value="${typed}"`);
    expect(text).toContain('at most 200 characters');
    expect(api.requests.filter(({ path }) => path.startsWith('/search'))).toEqual([]);
  });
});
