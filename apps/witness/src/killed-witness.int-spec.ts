import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseCosignerKey, webCrypto } from '@isegoria/merkle-log';
import { build } from 'esbuild';
import { addCheckpoint, TestLog } from './log.fixture';

/** As a program of its own, in one file: what an authority runs. */
const program = await mkdtemp(join(tmpdir(), 'witness-program-'));
let folder: string;
let log: TestLog;
let child: ChildProcess | undefined;

beforeAll(async () => {
  const entryPoints = [fileURLToPath(new URL('./main.ts', import.meta.url))];
  await build({
    entryPoints,
    outfile: join(program, 'main.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
}, 60_000);
afterAll(() => rm(program, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-'));
  log = await (await TestLog.create()).growTo(400);
});
afterEach(async () => {
  await kill();
  await rm(folder, { recursive: true });
});

interface Started {
  port: number;
  key: string;
}

function run(...args: string[]): Promise<Started> {
  const started = spawn(process.execPath, [join(program, 'main.mjs'), '--', ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr]) stream?.on('data', (data) => (said += String(data)));
  return new Promise((resolve, reject) => {
    started.once('message', (message) => resolve(message as Started));
    started.once('exit', (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
}
const start = () => run('--key', join(folder, 'key.pem'), '--log', log.vkey, '--data', join(folder, 'data'), '--port', '0');

async function kill(): Promise<void> {
  const killed = child;
  child = undefined;
  if (!killed || killed.exitCode !== null) return;
  const gone = new Promise((resolve) => killed.once('exit', resolve));
  killed.kill('SIGKILL');
  await gone;
}

describe('a witness that is killed at any moment', () => {
  it('never forgets a checkpoint whose cosignature has left it', async () => {
    const fork = await log.fork();
    let promised = 0;
    for (let round = 0; round < 12 || promised === 0; round++) {
      const { port } = await start();
      const known = Number((await addCheckpoint(port, `old 400\n\n${log.note(400)}`)).body);
      expect(known).toBeGreaterThanOrEqual(promised);
      if (known > 0) expect((await addCheckpoint(port, await fork.request(known, known + 1))).status).toBe(422);
      promised = known;
      // One leaf after the other until the process is gone; another moment each time.
      const ends = new Promise((resolve) => setTimeout(resolve, 3 + 7 * round)).then(kill);
      for (let alive = true; alive && promised < 400;) {
        const reply = await addCheckpoint(port, await log.request(promised, promised + 1)).catch(() => undefined);
        alive = reply !== undefined;
        if (reply) expect(reply.status).toBe(200);
        if (reply) promised += 1;
      }
      await ends;
    }
    const { port } = await start();
    expect((await addCheckpoint(port, await log.request(0, 400))).status).toBe(409);
    expect((await readdir(join(folder, 'data'))).filter((name) => name.startsWith('new-'))).toEqual([]);
  }, 120_000);
});

describe('the command', () => {
  it('runs with a folder and nothing else, and makes a key of its own that it keeps', async () => {
    const first = await start();
    const key = (await parseCosignerKey(first.key, webCrypto.sha256))!;
    expect(key.name).toBe(`isegoria-witness/${Buffer.from(key.publicKey).toString('hex').slice(0, 8)}`);
    await kill();
    expect((await start()).key).toBe(first.key);
  });

  it.each([
    [['--key', 'k'], '--log is needed'],
    [['--key', 'k', '--log', 'x', '--data', 'd'], 'x is no Ed25519 verifier key'],
    [['--port', 'x', '--key', 'k', '--log', 'x', '--data', 'd'], 'x is no port'],
    [['--kye'], 'Unknown option'],
  ])('says in a sentence what is wrong with %j, and ends with 1', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(new RegExp(`exit 1: The witness could not start: .*${sentence}`));
  });

  it('says so where its key is of another kind', async () => {
    await writeFile(join(folder, 'key.pem'), 'no key');
    await expect(start()).rejects.toThrow('holds no Ed25519 key');
  });

  it('explains itself', async () => {
    await expect(run('--help')).rejects.toThrow(/exit 0: A witness for verifiable logs[^]*--data DIR/);
  });
});
