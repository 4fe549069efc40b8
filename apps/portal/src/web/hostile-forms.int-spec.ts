import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
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
      .send(body);

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

  it('is answered as that of a visitor without a session where the cookie holds no token', async () => {
    for (const cookie of ['isegoria_session=a%0Ab', 'isegoria_session=%D0%BA', `isegoria_session=${'a'.repeat(300)}`])
      expect((await get('/', cookie)).status).toBe(200);
  });
});
