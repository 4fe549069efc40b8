import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { say, statusIn } from './raw-request.fixture';
import { openHouse, type House } from './rooms.fixture';

let house: House;
beforeAll(async () => (house = await openHouse({ REQUEST_HEAD_SECONDS: '1', REQUEST_SECONDS: '1' })));
afterAll(() => house.close());
beforeEach(() => void house.heard.splice(0));

const ask = (path: string, options: RequestInit = {}) => fetch(`${house.origin}${path}`, options);

describe('the way through the door', () => {
  it.each([
    ['/', 'portal'],
    ['/logs', 'portal'],
    ['/api', 'portal'],
    ['/api/v1/consultations?page=2&next=%2F..%2F', 'gateway'],
    ['/log', 'transparency-log'],
    ['/log?x=1', 'transparency-log'],
    ['/log/checkpoint', 'transparency-log'],
    ['//evil.example/x', 'portal'],
    ['/%D8%A3?q=%zz', 'portal'],
  ])('%s leads to the %s, with nothing of the address changed', async (path, room) => {
    const { status } = await ask(path);
    expect(status).toBe(200);
    expect(house.heard).toMatchObject([{ room, line: `GET ${path}` }]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('a %s without a body arrives without one', async (method) => {
    for (const type of [[], ['Content-Type: application/json']]) {
      await say(house.port, [`${method} /x HTTP/1.1`, 'Host: x', ...type, 'Connection: close', '', ''].join('\r\n'));
    }
    expect(house.heard.map(({ body }) => body)).toEqual(['', '']);
    for (const { headers } of house.heard) {
      expect(headers).not.toHaveProperty('transfer-encoding');
      expect(headers['content-length'] ?? '0').toBe('0');
    }
  });

  it('a body arrives with its length and its type', async () => {
    await ask('/x', { method: 'POST', body: '{"a":"ä"}', headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(house.heard).toMatchObject([
      { body: '{"a":"ä"}', headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': '10' } },
    ]);
  });

  it('a service that hangs up is unavailable, said as every error is, and in the language asked for', async () => {
    const answer = await ask('/broken', { headers: { 'accept-language': 'ar' } });
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      503,
      '2',
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    expect(await answer.json()).toMatchObject({ code: 'UNAVAILABLE', title: expect.stringMatching(/[\u0600-\u06ff]/) });
    expect(house.heard).toHaveLength(1);
  });

  it('an answer that breaks off does not look like a whole one', async () => {
    await expect(ask('/half').then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('whom a request asks (RFC 9112, section 3.2)', () => {
  const send = (line: string, ...headers: string[]) => say(house.port, [line, ...headers, 'Connection: close', '', ''].join('\r\n'));

  it.each([
    ['two hosts', ['Host: a', 'Host: b']],
    ['the same host twice', ['Host: a', 'host: a']],
    ['no host', []],
    ['two hosts in one', ['Host: a, b']],
    ['a host with a path', ['Host: a/b']],
    ['a host with a user', ['Host: me@a']],
  ])('is refused with %s', async (_, headers) => {
    expect(statusIn(await send('GET / HTTP/1.1', ...headers))).toBe(400);
    expect(house.heard).toEqual([]);
  });

  it('is what a whole address says, before the header', async () => {
    await send('GET http://localhost:81/api/v1/x?y=1 HTTP/1.1', 'Host: other.example');
    await send('GET HTTP://localhost?y=1 HTTP/1.1', 'Host: other.example');
    expect(house.heard).toMatchObject([
      { room: 'gateway', line: 'GET /api/v1/x?y=1', headers: { host: 'localhost:81', 'x-forwarded-host': 'localhost:81' } },
      { room: 'portal', line: 'GET /?y=1', headers: { host: 'localhost' } },
    ]);
  });

  const unclear = [
    'ftp://site.example/',
    'site.example:80',
    '*',
    'http://',
    'http://me@site.example/',
    '/a#b',
    '/log\\..\\metrics',
    '/\u00e4',
  ];
  it.each(unclear)('is refused for the target %s', async (target) => {
    expect(statusIn(await send(`GET ${target} HTTP/1.1`, 'Host: x'))).toBe(400);
    expect(house.heard).toEqual([]);
  });
});

describe('which version of HTTP a request speaks', () => {
  it.each(['', ' HTTP/0.9', ' HTTP/1.2', ' HTTP/2.0'])('is 1.0 or 1.1, and not "%s"', async (version) => {
    expect(statusIn(await say(house.port, `GET /${version}\r\nHost: x\r\nConnection: close\r\n\r\n`))).toBe(400);
    expect(house.heard).toEqual([]);
  });
});

describe('what is for the operator alone', () => {
  it.each([
    '/metrics',
    '/metrics/',
    '/METRICS',
    '/Metrics?x',
    '//metrics',
    '/%6Detrics',
    '/health',
    '/health/ready/',
    '/Health/ready',
    '/log/../metrics',
    '/log/%2e%2e/metrics',
    '/api/..%2fmetrics',
    '/api/..%5Cmetrics',
    '/%zz',
    '/./metrics',
    '/%2e/metrics',
    '/%2E/health/ready',
    '/metrics/.',
    '/.//metrics',
    'http://x/./metrics',
  ])('is not found at %s', async (path) => {
    expect(statusIn(await say(house.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))).toBe(404);
    expect(house.heard).toEqual([]);
  });

  it('is whether the platform lives and is ready', async () => {
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await ask('/health/ready')).json()).toEqual({ status: 'ready' });
  });
});

describe('a slow client', () => {
  it.each([
    ['with the head', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['with the body', 'POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf'],
  ])('%s is hung up on, and no service hears a whole request', async (_, bytes) => {
    const socket = connect(house.port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (piece: Buffer) => (heard += piece.toString())).on('error', () => undefined);
    await eventually(() => expect(socket.closed).toBe(true), 10_000);
    expect(heard === '' || statusIn(heard) === 408).toBe(true);
    expect(house.heard).toEqual([]);
  });
});
