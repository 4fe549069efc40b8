import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { refuseAbsentServices } from './protocol/absent-services';
import { featuresHandlers, gossipHandlers } from './protocol/discovery';
import { shuttingDown } from './protocol/errors';
import type { Outlet } from './protocol/outlet';
import { Sequencer, type SequencerFigures } from './storage/sequencer';
import { Storage } from './storage/storage';
import { streamsDefinition, streamsHandlers } from './protocol/stream-calls';
import { WakeUps } from './reading/wake-ups';

export interface EventStoreOptions {
  /** Where the events are kept; created when missing. One process at a time. */
  readonly folder: string;
  /** TCP port; 0 or none picks a free one. */
  readonly port?: number;
  /** 127.0.0.1 or localhost, and nothing else: there is neither TLS nor a password here. */
  readonly host?: string;
}

/** Counted since the start; durations in seconds. */
export interface EventStoreFigures extends SequencerFigures {
  /** Position of the last event; 0 for an empty store. */
  readonly lastPosition: number;
  /** Reads and subscriptions that are open now. */
  readonly openReads: number;
}

export interface RunningEventStore {
  readonly port: number;
  readonly connectionString: string;
  figures(): EventStoreFigures;
  /** Finishes what was begun, ends every subscription and gives the folder free. */
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost']);
/** A larger message ends its call; up to here an append that is too large is refused by itself. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const STOP_PATIENCE_MS = 500;

/**
 * Starts a durable single-node server of EventStoreDB's gRPC protocol.
 * @throws a sentence when the address is not this machine's own, the port is taken, or the folder is in use
 */
export async function startEventStore({ folder, port = 0, host = '127.0.0.1' }: EventStoreOptions): Promise<RunningEventStore> {
  if (!LOOPBACK.has(host)) throw new Error(`The embedded event store serves this machine only: it listens on 127.0.0.1, not on ${host}.`);
  const path = resolve(folder);
  const storage = new Storage(path);
  await storage.take(path);
  const wakeUps = new WakeUps();
  const outlets = new Set<Outlet>();
  const sequencer = new Sequencer(storage, wakeUps, endProcess);
  const server = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE_BYTES });
  let boundPort = port;
  server.addService(streamsDefinition as unknown as ServiceDefinition, streamsHandlers({ storage, sequencer, wakeUps, outlets }));
  server.addService(featuresGrpc.ServerFeaturesService as unknown as ServiceDefinition, featuresHandlers());
  server.addService(gossipGrpc.GossipService as unknown as ServiceDefinition, gossipHandlers('127.0.0.1', () => boundPort));
  refuseAbsentServices(server);
  try {
    boundPort = await listen(server, port);
  } catch (error) {
    await storage.close();
    throw error;
  }
  return {
    port: boundPort,
    connectionString: `esdb://127.0.0.1:${boundPort}?tls=false`,
    figures: () => ({ ...sequencer.figures, lastPosition: storage.lastPosition(), openReads: outlets.size }),
    async stop() {
      for (const outlet of outlets) outlet.fail(shuttingDown());
      await closeDown(server);
      await sequencer.idle();
      await storage.close();
    },
  };
}

/** Asks the system first: grpc-js logs on its own when it cannot bind. */
async function listen(server: Server, port: number): Promise<number> {
  try {
    if (port !== 0) await probe(port);
    return await promisify(server.bindAsync.bind(server))(`127.0.0.1:${port}`, ServerCredentials.createInsecure());
  } catch (error) {
    throw new Error(`The event store cannot listen on port ${port} of 127.0.0.1: ${(error as Error).message}`);
  }
}

async function probe(port: number): Promise<void> {
  const listener = createServer().listen(port, '127.0.0.1');
  await once(listener, 'listening');
  listener.close();
  await once(listener, 'close');
}

function closeDown(server: Server): Promise<void> {
  return new Promise((done) => {
    const force = setTimeout(() => server.forceShutdown(), STOP_PATIENCE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      done();
    });
  });
}

/** After a failed flush nobody can know what the disk holds; a restart reads it. */
function endProcess(error: unknown): never {
  process.stderr.write(`embedded event store: writing to disk failed, so the process ends: ${String(error)}\n`);
  process.exit(1);
}
