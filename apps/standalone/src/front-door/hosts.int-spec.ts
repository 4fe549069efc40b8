import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { StartRefused } from '../start-refused';
import { say, statusIn } from './raw-request.fixture';
import { tellOfRefusals } from './refusals';
import { openHouse, type House } from './rooms.fixture';
import { securityRecordsIn } from './security-records';

let house: House;
afterEach(() => house.close());

const send = (line: string, ...headers: string[]) => say(house.port, [line, ...headers, 'Connection: close', '', ''].join('\r\n'));
const statusFor = async (...headers: string[]) => statusIn(await send('GET /sign-in HTTP/1.1', ...headers));
const site = 'https://participate.example.org';

describe('the hosts that are answered', () => {
  it.each(['participate.example.org', 'PARTICIPATE.example.org', 'participate.example.org:443', 'localhost', '127.0.0.1:9', '[::1]:8080'])(
    'are that of PUBLIC_URL and names of this machine: %s',
    async (host) => {
      house = await openHouse({ PUBLIC_URL: site });
      expect([await statusFor(`Host: ${host}`), house.heard.length]).toEqual([200, 1]);
    },
  );

  it.each([
    'evil',
    'evil.example:8080',
    'participate.example.org.evil.example',
    'participate.example.org:444',
    'xparticipate.example.org',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.0.2.1',
    '0.0.0.0',
  ])('are no others, such as "%s"', async (host) => {
    house = await openHouse({ PUBLIC_URL: site });
    for (const path of ['/', '/api/v1/me', '/log/checkpoint', '/health/ready', '/metrics'])
      expect([path, statusIn(await send(`GET ${path} HTTP/1.1`, `Host: ${host}`))]).toEqual([path, 421]);
    expect(house.heard).toEqual([]);
  });

  it('are no names of this machine where it listens for others', async () => {
    house = await openHouse({ PUBLIC_URL: site, HOST: '0.0.0.0' });
    expect([await statusFor('Host: localhost'), await statusFor('Host: participate.example.org')]).toEqual([421, 200]);
  });

  it('are those of this machine where no other is set', async () => {
    house = await openHouse({ PUBLIC_URL: '', HOST: '0.0.0.0' });
    expect([await statusFor('Host: localhost'), await statusFor('Host: 192.0.2.1')]).toEqual([200, 421]);
  });

  it('count in a whole address as in the header', async () => {
    house = await openHouse({ PUBLIC_URL: site });
    expect(statusIn(await send('GET http://evil/sign-in HTTP/1.1', 'Host: participate.example.org'))).toBe(421);
    expect(statusIn(await send(`GET ${site}/sign-in HTTP/1.1`, 'Host: evil'))).toBe(200);
    expect(house.heard).toMatchObject([{ line: 'GET /sign-in', headers: { host: 'participate.example.org' } }]);
  });

  it('may be named by a trusted proxy, beside a host that counts as well', async () => {
    house = await openHouse({ PUBLIC_URL: site });
    const own = 'X-Forwarded-Host: participate.example.org';
    expect(await statusFor('Host: 127.0.0.1:8080', own)).toBe(200);
    expect(await statusFor('Host: evil', own)).toBe(421);
    for (const forged of ['evil', 'participate.example.org, evil', 'me@participate.example.org', 'participate.example.org/evil'])
      expect(await statusFor('Host: participate.example.org', `X-Forwarded-Host: ${forged}`)).toBe(421);
    expect(house.heard.map(({ headers }) => headers['x-forwarded-host'])).toEqual(['participate.example.org']);
  });

  it('are not named by anybody else', async () => {
    house = await openHouse({ PUBLIC_URL: site, TRUSTED_PROXIES: '192.0.2.1' });
    expect(await statusFor('Host: evil', 'X-Forwarded-Host: participate.example.org')).toBe(421);
    expect(await statusFor('Host: participate.example.org', 'X-Forwarded-Host: evil')).toBe(200);
    expect(house.heard).toMatchObject([{ headers: { 'x-forwarded-host': 'participate.example.org' } }]);
  });

  it('are told to the operator when they are others, and not which', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'isegoria-door-')), 'front-door.log');
    tellOfRefusals(securityRecordsIn(file));
    house = await openHouse();
    await send('GET /?to=jane@example.org HTTP/1.1', 'Host: evil');
    tellOfRefusals(() => undefined);
    const line = readFileSync(file, 'utf8');
    expect(JSON.parse(line)).toMatchObject({ security: 'host-refused', code: 'MISDIRECTED_REQUEST', method: 'GET' });
    expect(line).not.toMatch(/evil|jane|@|127\.0/);
  });

  it('are said in a problem, with a code of the closed list', async () => {
    house = await openHouse();
    const answer = await send('GET / HTTP/1.1', 'Host: evil');
    expect(answer).toMatch(/^content-type: application\/problem\+json/im);
    expect(answer).toContain('"code":"MISDIRECTED_REQUEST"');
    for (const PUBLIC_URL of ['participate.example.org', 'ftp://a', 'https://a/b', 'https://me@a'])
      await expect(openHouse({ PUBLIC_URL })).rejects.toThrow(StartRefused);
  });
});
