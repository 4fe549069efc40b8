import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyFolder } from '../operations';
import { acknowledgedBy, appendersOf, expectWhole, wholeLog, type Appender } from './appenders.fixture';
import { storeProgram, type Ended, type StoreProcess, type StoreProgram } from './store-process.fixture';

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
const canMount = runs('unshare', '-Urm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /tmp');
const canTrace = runs('strace', '-f', '-qq', '-o', '/dev/null', '-e', 'inject=fdatasync:error=EIO', 'true');
if (!canMount)
  console.warn('A full disk is left out: this machine lets nobody mount a small file system in a namespace of their own (unshare -Urm).');
if (!canTrace) console.warn('Failing flushes are left out: strace is not on this machine, or may not trace.');

let program: StoreProgram;
let folder: string;

beforeAll(() => {
  program = storeProgram();
});

beforeEach(() => {
  folder = mkdtempSync(join(program.folder, 'store-'));
});

afterAll(() => program.remove());

/** Under a shell, a signal is a code above 128. */
const signalOf = ({ code, signal }: Ended) => signal ?? Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];

/**
 * Appends until the store is gone; no more than that may take, or the disk did not fail. It ends so that a supervisor starts it again and
 * has said why, in lmdb's words where lmdb itself did not outlive the failure.
 */
async function appendUntilGone(store: StoreProcess, appenders: readonly Appender[], error: string): Promise<void> {
  await Promise.all(appenders.map((appender) => appender.appendUntil(() => acknowledgedBy(appenders) > 50_000, store.client, store.gone)));
  const signal = signalOf(await store.gone);
  void store.client.dispose();
  expect(['SIGKILL', 'SIGABRT', 'SIGSEGV']).toContain(signal);
  const why = new RegExp(`embedded event store: writing to disk failed \\((${error})\\), so the process ends`);
  expect(store.errors()).toMatch(signal === 'SIGKILL' ? why : /Write error: /);
}

/** The store starts again where there is nothing wrong, has everything that was acknowledged, and takes appends. */
async function expectToGoOn(where: string, appenders: readonly Appender[]): Promise<void> {
  expect(await verifyFolder(where)).toMatchObject({ findings: [] });
  const store = await program.start(where);
  expectWhole(await wholeLog(store.client), appenders);
  const before = acknowledgedBy(appenders);
  await Promise.all(
    appenders.map((appender) => appender.appendUntil(() => acknowledgedBy(appenders) > before + 100, store.client, store.gone)),
  );
  expectWhole(await wholeLog(store.client), appenders);
  await store.stop();
}

(canMount ? describe : describe.skip)('a full disk', () => {
  it('ends the process; nothing acknowledged is lost, and with more room the store goes on', async () => {
    const rescued = join(program.folder, 'rescued');
    mkdirSync(rescued);
    const script = `mount -t tmpfs -o size=2m none "$0" && { "$@"; code=$?; cp "$0/data.mdb" "${rescued}/data.mdb"; exit $code; }`;
    const store = await program.start(folder, ['unshare', '-Urm', 'sh', '-c', script, folder]);
    const appenders = appendersOf(16, 'x'.repeat(500));
    // A write that came to its end half way, lmdb tells as EIO.
    await appendUntilGone(store, appenders, 'ENOSPC|EIO');
    expect(acknowledgedBy(appenders)).toBeGreaterThan(100);
    await expectToGoOn(rescued, appenders);
  }, 180_000);
});

(canTrace ? describe : describe.skip)('a write or a flush that fails once', () => {
  // A transaction is some writes of pages (pwrite64, writev), fdatasync, and the meta page with O_DSYNC (pwrite64).
  // Sixteen appenders may have sixteen transactions of theirs written before one of them reads its first answer: about a hundred writes.
  // A failure sooner than that could come before anything was acknowledged.
  it.each([
    ['fdatasync', 'EIO', 40],
    ['pwrite64', 'EIO', 260],
    ['pwrite64', 'EIO', 261],
    ['pwrite64', 'EIO', 262],
    ['pwrite64', 'ENOSPC', 263],
    ['writev', 'EIO', 80],
  ])(
    '(%s, %s, call %d) ends the process; nothing acknowledged is lost',
    async (call, error, when) => {
      const options = [
        '-f',
        '-qq',
        '-o',
        join(program.folder, 'trace'),
        '--seccomp-bpf',
        '-P',
        join(folder, 'data.mdb'),
        '-e',
        `trace=${call}`,
      ];
      const store = await program.start(folder, ['strace', ...options, '-e', `inject=${call}:error=${error}:when=${when}`]);
      const appenders = appendersOf(16);
      await appendUntilGone(store, appenders, error);
      expect(acknowledgedBy(appenders)).toBeGreaterThan(0);
      await expectToGoOn(folder, appenders);
    },
    180_000,
  );
});
