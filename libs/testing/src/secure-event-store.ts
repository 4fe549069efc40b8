import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { startEventStore, type RunningEventStore } from '@isegoria/embedded-event-store';
import { certificates } from './certificates';
import type { TestPart } from './parts';

/** An embedded event store behind a TLS terminator, which asks for a name and a password as a secure EventStoreDB does. */
export async function secureEventStore(
  user: string,
  password: string,
): Promise<TestPart & { readonly urlWith: (login: string) => string }> {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-secure-'));
  const authority = join(folder, 'ca.crt');
  await writeFile(authority, certificates.authority);
  const behind: { store?: RunningEventStore } = {};
  const terminator = await terminatorBefore(() => behind.store!.port);
  const { port: advertisedPort } = terminator.address() as AddressInfo;
  const store = await startEventStore({ folder: join(folder, 'events'), users: new Map([[user, password]]), advertisedPort });
  behind.store = store;
  const urlWith = (login: string) => `esdb://${login}localhost:${advertisedPort}?tls=true&tlsCAFile=${authority}`;
  return {
    url: urlWith(`${user}:${password}@`),
    urlWith,
    async stop() {
      terminator.close();
      await store.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function terminatorBefore(portOfStore: () => number): Promise<Server> {
  const server = createServer({ key: certificates.key, cert: certificates.node, ALPNProtocols: ['h2'] }, (secure) => {
    const plain = connect(portOfStore(), '127.0.0.1');
    for (const socket of [secure, plain]) socket.on('error', () => [secure, plain].forEach((one) => one.destroy()));
    secure.pipe(plain).pipe(secure);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
