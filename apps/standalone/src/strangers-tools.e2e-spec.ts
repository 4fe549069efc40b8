import { execFile, spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { castPollBallot, type Accepted, type LogKeys } from '@isegoria/contracts';
import {
  parseNote,
  parseReceipt,
  parseVerifierKey,
  receiptSigningBytes,
  signCheckpoint,
  unverifiedCheckpoint,
  webCrypto,
} from '@isegoria/merkle-log';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { startAlteringProxy } from './altering-proxy.fixture';
import { published, registered } from './taking-part.fixture';

const verifierSource = join(import.meta.dirname, '../../../tools/log-verifier');
const goPath = '/usr/share/gocode';
const hasGo = spawnSync('go', ['version']).status === 0 && existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/tlog'));
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasGo) console.log('the verifier in Go: skipped, since apt-get install golang-go golang-golang-x-mod-dev was not done');
if (!hasOpenssl) console.log('openssl: skipped, since it is not installed');

interface Verdict {
  readonly code: number;
  readonly said: string;
}

const flipped = (bytes: Buffer, at = bytes.length >> 1): Buffer => Buffer.from(bytes.with(at, bytes[at]! ^ 1));

describe('what the running platform wrote, checked with tools that nobody here wrote', () => {
  let platform: TestPlatform;
  let folder: string;
  let keys: LogKeys;
  let receipt: string;
  let eventId: string;
  let proof: string;
  /** The checkpoint that first covered the receipt's event; others followed. */
  let earlier: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'isegoria-strangers-'));
    platform = await startPlatform();
    keys = JSON.parse(await text('/log/keys')) as LogKeys;
    const vote = await newVoter();
    receipt = (await vote('1')).receipt!;
    eventId = promiseIn(receipt).id;
    proof = await eventually(() => text(`/api/v1/receipts/${eventId}`), 60_000);
    earlier = await text('/log/checkpoint');
    for (const option of ['2', '1', '2']) await vote(option);
    await eventually(async () => expect(sizeOf(await text('/log/checkpoint'))).toBeGreaterThanOrEqual(sizeOf(earlier) + 3), 60_000);
    if (hasGo) buildVerifier();
  }, 400_000);

  afterAll(async () => {
    await platform?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function text(path: string): Promise<string> {
    const answer = await fetch(platform.origin + path, { headers: { accept: 'text/plain, */*;q=0.1' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  /** A person and a poll; each call changes the ballot. */
  async function newVoter(): Promise<(option: string) => Promise<Accepted>> {
    const visitor = new ApiClient(platform.origin);
    const office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const { api } = await registered(visitor);
    return (option) => api.do(castPollBallot, { activityId, options: [option] });
  }

  const sizeOf = (note: string): number => unverifiedCheckpoint(note)!.size;

  function promiseIn(line: string) {
    const parsed = parseReceipt(line);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.receipt.promise;
  }

  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }

  /** Another checkpoint of that size, signed with the log's own key, as only the operator can. */
  async function contradicting(note: string): Promise<string> {
    const secret = createPrivateKey(readFileSync(join(platform.folder, 'log-signing-key.pem')));
    const key = (await parseVerifierKey(keys.checkpointKey, webCrypto.sha256))!;
    return signCheckpoint({ size: sizeOf(note), root: randomBytes(32) }, key, (bytes) => sign(null, bytes, secret));
  }

  function buildVerifier(): void {
    const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPROXY: 'off', GOPATH: goPath, GOCACHE: join(folder, 'cache') };
    const { status, stderr } = spawnSync('go', ['build', '-o', join(folder, 'log-verifier'), '.'], {
      cwd: verifierSource,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }

  function verify(...args: string[]): Promise<Verdict> {
    return new Promise((resolve) => {
      execFile(join(folder, 'log-verifier'), ['-key', keys.checkpointKey, ...args], { timeout: 60_000 }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, said: stdout + stderr });
      });
    });
  }

  (hasGo ? describe : describe.skip)(
    'the verifier in Go (left out where apt-get install golang-go golang-golang-x-mod-dev was not done)',
    () => {
      const log = () => `${platform.origin}/log`;
      const promised = () => ['-receipt', file('receipt', receipt), '-receipt-key', keys.receiptKey];

      it('verifies checkpoint, entries, the event of a receipt, and that the log continues an earlier checkpoint, over HTTP', async () => {
        const { code, said } = await verify('-url', log(), '-sample', '0', '-old', file('earlier', earlier), ...promised());
        expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/VERIFIED\n$/) });
        expect(said).toContain(`${keys.origin} signed`);
        expect(said).toContain(`promises event ${eventId} (PollBallotCast)`);
        expect(said).toMatch(/the event of the receipt is entry \d+, and proven to be in the tree/);
        expect(said).toContain(`continues the ${sizeOf(earlier)} entries`);
      });

      it.each([
        ['checkpoint', /^\/log\/checkpoint$/, /the checkpoint: .*signature|malformed/],
        ['entries', /^\/log\/tile\/entries\//, /entry \d+ is not the one that its leaf hash stands for/],
        ['hashes', /^\/log\/tile\/0\//, /the tiles up to leaf \d+/],
      ])('does not verify where one byte of the %s is changed on the way', async (_, path, sentence) => {
        const proxy = await startAlteringProxy(platform.origin, (asked, bytes) => (path.test(asked) ? flipped(bytes) : bytes));
        const verdict = await verify('-url', `${proxy.origin}/log`);
        await proxy.close();
        expect(verdict).toEqual({ code: 1, said: expect.stringMatching(sentence) });
      });

      it('does not verify against an earlier checkpoint that the log signed of another tree, or that it did not sign', async () => {
        const other = await verify('-url', log(), '-old', file('other', await contradicting(earlier)));
        expect(other).toEqual({ code: 1, said: expect.stringContaining(`consistency from ${sizeOf(earlier)}`) });
        const forged = await verify('-url', log(), '-old', file('forged', flipped(Buffer.from(earlier), earlier.indexOf('\n') + 1)));
        expect(forged.code).toBe(1);
      });

      it('verifies the proof of a receipt as the API gives it, alone and against the log', async () => {
        const alone = await verify('-proof', file('proof', proof), ...promised());
        expect(alone).toEqual({ code: 0, said: expect.stringMatching(/^receipt .*\nproof {8}entry \d+ is among the \d+ entries/) });
        const { code, said } = await verify('-proof', file('proof', proof), '-url', log());
        expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/continues the \d+ entries of .*proof\nVERIFIED\n$/) });
      });

      it('does not verify a proof or a receipt with a byte changed, or those of two events', async () => {
        const bytes = Buffer.from(proof);
        // The log signs first; the cosignatures below its signature are not looked at by a verifier that names no witness.
        const signature = bytes.indexOf('— ');
        const places = ['c2sp', 'extra ', '\nindex ', '\n\n', keys.origin, '— '].map(
          (mark) => bytes.lastIndexOf(mark, signature) + Buffer.byteLength(mark),
        );
        for (const at of [...places, bytes.indexOf('\n', signature) - 10]) {
          const { code, said } = await verify('-proof', file('spoilt', flipped(bytes, at)));
          expect({ at, code, said }).toEqual({ at, code: 1, said: expect.stringContaining('NOT VERIFIED') });
        }
        const spoilt = file('spoilt-receipt', flipped(Buffer.from(receipt), receipt.indexOf('.', 20) - 9));
        expect(await verify('-url', log(), '-receipt', spoilt, '-receipt-key', keys.receiptKey)).toEqual({
          code: 1,
          said: expect.stringContaining('the receipt: '),
        });
        const [first] = (await text('/log/entries?from=0&limit=1')).split('\n');
        const other = (JSON.parse((JSON.parse(first!) as { leaf: string }).leaf) as { id: string }).id;
        const otherProof = file('other-proof', await text(`/api/v1/receipts/${other}`));
        expect(await verify('-proof', otherProof, ...promised())).toEqual({
          code: 1,
          said: expect.stringContaining('another event than the receipt'),
        });
      });
    },
  );

  (hasOpenssl ? describe : describe.skip)('openssl pkeyutl (left out where it is not installed)', () => {
    const signatureIs = async (vkey: string, signed: Uint8Array, signature: Uint8Array): Promise<boolean> => {
      const { publicKey } = (await parseVerifierKey(vkey, webCrypto.sha256))!;
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
      const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
      const files = ['-inkey', file('key.pem', pem), '-in', file('signed', signed), '-sigfile', file('signature', signature)];
      const { stdout } = spawnSync('openssl', ['pkeyutl', '-verify', '-rawin', '-pubin', ...files], { encoding: 'utf8' });
      expect(stdout).toMatch(/Signature Verif/);
      return stdout.includes('Verified Successfully');
    };

    it('verifies the signature of the newest checkpoint, and no changed one', async () => {
      const { text: signed, signatures } = parseNote(await text('/log/checkpoint'))!;
      const { signature } = signatures.find(({ name }) => name === keys.origin)!;
      const bytes = Buffer.from(signed);
      expect(await signatureIs(keys.checkpointKey, bytes, signature)).toBe(true);
      expect(await signatureIs(keys.checkpointKey, flipped(bytes), signature)).toBe(false);
    });

    it('verifies the signature of a receipt, and no changed one', async () => {
      const signature = Buffer.from(receipt.split('.')[3]!, 'base64url');
      const bytes = Buffer.from(receiptSigningBytes(promiseIn(receipt)));
      expect(await signatureIs(keys.receiptKey, bytes, signature)).toBe(true);
      expect(await signatureIs(keys.receiptKey, flipped(bytes), signature)).toBe(false);
      expect(await signatureIs(keys.checkpointKey, bytes, signature)).toBe(false);
    });
  });
});
