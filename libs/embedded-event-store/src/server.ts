import { resolve } from 'node:path';
import { getSystemErrorName } from 'node:util';
import { toldInLines } from '@isegoria/steady';
import type { EventStoreFigures } from './figures';
import { absent } from './protocol/absent-services';
import { discoveryMethods } from './protocol/discovery';
import { callErrorFrom } from './protocol/errors';
import type { Outlet } from './protocol/outlet';
import { plainAnswers } from './protocol/plain-answers';
import { streamsMethods } from './protocol/stream-calls';
import { guarded } from './protocol/users';
import { WakeUps } from './reading/wake-ups';
import { firstEvent } from './rules/first-event';
import { Sequencer } from './storage/sequencer';
import { Storage } from './storage/storage';
import { startGrpcServer, type GrpcServer } from './transport/grpc-server';

export interface EventStoreOptions {
  /** Where the events are kept; created when missing. One process at a time. */
  readonly folder: string;
  /** TCP port; 0 or none picks a free one. */
  readonly port?: number;
  /** 127.0.0.1 or localhost, and nothing else: there is no TLS here. */
  readonly host?: string;
  /** The port that clients are told when they ask for the nodes, where something stands before this one, such as what ends TLS. */
  readonly advertisedPort?: number;
  /** Who may call, by name, with their passwords; everybody on this machine when absent. */
  readonly users?: ReadonlyMap<string, string>;
  /** Milliseconds after which a caller is asked for a sign of life; ten seconds by default, as EventStoreDB does. */
  readonly pingInterval?: number;
}

export interface RunningEventStore {
  readonly port: number;
  readonly connectionString: string;
  figures(): EventStoreFigures;
  /** Finishes what was begun, ends every subscription and gives the folder free. */
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

/**
 * Starts a durable single-node server of EventStoreDB's gRPC protocol.
 * @throws a sentence when the address is not this machine's own, the port is taken, or the folder is in use
 */
export async function startEventStore(options: EventStoreOptions): Promise<RunningEventStore> {
  const { folder, port = 0, host = '127.0.0.1', advertisedPort, users, pingInterval = 10_000 } = options;
  if (!LOOPBACK.has(host)) throw new Error(`The embedded event store serves this machine only: it listens on 127.0.0.1, not on ${host}.`);
  const path = resolve(folder);
  const storage = new Storage(path);
  await storage.take(path);
  const wakeUps = new WakeUps();
  const outlets = new Set<Outlet>();
  const sequencer = new Sequencer(storage, wakeUps, endProcess);
  const methods = new Map([
    ...guarded(users, streamsMethods({ storage, sequencer, wakeUps, outlets })),
    ...discoveryMethods('127.0.0.1', () => advertisedPort ?? server.port),
  ]);
  let server: GrpcServer;
  if (storage.lastPosition() === 0) await new Promise((written) => sequencer.submit(firstEvent(Date.now()), 0, written));
  const figures = (): EventStoreFigures => ({ ...sequencer.figures, lastPosition: storage.lastPosition(), openReads: outlets.size });
  try {
    server = await startGrpcServer(port, { methods, absent, unexpected: callErrorFrom, plain: plainAnswers(figures), pingInterval });
  } catch (error) {
    await storage.close();
    throw new Error(`The event store cannot listen on port ${port} of 127.0.0.1: ${(error as Error).message}`);
  }
  return {
    port: server.port,
    connectionString: `esdb://127.0.0.1:${server.port}?tls=false`,
    figures,
    async stop() {
      await server.stop();
      await sequencer.idle();
      await storage.close();
    },
  };
}

/**
 * After a failed flush nobody can know what the disk holds; a restart reads it. SIGKILL, since nothing native may run any more: lmdb 3.5.6
 * words a failed write in a hundred bytes that do not always hold it (`last_error` of its mdb.c), and whoever then frees memory may end the
 * process by SIGABRT or SIGSEGV. This may even happen before lmdb has come back; its own "Write error" is told by then.
 */
function endProcess(error: unknown): void {
  const told = `writing to disk failed${systemNameOf(error)}, so the process ends (is the disk full?): ${toldInLines(error)}`;
  process.stderr.write(`embedded event store: ${told}\n`);
  process.kill(process.pid, 'SIGKILL');
}

function systemNameOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'number' && code > 0 ? ` (${getSystemErrorName(-code)})` : '';
}
