import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BundleWriter,
  cosign,
  cosignedBytes,
  cosignerKey,
  formatCosignerKey,
  formatVerifierKey,
  leafHash,
  parseNote,
  parseTilePath,
  signCheckpoint,
  TileWriter,
  tilePath,
  tilesOf,
  verifierKey,
  withSignatures,
  type SignEd25519,
} from '@isegoria/merkle-log';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

interface Signer {
  publicKey: Uint8Array;
  pem: string;
  sign: SignEd25519;
}

function newSigner(): Signer {
  const pair: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ed25519');
  return {
    publicKey: new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)),
    pem: pair.publicKey.export({ format: 'pem', type: 'spki' }) as string,
    sign: (bytes) => new Uint8Array(sign(null, bytes, pair.privateKey)),
  };
}

const log = newSigner();
const logKey = await verifierKey('log.example/a', log.publicKey, sha256);
const witnesses = [newSigner(), newSigner(), newSigner()];
const witnessKeys = await Promise.all(witnesses.map(({ publicKey }, at) => cosignerKey(`witness.example/${at}`, publicKey, sha256)));
const folder = await mkdtemp(join(tmpdir(), 'log-verifier-'));
const program = join(folder, 'log-verifier');
let server: Server;
let port: number;

/** Writes the files of a log as the sequencer does, in the given steps; two of three witnesses cosign. */
async function writeLog(
  name: string,
  steps: number[],
  leafOf = (n: number) => Buffer.from(`{"seq":${n},"text":"${'é'.repeat(n % 50)}"}`),
): Promise<string> {
  const tiles = TileWriter.empty(sha256);
  const bundles = BundleWriter.empty();
  for (const size of steps) {
    while (tiles.size < size) {
      const leaf = leafOf(tiles.size);
      bundles.append(leaf);
      tiles.append(leafHash(sha256, leaf));
    }
    for (const { path, bytes } of [...bundles.takeBundles(), ...tiles.takeTiles()]) await put(name, path, bytes);
    const note = await signCheckpoint({ size, root: tiles.root() }, logKey, log.sign);
    const { text } = parseNote(note)!;
    const lines = await Promise.all([0, 2].map((at) => cosign(text, 1_700_000_000, witnessKeys[at]!, witnesses[at]!.sign)));
    const cosigned = withSignatures(note, lines)!;
    await put(name, 'checkpoint', Buffer.from(cosigned));
    await put(name, `kept-${size}`, Buffer.from(cosigned));
  }
  return name;
}

const fileOf = (name: string, path: string) => join(folder, 'logs', name, path);

async function put(name: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(fileOf(name, path)), { recursive: true });
  await writeFile(fileOf(name, path), bytes);
}

interface Verdict {
  code: number;
  said: string;
}

