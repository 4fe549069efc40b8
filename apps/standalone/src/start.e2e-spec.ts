import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'nats';
import { Client } from 'pg';
import { EventStore } from '@isegoria/event-sourcing';
import { startPlatform, type TestPlatform } from '@isegoria/testing';

const program = join(import.meta.dirname, '../../../dist/standalone/main.js');

/** Runs `npm start` with these options until it ends by itself. */
function tryToStart(...options: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program, ...options], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said: said.trim() })));
}

describe('starting', () => {
  let parent: string;
  let platform: TestPlatform;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'isegoria-start-'));
    platform = await startPlatform();
  });
  afterAll(async () => {
    await platform.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  const refusal = async (...options: string[]) => {
    const { code, said } = await tryToStart(...options);
    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    return said;
  };

  it('says one line a part, then the addresses', () => {
    for (const part of [
      'event-store',
      'broker',
      'database',
      'identity',
      'content',
      'feedback',
      'consultations',
      'projector',
      'transparency-log',
      'gateway',
      'portal',
    ]) {
      if (part === 'broker' && process.env['NATS_URL']) continue;
      if (part === 'database' && process.env['DATABASE_URL']) continue;
      if (part === 'event-store' && process.env['EVENTSTORE_URL']) continue;
      expect(platform.output()).toContain(`${part} is ready`);
    }
  });

  it('is ready only when every part is', async () => {
    const answer = await fetch(`${platform.origin}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('keeps its secrets from other users, and the key of the log apart from the others', () => {
    expect(statSync(join(platform.folder, 'key-epochs')).mode & 0o777).toBe(0o700);
    for (const file of ['secrets.json', 'log-signing-key.pem'])
      expect([file, statSync(join(platform.folder, file)).mode & 0o077]).toEqual([file, 0]);
    expect(JSON.parse(readFileSync(join(platform.folder, 'secrets.json'), 'utf8'))).not.toHaveProperty('LOG_SIGNING_KEY');
  });

  describe('asks everybody who connects for a password:', () => {
    const own = !process.env['NATS_URL'] && !process.env['DATABASE_URL'] && !process.env['EVENTSTORE_URL'];
    const parts = () =>
      JSON.parse(readFileSync(join(platform.folder, 'parts.json'), 'utf8')) as { eventStoreUrl: string; databaseUrl: string };
    const withoutPassword = (url: string) => url.replace(/:[^:@/]+@/, '@');
    const ifOwn = own ? it : it.skip;

    ifOwn('PostgreSQL', async () => {
      await expect(new Client({ connectionString: withoutPassword(parts().databaseUrl) }).connect()).rejects.toThrow(/password/);
      const projector = new Client({ connectionString: parts().databaseUrl });
      await projector.connect();
      await expect(projector.query('SELECT * FROM vault.person_key')).rejects.toMatchObject({ code: '42501' });
      await projector.end();
    });

    ifOwn('the event store', async () => {
      const store = new EventStore(parts().eventStoreUrl.replace(/\/\/.*@/, '//'));
      await expect(store.readStream('any')).rejects.toMatchObject({ type: 'access-denied' });
      await store.close();
    });

    ifOwn('the broker', async () => {
      const [, port] = /ISEGORIA_PART=broker\0(?:.*\0)?PORT=(\d+)/s.exec(
        environments().find((each) => each.includes('ISEGORIA_PART=broker'))!,
      )!;
      await expect(connect({ port: Number(port), reconnect: false })).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
    });

    ifOwn('which no command line shows', () => {
      const secrets = Object.values(JSON.parse(readFileSync(join(platform.folder, 'secrets.json'), 'utf8')) as Record<string, string>);
      const commandLines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
      expect(secrets.filter((secret) => commandLines.includes(secret))).toEqual([]);
      expect(commandLines).not.toMatch(/isegoria_\w+:|nats:\/\/[\w-]+:/);
    });

    /** Of the processes that the platform started; the owner of the machine's account may read them. */
    function environments(): string[] {
      const pids = execFileSync('ps', ['-o', 'pid=', '--ppid', String(platform.pid)], { encoding: 'utf8' }).split('\n');
      return pids.filter((pid) => pid.trim() !== '').map((pid) => readFileSync(`/proc/${pid.trim()}/environ`, 'utf8'));
    }
  });

  it('refuses a second start on the same folder', async () => {
    expect(await refusal('--data', platform.folder, '--port', '0')).toMatch(/already runs on/);
    expect((await fetch(`${platform.origin}/health/ready`)).status).toBe(200);
  });

  it('refuses a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as AddressInfo;
    expect(await refusal('--data', join(parent, 'taken'), '--port', String(port))).toBe(
      `Port ${port} is taken: stop what listens there, or choose another with --port.`,
    );
    holder.close();
  });

  it('refuses a folder that cannot be written', async () => {
    writeFileSync(join(parent, 'file'), 'not a folder');
    expect(await refusal('--data', join(parent, 'file'), '--port', '0')).toMatch(/cannot be written/);
    expect(readFileSync(join(parent, 'file'), 'utf8')).toBe('not a folder');
    if (process.getuid?.() === 0) return; // root may write anywhere
    mkdirSync(join(parent, 'locked'));
    chmodSync(join(parent, 'locked'), 0o500);
    expect(await refusal('--data', join(parent, 'locked'), '--port', '0')).toMatch(/cannot be written/);
  });

  it("refuses a folder whose secrets are gone, and one with somebody else's files in the database's place", async () => {
    mkdirSync(join(parent, 'half/events'), { recursive: true });
    expect(await refusal('--data', join(parent, 'half'), '--port', '0')).toMatch(/holds data but not its secrets\.json/);
    if (process.env['DATABASE_URL']) return;
    const folder = join(parent, 'strange');
    mkdirSync(folder);
    writeFileSync(join(folder, 'secrets.json'), readFileSync(join(platform.folder, 'secrets.json')));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/letter.txt'), 'dear');
    expect(await refusal('--data', folder, '--port', '0')).toMatch(/holds data but not its log-signing-key\.pem/);
    writeFileSync(join(folder, 'log-signing-key.pem'), readFileSync(join(platform.folder, 'log-signing-key.pem')));
    const { code, said } = await tryToStart('--data', folder, '--port', '0');
    expect(code).toBe(1);
    expect(said).toMatch(/not empty and not a PostgreSQL folder/);
    expect(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8')).toBe('dear');
  });

  it('explains its options, and refuses those it does not know', async () => {
    expect((await tryToStart('--help')).said).toMatch(/--data DIR[\s\S]*--port N[\s\S]*--no-demo/);
    expect(await refusal('--prot', '1')).toMatch(/--help/);
    expect(await refusal('--port', 'eighty')).toMatch(/not a port/);
  });
});
