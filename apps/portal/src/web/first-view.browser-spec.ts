import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtPortal, type BuiltPortal } from '../testing/built-portal.fixture';
import { linksOn } from '../testing/forms-of-the-portal.fixture';

/** Bytes, packed by gzip: HTML, styles and scripts of a page that somebody sees first. */
const most = 45 * 1024;

describe('a first view', () => {
  let portal: BuiltPortal;
  beforeAll(async () => void (portal = await builtPortal()));
  afterAll(() => portal?.stop());

  const sizes = new Map<string, number>();
  async function packed(path: string): Promise<{ bytes: number; text: string }> {
    const text = await (await fetch(portal.origin + path)).text();
    return { bytes: gzipSync(text).length, text };
  }
  async function sizeOf(asset: string): Promise<number> {
    if (!sizes.has(asset)) sizes.set(asset, (await packed(asset)).bytes);
    return sizes.get(asset)!;
  }

  it('of any public page costs at most 45 KB, and loads no picture', async () => {
    const seen = new Set<string>();
    const ways = ['/'];
    for (let path = ways.shift(); path !== undefined; path = ways.shift()) {
      const shape = path.replace(/=[^&]*/g, '=');
      if (seen.has(shape)) continue;
      seen.add(shape);
      const { bytes, text } = await packed(path);
      const assets = new Set([...text.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, asset]) => asset!));
      let all = bytes;
      for (const asset of assets) all += await sizeOf(asset);
      expect([path, all > most ? all : 'small']).toEqual([path, 'small']);
      expect([path, /<img(?![^>]*loading="lazy")/.test(text)]).toEqual([path, false]);
      ways.push(...linksOn(text));
    }
    expect(seen.size).toBeGreaterThan(20);
  });
});
