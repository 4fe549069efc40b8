import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startBroker } from '@isegoria/embedded-broker';
import { startEventStore } from '@isegoria/embedded-event-store';

/** A part that a test stands on: the one that the environment names, or an embedded one of the test's own. */
export interface TestPart {
  readonly url: string;
  stop(): Promise<void>;
}

/** An event store: EVENTSTORE_URL, or an empty embedded one. */
export async function testEventStore(): Promise<TestPart> {
  const named = process.env['EVENTSTORE_URL'];
  if (named) return { url: named, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-events-'));
  const server = await startEventStore({ folder });
  return {
    url: server.connectionString,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An embedded event store that can go away and come back at the same address, whatever the environment names. */
export async function fickleEventStore(): Promise<TestPart & { goAway(): Promise<void>; comeBack(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-events-'));
  let server = await startEventStore({ folder });
  return {
    url: server.connectionString,
    goAway: () => server.stop(),
    async comeBack() {
      server = await startEventStore({ folder, port: server.port });
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A broker: NATS_URL, or an embedded one. */
export async function testBroker(): Promise<TestPart> {
  const named = process.env['NATS_URL'];
  if (named) return { url: named, stop: async () => undefined };
  const broker = await startBroker();
  return { url: broker.url, stop: () => broker.stop() };
}

/** A fresh database of its own on the PostgreSQL that the test run started (or DATABASE_URL names). */
export async function testDatabase(): Promise<TestPart> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('No PostgreSQL: this lane was started without one.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
