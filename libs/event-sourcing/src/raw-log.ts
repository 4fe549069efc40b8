import type { EventStoreDBClient } from '@eventstore/db-client';
import { readRaw, sharedPb, streamsPb, type ReadReq } from '@isegoria/event-store-wire';
import { steady } from '@isegoria/steady';
import type { LogPlace, RawEvent } from './raw-event';
import { decodeReadResponse } from './read-response';

/** Anything that has a client of the store. */
export interface Connected {
  readonly client: EventStoreDBClient;
}

/** Milliseconds for one page. */
const patience = 30_000;

/**
 * Reads up to `count` events of the whole log, the store's own streams included, in log order: from the event at `from` on, or from the
 * first. The client parses what it reads and so loses the stored bytes; this reads over its connection with the stubs it ships.
 */
export function readRawLog(store: Connected, { from, count }: { from?: LogPlace; count: number }): Promise<RawEvent[]> {
  const beginning = (everywhere: ReadReq.Options.AllOptions) =>
    from ? everywhere.setPosition(positionOf(from)) : everywhere.setStart(new sharedPb.Empty());
  return read(store, beginning, forwards, count);
}

/** Reads the `count` newest events of the whole log as {@link readRawLog} does, the newest first. */
export function readNewest(store: Connected, count: number): Promise<RawEvent[]> {
  return read(store, (everywhere) => everywhere.setEnd(new sharedPb.Empty()), backwards, count);
}

/** True for the streams that the store keeps for itself. */
export function isSystemStream(stream: string): boolean {
  return stream.startsWith('$');
}

const { Options } = streamsPb.ReadReq;
const { FORWARDS: forwards, BACKWARDS: backwards } = Options.ReadDirection;

async function read(store: Connected, ...what: Parameters<typeof requestFor>): Promise<RawEvent[]> {
  const deadline = new Date(Date.now() + patience);
  // A decoder that makes no objects but the event.
  const responses = await readRaw(store.client, requestFor(...what), { decode: decodeReadResponse, deadline });
  return new Promise((resolve, reject) => {
    const events: RawEvent[] = [];
    responses.on(
      'data',
      steady(({ event }: { event?: RawEvent }) => event && events.push(event), reject),
    );
    responses.on('end', () => resolve(events));
    responses.on('error', reject);
  });
}

function positionOf({ commit, prepare }: LogPlace) {
  const position = new Options.Position();
  position.setCommitPosition(String(commit));
  position.setPreparePosition(String(prepare));
  return position;
}

function requestFor(
  beginning: (everywhere: ReadReq.Options.AllOptions) => void,
  direction: ReadReq.Options.ReadDirection,
  count: number,
): ReadReq {
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
