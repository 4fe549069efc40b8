import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatVerifierKey, signCheckpoint, verifierKey, withSignedTime } from '@isegoria/merkle-log';
import { portalOnFakeApi } from '../../testing/portal.fixture';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

describe('the page for auditors', () => {
  const { api, get, start, stop } = portalOnFakeApi();
  beforeAll(start);
  afterAll(stop);
  const page = async (language = 'en') => (await get('/transparency/auditors').set('accept-language', language)).text;

  it('is one step from how the site can be checked', async () => {
    expect((await get('/transparency')).text).toContain('href="/transparency/auditors"');
  });

  it('gives the commands with the address of this site', async () => {
    const { origin } = new URL((await get('/transparency/auditors')).request.url);
    const commands = [...(await page()).matchAll(/>npm run audit -- ([^<]*)</g)].map(([, command]) => command);
    expect(commands).toEqual([origin, `${origin} --bundle audit.bundle`, 'audit.bundle', `${origin} --token -`]);
  });

  it('shows the newest checkpoint with its size and time, and that no witness signed it', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const signer = {
      key: await verifierKey('ministry.example/log', raw, sha256),
      sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
    };
    const bare = await signCheckpoint({ size: 4321, root: new Uint8Array(32) }, signer.key, signer.sign);
    const note = await withSignedTime(bare, [signer], 1_770_000_000, sha256);
    api.log = { '/log/checkpoint': note, '/log/policy': `log ${formatVerifierKey(signer.key)}\nquorum none\n` };
    const text = await page();
    expect(text).toContain('The log has 4,321 entries.');
    expect(text).toContain('datetime="2026-02-02T02:40:00.000Z"');
    expect(text).toContain('No witnesses sign the checkpoints of this log.');
    expect(text).toContain('ministry.example/log\n4321\n');
  });

  it('stands while the log does not answer', async () => {
    api.log = {};
    expect(await page()).toContain('The log is not responding at the moment.');
  });

  it.each(['en', 'ar', 'fr'])('has headings in order and says what is not checked, in %s', async (language) => {
    const text = await page(language);
    const levels = [...text.slice(text.indexOf('<main')).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.slice(0, 5)).toEqual([1, 2, 2, 2, 2]);
    expect(/aria-labelledby="unchecked".*?<ul[^>]*>(.*?)<\/ul>/s.exec(text)![1]!.match(/<li/g)).toHaveLength(6);
    expect(text).toContain('NOT CHECKED');
  });
});