function verify(name: string, ...args: string[]): Promise<Verdict> {
  const all = ['-url', `http://127.0.0.1:${port}/${name}`, '-key', formatVerifierKey(logKey), ...args];
  return new Promise((resolve) => {
    execFile(program, all, { timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, said: stdout + stderr });
    });
  });
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, name = '', path = ''] = /^\/([a-z-]+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const isFile = path === 'checkpoint' || parseTilePath(path) !== undefined;
    readFile(isFile ? fileOf(name, path) : folder).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const goPath = '/usr/share/gocode';
const hasGo = spawnSync('go', ['version']).status === 0 && existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/tlog'));
const withGo = hasGo ? describe : describe.skip;

withGo('the verifier in Go (left out where apt-get install golang-go golang-golang-x-mod-dev was not done)', () => {
  const policy = ['-quorum', '2', ...witnessKeys.flatMap((key) => ['-witness', formatCosignerKey(key)])];

  beforeAll(() => {
    const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPROXY: 'off', GOPATH: goPath, GOCACHE: join(folder, 'cache') };
    const { status, stderr } = spawnSync('go', ['build', '-o', program, '.'], { cwd: import.meta.dirname, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }, 300_000);

  it('verifies logs of many sizes: signature, cosignatures, entries, every leaf, consistency', async () => {
    for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 1_000]) {
      const { code, said } = await verify(await writeLog('small', [size]), '-sample', '0', ...policy);
      expect({ size, code, said }).toMatchObject({ code: 0, said: expect.stringContaining('VERIFIED') });
      expect(said).toContain(`log.example/a signed ${size} entries`);
      expect(said).toContain('2 of 3 cosigned');
      expect(said).toContain(`inclusion    ${size} leaves`);
    }
  }, 120_000);

  it('verifies a log of three levels that grew in steps, from a checkpoint that was kept', async () => {
    await writeLog('large', [100, 700, 65_536, 66_100]);
    for (const kept of [100, 700, 65_536, 66_100]) {
      const { code, said } = await verify('large', '-old', fileOf('large', `kept-${kept}`), ...policy);
      expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(`continues the ${kept} entries`) });
    }
  }, 120_000);

  it('fails where any file of the log has one byte changed, is cut, longer or missing', async () => {
    const size = 700;
    await writeLog('spoilt', [size]);
    expect((await verify('spoilt', ...policy)).code).toBe(0);
    const paths = ['checkpoint', ...[...tilesOf(size)].map(tilePath)];
    expect(paths).toHaveLength(8);
    for (const path of paths) {
      const bytes = await readFile(fileOf('spoilt', path));
      const middle = bytes.length >> 1;
      for (const wrong of [
        bytes.map((byte, at) => (at === middle ? byte ^ 1 : byte)),
        bytes.subarray(0, -1),
        Buffer.concat([bytes, Buffer.of(10)]),
      ]) {
        await put('spoilt', path, wrong);
        expect({ path, ...(await verify('spoilt', '-sample', '0', ...policy)) }).toMatchObject({
          code: 1,
          said: expect.stringContaining('NOT VERIFIED'),
        });
      }
      await rm(fileOf('spoilt', path));
      expect((await verify('spoilt', ...policy)).code).toBe(1);
      await put('spoilt', path, bytes);
    }
    expect((await verify('spoilt', ...policy)).code).toBe(0);
  }, 120_000);

  it('fails where two entries are swapped and names the first', async () => {
    await writeLog('swapped', [600]);
    const swapped = BundleWriter.empty();
    for (let n = 0; n < 600; n++)
      swapped.append(Buffer.from(`{"seq":${n === 300 ? 301 : n === 301 ? 300 : n},"text":"${'é'.repeat(n % 50)}"}`));
    for (const { path, bytes } of swapped.takeBundles()) await put('swapped', path, bytes);
    expect(await verify('swapped', ...policy)).toMatchObject({ code: 1, said: expect.stringContaining('entry 300 is not') });
  });

  it('fails where the log was rewritten, rolled back or signed two trees of one size, though each is signed rightly', async () => {
    await writeLog('honest', [300, 500]);
    const forged = (n: number) => Buffer.from(n === 7 ? 'forged' : `{"seq":${n},"text":"${'é'.repeat(n % 50)}"}`);
    await writeLog('rewritten', [500, 600], forged);
    expect((await verify('rewritten', ...policy)).code).toBe(0);
    expect(await verify('rewritten', '-old', fileOf('honest', 'kept-300'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('consistency from 300'),
    });
    await put('rewritten', 'checkpoint', await readFile(fileOf('rewritten', 'kept-500')));
    expect(await verify('rewritten', '-old', fileOf('honest', 'kept-500'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('two roots for 500'),
    });
    await put('honest', 'checkpoint', await readFile(fileOf('honest', 'kept-300')));
    expect(await verify('honest', '-old', fileOf('honest', 'kept-500'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('300 entries now and had 500'),
    });
  });

  it('fails without the quorum, with another key, and with a cosignature that is wrong', async () => {
    await writeLog('few', [20]);
    expect(await verify('few', ...policy, '-quorum', '3')).toMatchObject({
      code: 1,
      said: expect.stringContaining('2 of the witnesses cosigned'),
    });
    const other = formatVerifierKey(await verifierKey('log.example/a', newSigner().publicKey, sha256));
    expect((await verify('few', '-key', other)).code).toBe(1);
    const note = await readFile(fileOf('few', 'checkpoint'), 'utf8');
    const [, cosignature] = parseNote(note)!.signatures;
    await put('few', 'checkpoint', Buffer.from(withSignatures(note, [{ ...cosignature!, signature: cosignature!.signature.with(5, 9) }])!));
    expect((await verify('few', ...policy)).code).toBe(1);
    for (const wrong of [['-nonsense'], ['-receipt', 'without-a-key']]) expect((await verify('few', ...wrong)).code).toBe(2);
  });
});

describe('openssl pkeyutl', () => {
  const opensslVerifies = async (pem: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> => {
    await Promise.all([put('openssl', 'key.pem', Buffer.from(pem)), put('openssl', 'text', bytes), put('openssl', 'signature', signature)]);
    const at = (file: string) => fileOf('openssl', file);
    const args = ['pkeyutl', '-verify', '-pubin', '-inkey', at('key.pem'), '-rawin', '-in', at('text'), '-sigfile', at('signature')];
    const { stdout } = spawnSync('openssl', args, { encoding: 'utf8' });
    expect(stdout).toMatch(/Signature Verif/);
    return stdout.includes('Verified Successfully');
  };

  it('verifies the signature of the log under a checkpoint, and no changed one', async () => {
    const { text, signatures } = parseNote(await signCheckpoint({ size: 3, root: new Uint8Array(32) }, logKey, log.sign))!;
    const { signature } = signatures[0]!;
    expect(await opensslVerifies(log.pem, Buffer.from(text), signature)).toBe(true);
    expect(await opensslVerifies(log.pem, Buffer.from(text.replace('\n3\n', '\n4\n')), signature)).toBe(false);
  });

  it('verifies the cosignature of a witness', async () => {
    const { text } = parseNote(await signCheckpoint({ size: 3, root: new Uint8Array(32) }, logKey, log.sign))!;
    const { signature } = await cosign(text, 1_700_000_000, witnessKeys[0]!, witnesses[0]!.sign);
    expect(await opensslVerifies(witnesses[0]!.pem, cosignedBytes(text, 1_700_000_000), signature.subarray(8))).toBe(true);
    expect(await opensslVerifies(witnesses[0]!.pem, cosignedBytes(text, 1_700_000_001), signature.subarray(8))).toBe(false);
  });
});
