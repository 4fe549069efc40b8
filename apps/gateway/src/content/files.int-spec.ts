import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { limits, recordFile, type FileAdded } from '@isegoria/contracts';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

const pdf = (more = '') => Buffer.from(`%PDF-1.7\n${more}\n%%EOF`);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('files', () => {
  let gateway: RunningGateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startGateway();
    ({ token } = gateway.services.signIn('official'));
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    gateway.services.received.length = 0;
    gateway.services.forgetAnswers();
  });

  const add = (body: { name?: string; alt?: string; content?: string; unit?: string }, as: string | undefined = token) =>
    gateway.api
      .post('/files')
      .set(as ? { authorization: `Bearer ${as}` } : {})
      .send({ name: 'Plan.pdf', ...body });
  const recorded = () => gateway.services.commands.filter(({ subject }) => subject === recordFile.subject).map(({ command }) => command);
  const written = async (facts: Partial<FileAdded['data']> & { file: string }) =>
    gateway.rows.record({
      type: 'FileAdded',
      data: {
        unit: 'root',
        mediaType: 'application/pdf',
        size: 1,
        name: 'Plan.pdf',
        alt: null,
        width: null,
        height: null,
        by: randomUUID(),
        ...facts,
      },
    });

  it('are recorded by the hash of their bytes, which do not go over the bus', async () => {
    const bytes = pdf('one');
    await add({ content: bytes.toString('base64') }).expect(201);
    expect(recorded()).toEqual([{ file: hashOf(bytes), mediaType: 'application/pdf', size: bytes.length, name: 'Plan.pdf', unit: 'root' }]);
    await written({ file: hashOf(bytes), size: bytes.length, name: "L'été (1).pdf" });
    const { body, headers } = await gateway.api
      .get(`/files/${hashOf(bytes)}`)
      .buffer()
      .expect(200);
    expect(Buffer.from(body).equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''L%27%C3%A9t%C3%A9%20%281%29.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': expect.stringMatching(/^public, max-age=86400, immutable/),
    });
  });

  it('take nothing of a picture but its pixels, turned upright and no larger than a page needs', async () => {
    const photo = await sharp({ create: { width: 2_000, height: 400, channels: 3, background: 'teal' } })
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    await add({ name: 'Shore.jpg', alt: 'The shore', content: photo.toString('base64') }).expect(201);
    const [command] = recorded();
    expect(command).toMatchObject({ mediaType: 'image/jpeg', alt: 'The shore', width: 320, height: 1_600 });
    const file = String(command!['file']);
    await written({
      file,
      mediaType: 'image/jpeg',
      name: 'Shore.jpg',
      alt: 'The shore',
      width: 320,
      height: 1_600,
      size: Number(command!['size']),
    });
    const { body, headers } = await gateway.api.get(`/files/${file}`).expect(200);
    expect(headers['content-disposition']).toMatch(/^inline;/);
    expect(hashOf(body as Buffer)).toBe(file);
    const anew = await sharp(body as Buffer).metadata();
    expect(anew).toMatchObject({ width: 320, height: 1_600 });
    expect(anew.exif).toBeUndefined();
  });

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const brokenPicture = Buffer.from('89504e470d0a1a0a0000000d49484452000000ff000000ff0802000000', 'hex');
  it.each<[string, { name?: string; content: Buffer | string; alt?: string }, number, string, string]>([
    ['empty', { content: '' }, 422, 'FILE_EMPTY', 'content'],
    ['too large', { content: Buffer.concat([pdf(), Buffer.alloc(limits.fileBytes)]) }, 413, 'FILE_TOO_LARGE', 'content'],
    ['no base64', { content: 'JVBE*i0x' }, 400, 'VALIDATION_FAILED', 'content'],
    ['SVG', { name: 'a.svg', content: svg }, 415, 'FILE_KIND_NOT_TAKEN', 'content'],
    [
      'HTML under the name of a document',
      { content: Buffer.from('<!doctype html><script>1</script>') },
      415,
      'FILE_KIND_NOT_TAKEN',
      'content',
    ],
    ['a document under the name of a picture', { name: 'a.png', content: pdf() }, 422, 'FILE_NOT_AS_NAMED', 'name'],
    ['a picture that breaks off', { name: 'a.png', content: brokenPicture, alt: 'x' }, 422, 'PICTURE_UNREADABLE', 'content'],
    ['named at length', { name: `${'n'.repeat(400)}.pdf`, content: pdf() }, 400, 'VALIDATION_FAILED', 'name'],
  ])('that are %s are refused with what to do', async (_what, { content, ...said }, status, code, field) => {
    const { body } = await add({ ...said, content: typeof content === 'string' ? content : content.toString('base64') }).expect(status);
    expect(body).toMatchObject({ code, field });
    expect(body.detail.length).toBeGreaterThan(20);
    expect(recorded()).toEqual([]);
  });

  it('that are pictures need an alternative text', async () => {
    const picture = await sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { body } = await add({ name: 'a.png', content: picture.toString('base64') }).expect(422);
    expect(body).toMatchObject({ code: 'ALTERNATIVE_TEXT_MISSING', field: 'alt' });
  });

  it('come from officials of the unit', async () => {
    const content = pdf().toString('base64');
    const { token: citizen } = gateway.services.signIn();
    const { token: other } = gateway.services.signIn({ role: 'official', unit: 'root.bbbbbbbb' });
    await add({ content }, '').expect(401);
    await add({ content }, citizen).expect(403);
    await add({ content, unit: 'root.aaaaaaaa' }, other).expect(403);
    expect(recorded()).toEqual([]);
  });

  it('say that they were withdrawn, and what is known of them', async () => {
    const bytes = pdf('withdrawn');
    const file = hashOf(bytes);
    await add({ content: bytes.toString('base64') }).expect(201);
    await written({ file, size: bytes.length });
    await gateway.rows.record({ type: 'FileWithdrawn', data: { file, by: randomUUID(), reason: 'It named somebody.' } });
    expect((await gateway.api.get(`/files/${file}`).expect(410)).body).toMatchObject({ code: 'FILE_WITHDRAWN' });
    const known = await gateway.api.get(`/files/${file}`).set('accept', 'application/json').expect(200);
    expect(known.body).toMatchObject({ file, withdrawnReason: 'It named somebody.' });
    const { body } = await gateway.api.get('/files').expect(200);
    expect(body.items[0]).toEqual(known.body);
    await gateway.api.get(`/files/${hashOf(pdf('unknown'))}`).expect(404);
  });
});
