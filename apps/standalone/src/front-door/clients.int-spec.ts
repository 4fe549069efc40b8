import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { StartRefused } from '../start-refused';
import { openHouse, type House } from './rooms.fixture';

let house: House;
const open: Socket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await house.close();
});

const live = '/api/v1/consultations/1/live';

/** Opens a live stream for somebody behind a proxy on this machine; `status` comes with the first bytes. */
function watch(client: string, path = live): Promise<number> {
  const head = `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(house.port, '127.0.0.1', () => socket.write(head));
    open.push(socket);
    socket.once('data', (bytes: Buffer) => resolve(Number(bytes.toString('latin1').slice(9, 12)))).once('error', reject);
  });
}
const asked = async (headers: Record<string, string>) => {
  await fetch(`${house.origin}/`, { headers });
  return house.heard.at(-1)!.headers;
};

describe('who the client is', () => {
  const believable = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'x' };
  const forged = { ...believable, forwarded: 'for=1.1.1.1', 'x-real-ip': '1.1.1.1' };

  it('is said by a trusted proxy', async () => {
    house = await openHouse();
    const headers = await asked(forged);
    expect(headers).toMatchObject(believable);
    for (const name of ['forwarded', 'x-real-ip']) expect(headers).not.toHaveProperty(name);
  });

  it('is said by the connection where no proxy is trusted with it', async () => {
    house = await openHouse({ TRUSTED_PROXIES: '192.0.2.0/24' });
    const headers = await asked(forged);
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `127.0.0.1:${house.port}`,
    });
  });

  it('is the nearest address that is no trusted proxy, whatever the client put before it', async () => {
    house = await openHouse({ TRUSTED_PROXIES: 'loopback, 192.0.2.0/24' });
    expect((await asked({ 'x-forwarded-for': '10.9.9.9, 203.0.113.9, 192.0.2.7' }))['x-forwarded-for']).toBe('203.0.113.9');
    expect((await asked({ 'x-forwarded-for': 'nonsense' }))['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('has to be put so that it can be read', async () => {
    house = await openHouse();
    for (const [name, value] of [
      ['TRUSTED_PROXIES', 'everybody'],
      ['CLIENT_CONNECTIONS', '0'],
      ['CLIENT_LIVE_STREAMS', 'many'],
    ] as const) {
      await expect(openHouse({ [name]: value })).rejects.toThrow(StartRefused);
    }
  });
});

describe('three hundred viewers of a live page', () => {
  it('leave the site to everybody else, and leave nothing behind when they go', async () => {
    house = await openHouse();
    const statuses = await Promise.all(Array.from({ length: 300 }, (_, n) => watch(`203.0.${n >> 8}.${n & 255}`)));
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(house.live()).toBe(300);
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(house.origin, { signal: AbortSignal.timeout(5_000) })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (const socket of open.splice(0)) socket.destroy();
    await eventually(() => expect(house.live()).toBe(0));
  });
});

describe('one client', () => {
  it('has so many live streams, under whatever spelling of the address, and a place again when one ends', async () => {
    house = await openHouse({ CLIENT_LIVE_STREAMS: '2' });
    const shouted = live.replace('/live', '/LIVE');
    const one = '203.0.113.9';
    expect([await watch(one), await watch(one, `${live}/`), await watch(one, shouted)]).toEqual([200, 200, 429]);
    expect(await watch('203.0.113.10')).toBe(200);
    open[0]!.destroy();
    await eventually(async () => expect(await watch('203.0.113.9')).toBe(200));
  });

  it('has no more of them by a dot in the address', async () => {
    house = await openHouse({ CLIENT_LIVE_STREAMS: '1' });
    const dotted = [`${live}/.`, live.replace('/live', '/./live'), `${live}/%2e`];
    expect(await Promise.all(dotted.map((path) => watch('203.0.113.9', path)))).toEqual([404, 404, 404]);
    expect(house.live()).toBe(0);
  });

  it('leaves nothing behind when it goes without waiting for answers that queue', async () => {
    house = await openHouse({ CLIENT_LIVE_STREAMS: '3', CLIENT_CONNECTIONS: '2' });
    const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n`;
    const socket = connect(house.port, '127.0.0.1', () => socket.write(ask(live).repeat(3) + ask('/').repeat(2)));
    await eventually(() => expect([house.live(), house.heard.length]).toEqual([3, 5]));
    expect([await watch('203.0.113.9'), await watch('203.0.113.9', '/')]).toEqual([429, 429]);
    socket.destroy();
    await eventually(() => expect(house.live()).toBe(0));
    expect([await watch('203.0.113.9'), await watch('203.0.113.9', '/')]).toEqual([200, 200]);
  });

  it('of IPv6 is its whole network', async () => {
    house = await openHouse({ CLIENT_LIVE_STREAMS: '1' });
    expect([await watch('2001:db8::1'), await watch('2001:db8::2'), await watch('2001:db8:0:1::1')]).toEqual([200, 429, 200]);
  });

  it('has so many connections', async () => {
    house = await openHouse({ TRUSTED_PROXIES: '192.0.2.1', CLIENT_CONNECTIONS: '3', CLIENT_LIVE_STREAMS: '3' });
    expect([await watch('x'), await watch('x'), await watch('x')]).toEqual([200, 200, 200]);
    const fourth = connect(house.port, '127.0.0.1');
    await eventually(() => expect(fourth.closed).toBe(true));
  });
});
