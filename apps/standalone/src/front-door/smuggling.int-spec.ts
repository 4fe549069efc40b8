import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answersIn, say, statusIn } from './raw-request.fixture';
import { openHouse, type House } from './rooms.fixture';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());
beforeEach(() => void house.heard.splice(0));

const smuggled = 'POST /stolen HTTP/1.1\r\nHost: x\r\nContent-Length: 300\r\nContent-Type: text/plain\r\n\r\n';
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunked = `${chunk(smuggled)}0\r\n\r\n`;
const head = (line: string, ...headers: string[]) => [line, 'Host: x', ...headers, '', ''].join('\r\n');

/** What an administrator sends next over the same door, and what comes back. */
async function administratorAsks() {
  const headers = { cookie: 'session=administrator' };
  const answer = await fetch(`${house.origin}/api/v1/me`, { headers, signal: AbortSignal.timeout(3_000) });
  return answer.json();
}
const lines = () => house.heard.map(({ line }) => line);

/** Nothing but the request itself ever arrives, and the next visitor is answered as if nothing had been. */
async function isHarmless(outer: string): Promise<void> {
  expect(await administratorAsks()).toEqual({ room: 'gateway', line: 'GET /api/v1/me', cookie: 'session=administrator', body: '' });
  expect(lines().filter((line) => line !== 'GET /api/v1/me' && line !== outer)).toEqual([]);
  expect(lines().filter((line) => line === outer).length).toBeLessThanOrEqual(1);
}

describe('a body in chunks', () => {
  const methods = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'TRACE', 'QUERY', 'PROPFIND'];
  it.each(methods)('on %s is one request or none', async (method) => {
    await say(house.port, head(`${method} /api/v1/x HTTP/1.1`, 'Transfer-Encoding: chunked') + chunked);
    await isHarmless(`${method} /api/v1/x`);
  });

  it.each(['DELETE', 'OPTIONS', 'POST', 'PUT', 'PATCH'])('arrives whole with %s', async (method) => {
    await say(house.port, head(`${method} /api/v1/x HTTP/1.1`, 'Transfer-Encoding: chunked') + chunk('one') + chunk('two') + '0\r\n\r\n');
    expect(house.heard).toMatchObject([{ line: `${method} /api/v1/x`, body: 'onetwo' }]);
  });

  it.each(['GET', 'HEAD'])('is refused with %s, which gives a body no meaning (RFC 9110, section 9.3.1)', async (method) => {
    expect(statusIn(await say(house.port, head(`${method} / HTTP/1.1`, 'Transfer-Encoding: chunked') + chunked))).toBe(400);
    expect(statusIn(await say(house.port, head(`${method} / HTTP/1.1`, `Content-Length: ${smuggled.length}`) + smuggled))).toBe(400);
    expect(lines()).toEqual([]);
  });
});

describe('a frame that can be read in two ways is refused', () => {
  const hungUp = NaN;
  const te = 'Transfer-Encoding: chunked';
  it.each([
    ['length and chunks', ['Content-Length: 4', te]],
    ['chunks and length', [te, 'Content-Length: 4']],
    ['two lengths', ['Content-Length: 4', `Content-Length: ${smuggled.length}`]],
    ['a list of lengths', [`Content-Length: 4, ${smuggled.length}`]],
    ['a length with a sign', [`Content-Length: +${smuggled.length}`]],
    ['a length in hex', ['Content-Length: 0x04']],
    ['a length folded over two lines', ['Content-Length:', ' 4']],
    ['an encoding folded over two lines', ['Transfer-Encoding:', ' chunked']],
    ['a header folded over two lines', [te, 'X-Fold: a', ' Content-Length: 4']],
    ['a blank before the colon', ['Transfer-Encoding : chunked']],
    ['chunked twice', ['Transfer-Encoding: chunked, chunked']],
    ['chunked in two headers', [te, te]],
    ['an unknown encoding', ['Transfer-Encoding: xchunked']],
    ['chunked, and then another', ['Transfer-Encoding: chunked, identity']],
    ['an encoding below chunked', ['Transfer-Encoding: gzip, chunked']],
    ['identity', ['Transfer-Encoding: identity']],
    ['a vertical tab', ['Transfer-Encoding: \x0bchunked']],
    ['an empty encoding', ['Transfer-Encoding:']],
    ['a bare line feed in the head', [`X: y\n${te}`]],
    ['a bare carriage return in the head', [`X: y\r${te}`]],
    ['a NUL in the head', [`X: \0`, te]],
  ])('%s', async (_, headers) => {
    for (const method of ['POST', 'DELETE', 'GET']) {
      const heard = await say(house.port, head(`${method} /outer HTTP/1.1`, ...headers) + chunked);
      expect([400, hungUp]).toContainEqual(statusIn(heard));
      expect(answersIn(heard)).toBeLessThanOrEqual(1);
    }
    expect(lines()).toEqual([]);
    await isHarmless('none');
  });

  it('chunks over HTTP/1.0, which has none (RFC 9112, section 6.1)', async () => {
    expect(statusIn(await say(house.port, head('POST /outer HTTP/1.0', te) + chunked))).toBe(400);
    expect(lines()).toEqual([]);
  });

  it.each([
    ['a size in words', 'zz\r\n'],
    ['a size with a sign', '-1\r\n'],
    ['a size of twenty digits', `${'f'.repeat(20)}\r\n`],
    ['a chunk that is longer than its size', `1\r\n${smuggled}\r\n0\r\n\r\n`],
    ['a bare line feed behind the size', `4\nabcd\r\n0\r\n\r\n`],
  ])('%s', async (_, body) => {
    await say(house.port, head('POST /outer HTTP/1.1', te) + body);
    await isHarmless('POST /outer');
    expect(house.heard.filter(({ line }) => line === 'POST /outer')).toEqual([]);
  });
});

describe('what follows a request on its connection', () => {
  it('is a request of its own, or refused', async () => {
    const heard = await say(house.port, `${head('GET /first HTTP/1.1')}garbage\r\n\r\n${head('GET /second HTTP/1.1')}`);
    expect(lines().filter((line) => line !== 'GET /first')).toEqual([]);
    expect(heard).not.toContain('/second');
    await isHarmless('GET /first');
  });

  it('goes nowhere when the client said that nothing follows', async () => {
    await say(house.port, head('POST /short HTTP/1.1', 'Content-Length: 5', 'Connection: close') + 'hello' + smuggled);
    await isHarmless('POST /short');
  });

  it('goes nowhere when a body ends before its length', async () => {
    const socket = connect(house.port, '127.0.0.1');
    socket.end(head('POST /cut HTTP/1.1', 'Content-Length: 500') + smuggled);
    await new Promise((resolve) => socket.resume().once('close', resolve));
    await isHarmless('none');
  });

  it('is not decided by what the client calls headers of this connection', async () => {
    const names = 'Connection: close, content-length, host, cookie, x-forwarded-for, transfer-encoding';
    const others = ['Keep-Alive: 5', 'TE: trailers', 'Upgrade: h2c', 'Expect: 100-continue'];
    await say(house.port, head('POST /outer HTTP/1.1', names, 'Content-Length: 5', ...others) + 'hello');
    expect(house.heard).toMatchObject([{ body: 'hello', headers: { host: 'x', 'x-forwarded-for': '127.0.0.1' } }]);
    for (const name of ['keep-alive', 'te', 'upgrade', 'expect']) expect(house.heard[0]!.headers).not.toHaveProperty(name);
    await isHarmless('POST /outer');
  });
});
