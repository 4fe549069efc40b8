import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Response } from 'supertest';
import { nothingSet } from '@isegoria/contracts';
import { portalOnFakeApi, session, withRoles } from '../testing/portal.fixture';
import { ids } from '../testing/sample-data.fixture';

const file = 'd'.repeat(64);
const facts = { file, name: 'Crest.png', mediaType: 'image/png', size: 900, alt: 'A heron', width: 600, height: 800 } as const;
const crest = { ...facts, withdrawn: false, withdrawnReason: null };

describe('pictures of the site', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  let position = 0;
  beforeAll(async () => {
    process.env['PUBLIC_URL'] = 'https://portal.example';
    await start();
    const heron = { width: 600, height: 800, channels: 4, background: { r: 20, g: 60, b: 120, alpha: 0.5 } } as const;
    api.bytes = await sharp({ create: heron }).png().toBuffer();
  });
  afterAll(async () => {
    delete process.env['PUBLIC_URL'];
    await stop();
  });
  /** As when an administrator has just set it. */
  async function withCrest(set: typeof nothingSet.crest): Promise<void> {
    api.account = withRoles('administrator');
    api.settings = { ...nothingSet, crest: set };
    await get(`/?after=${++position}`, `__Host-${session}`);
  }
  beforeEach(() => withCrest(null));

  const picture = async (path: string) => {
    const { body, headers, status } = await get(path).buffer(true).parse(bytesOf);
    const { width, height, format } = await sharp(body as Buffer).metadata();
    const [type, cached, size] = [headers['content-type'], headers['cache-control'], (body as Buffer).length];
    return { status, type, cached, size, width, height, format };
  };
  const shared = async (path: string, cookie = '') => {
    const { text } = await get(path, cookie);
    const of = (name: string) => new RegExp(`<meta property="${name}" content="([^"]*)"`).exec(text)?.[1];
    return { image: of('og:image'), alt: of('og:image:alt'), width: of('og:image:width') };
  };

  it('have the crest small, asked of the API once, and for browsers to keep', async () => {
    await withCrest(crest);
    api.requests.length = 0;
    const top = { ...(await picture(`/crest/${file}/header.webp`)) };
    expect(top).toMatchObject({ status: 200, type: 'image/webp', format: 'webp', width: 99, height: 132 });
    expect(top.cached).toBe('public, max-age=86400');
    expect(top.size).toBeLessThan(8_000);
    await picture(`/crest/${file}/header.webp`);
    expect(api.requests.filter(({ path }) => path === `/files/${file}`)).toHaveLength(1);
    expect(await picture(`/crest/${file}/touch-icon.png`)).toMatchObject({ format: 'png', width: 180, height: 180 });
  });

  it('are made of the crest that stands, and of no other file', async () => {
    await withCrest(crest);
    for (const path of [`/crest/${'e'.repeat(64)}/header.webp`, `/crest/${file}/large.webp`, `/crest/${file}/__proto__`])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    await withCrest({ ...crest, withdrawn: true, withdrawnReason: 'Another’s.' });
    expect((await get(`/crest/${file}/header.webp`)).status).toBe(404);
  });

  it('are there for browsers that ask before they read a page', async () => {
    const icon = (await get('/favicon.ico').buffer(true).parse(bytesOf)).body as Buffer;
    expect([...icon.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48]);
    expect(await sharp(icon.subarray(icon.readUInt32LE(18))).metadata()).toMatchObject({ format: 'png', width: 48, height: 48 });
    for (const path of ['/apple-touch-icon.png', '/apple-touch-icon-precomposed.png'])
      expect(await picture(path)).toMatchObject({ status: 200, format: 'png', width: 180, height: 180 });
  });

  it('stand for a page where it is shared: its own, then the crest, then its words', async () => {
    const consultation = `/consultations/${ids.deliberation}`;
    expect(await shared('/announcements')).toMatchObject({ image: 'https://portal.example/cards/en.png', width: '1200' });
    const own = await shared(consultation);
    expect(own).toMatchObject({ image: `https://portal.example${consultation}/card.png`, width: '1200' });
    expect(own.alt).toContain('How should the old harbour be used?');
    await withCrest(crest);
    for (const path of [consultation, '/announcements'])
      expect(await shared(path)).toEqual({ image: `https://portal.example/files/${file}`, alt: 'A heron', width: '600' });
  });

  it('are drawn 1200 pixels wide, whatever the words are', async () => {
    const expected = { status: 200, format: 'png', width: 1200, height: 630 };
    for (const path of ['/cards/en.png', '/cards/ar.png', `/consultations/${ids.deliberation}/card.png`])
      expect([path, await picture(path)]).toEqual([path, expect.objectContaining(expected)]);
    expect((await get('/cards/xx.png')).status).toBe(404);
    expect((await get('/consultations/00000000-0000-4000-8000-00000000dead/card.png')).status).toBe(404);
  });
});

function bytesOf(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
