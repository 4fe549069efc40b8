import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStore, verifyFolder } from '@isegoria/embedded-event-store';

const root = resolve(import.meta.dirname, '../../..');
const parent = mkdtempSync(join(tmpdir(), 'event-store-'));
const folder = join(parent, 'store');
const backup = join(parent, 'backup');

function run(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/event-store/main.js'), ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

beforeAll(async () => {
  spawnSync(process.execPath, [join(root, 'tools/build.mjs'), 'event-store']);
  const store = await startEventStore({ folder });
  const client = EventStoreDBClient.connectionString(store.connectionString);
  for (let n = 0; n < 10; n += 1)
    await client.appendToStream(`stream-${n % 2}`, jsonEvent({ type: 'Happened', data: { mark: `number-${n}.` } }));
  await client.dispose();
  await store.stop();
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('the event store tool', () => {
  it('verifies, backs up and restores, and says what it saw', async () => {
    const { events, streams } = await verifyFolder(folder);
    expect(events).toBeGreaterThanOrEqual(10);
    const size = `${events} events in ${streams} streams, every one as it was written`;
    expect(run('verify', '--from', folder)).toEqual({ status: 0, said: `SOUND: ${folder}, ${size}.\n` });
    expect(run('backup', '--from', folder, '--to', backup)).toEqual({ status: 0, said: `Copied to ${backup} and verified: ${size}.\n` });
    const restored = join(parent, 'restored');
    expect(run('restore', '--from', backup, '--to', restored)).toEqual({
      status: 0,
      said: `Copied to ${restored} and verified: ${size}.\n`,
    });
    expect(run('restore', '--from', backup, '--to', restored)).toEqual({
      status: 2,
      said: `The folder ${restored} is not empty; name a new or an empty one.\n`,
    });
  });

  it('ends with 1 where something is damaged, and names it', () => {
    const file = readFileSync(join(folder, 'data.mdb'));
    for (let at = file.indexOf('number-4.'); at >= 0; at = file.indexOf('number-4.', at + 1)) file[at]! ^= 1;
    writeFileSync(join(folder, 'data.mdb'), file);
    const verified = run('verify', '--from', folder);
    expect(verified.status).toBe(1);
    expect(verified.said).toMatch(/DAMAGED: the event at position \d+ is not as it was written/);
    const copied = run('backup', '--from', folder, '--to', join(parent, 'another'));
    expect(copied.status).toBe(1);
    expect(copied.said).toContain('Nothing was copied');
  });

  it.each([
    [[], 'Name one of verify, backup and restore'],
    [['verify'], 'Name the folder to read with --from.'],
    [['backup', '--from', 'x'], 'Name a new folder with --to.'],
    [['verify', '--from', parent], 'holds no event store'],
    [['verify', '--form', 'x'], 'Unknown option'],
  ])('%j ends with 2 and a sentence', (args, sentence) => {
    const { status, said } = run(...args);
    expect([status, said.includes(sentence), said.trim().split('\n').length]).toEqual([2, true, 1]);
  });

  it('has a help text', () => {
    expect(run('--help').said).toContain('event-store verify --from FOLDER');
  });
});
