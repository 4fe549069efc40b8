import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Site } from './site';

describe('a site', () => {
  let server: Server;
  let url: string;
  const tokens = new Map<string, string | undefined>();
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const types: Record<string, Record<string, string>> = {
    ...{ '/gone': html, '/string': html, '/nothing': html },
    ...{ '/words': { 'content-type': 'text/plain' }, '/json': { 'content-type': 'application/json' } },
  };
  const answers: Record<string, [status: number, body: string, location?: string]> = {
    '/gone': [404, '<p>6000</p>'],
    '/string': [200, '"<p>6000</p>"'],
    '/words': [410, 'Votes: 6000'],
    '/json': [404, '"<p>6000</p>"'],
    '/nothing': [404, ' '],
    '/log/policy': [404, '{}'],
    '/log/secret': [403, '{}'],
    '/log/keys': [200, '{"a":1}'],
    '/log/entries?from=0&limit=2': [200, 'one\ntwo\n'],
    '/log/entries?from=0&limit=3': [200, 'one\ntwo\nthr'],
    '/log/entries?from=0&limit=4': [302, '', '/elsewhere'],
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const [status, body, location] = answers[request.url!] ?? [200, 'elsewhere'];
      tokens.set(request.url!, request.headers.authorization);
      response.writeHead(status, { ...types[request.url!], ...(location === undefined ? {} : { location }) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const all = async (pages: AsyncGenerator<string[]>) => {
    const lines: string[] = [];
    for await (const page of pages) lines.push(...page);
    return lines;
  };

  it('gets the token for the entries alone, and takes it nowhere else', async () => {
    const site = new Site(url, 'secret');
    expect(await all(site.lines(0, 2))).toEqual(['one', 'two']);
    expect(await site.json('/log/keys')).toEqual({ a: 1 });
    await expect(all(site.lines(0, 4))).rejects.toThrow('cannot be read');
    expect(Object.fromEntries(tokens)).toMatchObject({ '/log/entries?from=0&limit=2': 'Bearer secret', '/log/keys': undefined });
    expect(tokens.has('/elsewhere')).toBe(false);
  });

  it('shows a page as a browser does, whatever the status', async () => {
    const site = new Site(url);
    const shown = { '/gone': '<p>6000</p>', '/string': '"<p>6000</p>"', '/words': 'Votes: 6000' };
    for (const [path, body] of Object.entries(shown)) expect(await site.page(path)).toBe(body);
    for (const path of ['/log/policy', '/json', '/nothing']) expect(await site.page(path)).toBeUndefined();
  });

  it('tells what is not served from what cannot be read', async () => {
    const site = new Site(url);
    expect(await site.optional('/log/policy')).toBeUndefined();
    await expect(site.optional('/log/secret')).rejects.toThrow('status 403');
    await expect(site.text('/log/policy')).rejects.toThrow('status 404');
  });

  it('takes no line that was cut off for an entry', async () => {
    await expect(all(new Site(url).lines(0, 3))).rejects.toMatchObject({ kind: 'log', index: 2 });
  });
});
