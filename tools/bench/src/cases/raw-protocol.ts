import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { sharedPb, streamsPb } from '@isegoria/event-store-wire';
import { towards, type Figure } from '../figure';
import { startEventStoreProcess } from './event-store-process';

const inFlight = 64;
const windowBytes = 16 * 1024 * 1024;
const eventsAnAppend = 500;
const eventsToReadASecond = 50_000;

/**
 * What the server alone can do: the bytes of the protocol over HTTP/2, encoded before the clock starts, without a client's work
 * on either side. Appends are durable, one event each to streams of their own, 64 in flight on one BatchAppend.
 */
export async function rawProtocol(seconds: number): Promise<Figure[]> {
  const part = await startEventStoreProcess();
  const session = connect(part.url.replace('esdb://', 'http://').replace(/\?.*/, ''), {
    settings: { initialWindowSize: windowBytes },
    // Node's default of 10 MB is less than what is in flight here, and ends the next call.
    maxSessionMemory: 256,
  });
  await once(session, 'connect');
  session.setLocalWindowSize(windowBytes);
  try {
    const requests = Array.from({ length: Math.round(30_000 * seconds) }, () => appendRequest(1));
    const appends = await appendAll(session, requests, seconds);
    await appendAll(
      session,
      Array.from({ length: Math.ceil((eventsToReadASecond * seconds) / eventsAnAppend) }, () => appendRequest(eventsAnAppend)),
      Infinity,
    );
    const read = await readAll(session);
    return [
      towards({ name: 'event store, raw protocol, 64 in flight', value: appends, unit: 'appends/s' }, 20_000),
      towards({ name: 'event store, raw protocol, reading $all', value: read, unit: 'events/s' }, 200_000),
    ];
  } finally {
    session.destroy();
    await part.stop();
  }
}

/** @returns answers a second, until the time or the requests are over */
async function appendAll(session: ClientHttp2Session, requests: readonly Buffer[], seconds: number): Promise<number> {
  const call = open(session, 'BatchAppend');
  const started = performance.now();
  let sent = Math.min(inFlight, requests.length);
  let answered = 0;
  const over = new Promise<void>((resolve) => {
    countMessages(call, (count) => {
      answered += count;
      const until = performance.now() - started < seconds * 1000 ? Math.min(sent + count, requests.length) : sent;
      if (until > sent) call.write(Buffer.concat(requests.slice(sent, until)));
      sent = until;
      if (answered === sent) resolve();
    });
  });
  call.write(Buffer.concat(requests.slice(0, sent)));
  await over;
  const elapsed = (performance.now() - started) / 1000;
  call.end();
  return answered / elapsed;
}

async function readAll(session: ClientHttp2Session): Promise<number> {
  const { Options } = streamsPb.ReadReq;
  const empty = new sharedPb.Empty();
  const all = new Options.AllOptions().setStart(empty);
  const options = new Options()
    .setAll(all)
    .setCount('9007199254740991')
    .setNoFilter(empty)
    .setUuidOption(new Options.UUIDOption().setString(empty));
  const call = open(session, 'Read');
  const started = performance.now();
  let events = 0;
  countMessages(call, (count) => (events += count));
  call.end(framed(new streamsPb.ReadReq().setOptions(options).serializeBinary()));
  await once(call, 'end');
  return events / ((performance.now() - started) / 1000);
}

const open = (session: ClientHttp2Session, method: string): ClientHttp2Stream =>
  session.request({
    ':method': 'POST',
    ':path': `/event_store.client.streams.Streams/${method}`,
    'content-type': 'application/grpc',
    te: 'trailers',
  });

/** Counts the length-prefixed messages of a call without reading them. */
function countMessages(call: ClientHttp2Stream, onMessages: (count: number) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  let toSkip = 0;
  call.on('data', (chunk: Buffer) => {
    let at = toSkip;
    let count = 0;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (; at + 5 <= bytes.length; count += 1) at += 5 + bytes.readUInt32BE(at + 1);
    toSkip = Math.max(0, at - bytes.length);
    rest = bytes.subarray(at);
    if (count > 0) onMessages(count);
  });
}

const vote = Buffer.from(
  JSON.stringify({
    consultationId: randomUUID(),
    activityId: randomUUID(),
    statementId: randomUUID(),
    voter: 'f'.repeat(32),
    choice: 'agree',
    assurance: 'email',
  }),
);

function appendRequest(events: number): Buffer {
  const { Options, ProposedMessage } = streamsPb.BatchAppendReq;
  const uuid = () => new sharedPb.UUID().setString(randomUUID());
  const stream = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(`ballot-${randomUUID()}`).toString('base64'));
  const request = new streamsPb.BatchAppendReq().setCorrelationId(uuid()).setIsFinal(true);
  request.setOptions(new Options().setStreamIdentifier(stream).setNoStream(new emptyPb.Empty()));
  for (let event = 0; event < events; event += 1) {
    const message = new ProposedMessage().setId(uuid()).setData(vote);
    message.getMetadataMap().set('type', 'StatementVoteCast').set('content-type', 'application/json');
    request.addProposedMessages(message);
  }
  return framed(request.serializeBinary());
}

function framed(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}
