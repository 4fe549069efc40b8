import { EventStoreDBClient } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventStore } from './event-store';
import { decodeReadResponse } from './read-response';

/** A place in the log. Events that one append wrote may share their commit position on a cluster; the prepare position tells them apart. */
export interface LogPlace {
  readonly commit: number;
  readonly prepare: number;
}

/** An event with the very bytes that the store holds, not parsed. */
export interface RawEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly place: LogPlace;
  /** When the store recorded it (UTC, RFC 3339, milliseconds). */
  readonly recordedAt: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** Milliseconds for one page. */
const patience = 30_000;

/**
 * Reads up to `count` events of the whole log, the store's own streams included, in log order: from the event at `from` on, or from the
 * first. The client parses what it reads and so loses the stored bytes; this reads over its connection with the stubs it ships.
 */
export function readRawLog(store: EventStore, { from, count }: { from?: LogPlace; count: number }): Promise<RawEvent[]> {
  return RawReader.read(store.client, (everywhere) => (from ? everywhere.setPosition(positionOf(from)) : everywhere.setStart(new sharedPb.Empty())), forwards, count);
}

/** Reads the `count` newest events of the whole log as {@link readRawLog} does, the newest first. */
export function readNewest(store: EventStore, count: number): Promise<RawEvent[]> {
  return RawReader.read(store.client, (everywhere) => everywhere.setEnd(new sharedPb.Empty()), backwards, count);
}

/** True for the streams that the store keeps for itself. */
export function isSystemStream(stream: string): boolean {
  return stream.startsWith('$');
}

const { Options } = streamsPb.ReadReq;
const { FORWARDS: forwards, BACKWARDS: backwards } = Options.ReadDirection;
const readPath = '/event_store.client.streams.Streams/Read';
const encode = (request: ReadReq): Buffer => Buffer.from(request.serializeBinary());

/** What the client offers its own commands only. */
class RawReader extends EventStoreDBClient {
  static async read(client: EventStoreDBClient, ...what: Parameters<typeof requestFor>): Promise<RawEvent[]> {
    const reader = client as RawReader;
    const request = requestFor(...what);
    const open = reader.GRPCStreamCreator(streamsGrpc.StreamsClient, 'readRawLog', (streams) =>
      // As streams.read, with a decoder that makes no objects but the event.
      streams.makeServerStreamRequest(readPath, encode, decodeReadResponse, request, ...reader.callArguments({}, { deadline: new Date(Date.now() + patience) })),
    );
    const responses = await open();
    return new Promise((resolve, reject) => {
      const events: RawEvent[] = [];
      responses.on('data', ({ event }: { event?: RawEvent }) => event && events.push(event));
      responses.on('end', () => resolve(events));
      responses.on('error', reject);
    });
  }
}

function positionOf({ commit, prepare }: LogPlace) {
  const position = new Options.Position();
  position.setCommitPosition(String(commit));
  position.setPreparePosition(String(prepare));
  return position;
}

function requestFor(beginning: (everywhere: ReadReq.Options.AllOptions) => void, direction: ReadReq.Options.ReadDirection, count: number): ReadReq {
  const everywhere = new Options.AllOptions();
  beginning(everywhere);
  const ids = new Options.UUIDOption();
  ids.setString(new sharedPb.Empty());
  const options = new Options();
  options.setAll(everywhere);
  options.setCount(String(count));
  options.setReadDirection(direction);
  options.setNoFilter(new sharedPb.Empty());
  options.setUuidOption(ids);
  const request = new streamsPb.ReadReq();
  request.setOptions(options);
  return request;
}
