import { type DeleteReq, streamsGrpc, streamsPb, type TombstoneReq } from '@isegoria/event-store-wire';
import { inBackground } from '@isegoria/steady';
import { readAll, readStream } from '../reading/reads';
import { subscribeToAll, subscribeToStream } from '../reading/subscriptions';
import type { WakeUps } from '../reading/wake-ups';
import type { Change, ExpectedRevision } from '../rules/model';
import type { Sequencer } from '../storage/sequencer';
import type { Storage } from '../storage/storage';
import type { Call } from '../transport/call';
import type { Method } from '../transport/grpc-server';
import { handleAppend, handleBatchAppend, type AppendParts } from './append-calls';
import { checkedStreamName } from './append-messages';
import { Caller } from './caller';
import { callErrorFrom, damaged, deadlineExceeded, streamDeleted, wrongExpectedVersion } from './errors';
import { Outlet } from './outlet';
import { readRequestOf } from './read-request';
import { MalformedMessage } from './wire';

export interface StreamsParts {
  readonly storage: Storage;
  readonly sequencer: Sequencer;
  readonly wakeUps: WakeUps;
  /** Every reader that is there. */
  readonly outlets: Set<Outlet>;
}

/** The Streams service by path; its hot messages are coded by hand and stored events sent as they are. */
export function streamsMethods(parts: StreamsParts): [path: string, method: Method][] {
  const { append, batchAppend, read, delete: remove, tombstone } = streamsGrpc.StreamsService;
  return [
    [append.path, handleAppend(parts)],
    [batchAppend.path, handleBatchAppend(parts)],
    [read.path, (call) => call.receiveOne((message) => inBackground(answerRead(parts, call, message)))],
    [remove.path, handleRemoval(parts, 'delete')],
    [tombstone.path, handleRemoval(parts, 'tombstone')],
  ];
}

async function answerRead({ storage, wakeUps, outlets }: StreamsParts, call: Call, message: Buffer): Promise<void> {
  const outlet = new Outlet(call);
  outlets.add(outlet);
  storage.shareMemory(outlets.size);
  try {
    const request = readRequestOf(parsed(streamsPb.ReadReq, message));
    const { stream, count } = request;
    new Caller(call.headers, storage).require('read', stream ?? '$all');
    if (stream === undefined)
      await (count === undefined ? subscribeToAll(storage, wakeUps, request, outlet) : readAll(storage, request, outlet));
    else if (count === undefined) await subscribeToStream(storage, wakeUps, stream, request, outlet);
    else await readStream(storage, stream, request, outlet);
    call.finish();
  } catch (error) {
    call.fail(callErrorFrom(error));
  } finally {
    outlets.delete(outlet);
    storage.shareMemory(outlets.size);
  }
}

function parsed<Message>(type: { deserializeBinary(bytes: Uint8Array): Message }, message: Buffer): Message {
  try {
    return type.deserializeBinary(message);
  } catch {
    throw new MalformedMessage('it is not what this call takes');
  }
}

const REMOVALS = {
  delete: { name: 'Delete', request: streamsPb.DeleteReq, response: streamsPb.DeleteResp },
  tombstone: { name: 'Tombstone', request: streamsPb.TombstoneReq, response: streamsPb.TombstoneResp },
} as const;

function handleRemoval({ storage, sequencer }: AppendParts, kind: keyof typeof REMOVALS): Method {
  return (call) =>
    call.receiveOne((message) => {
      const change = removalOf(parsed<DeleteReq | TombstoneReq>(REMOVALS[kind].request, message), kind);
      new Caller(call.headers, storage).require('delete', change.stream);
      sequencer.submit({ ...change, deadline: call.deadline }, 0, (outcome) => {
        if (outcome.kind === 'too-late') return call.fail(deadlineExceeded());
        if (outcome.kind === 'stream-deleted') return call.fail(streamDeleted(change.stream));
        if (outcome.kind === 'damaged') return call.fail(damaged(outcome.position));
        if (outcome.kind !== 'done')
          return call.fail(wrongExpectedVersion(REMOVALS[kind].name, change.stream, change.expected, outcome.current));
        call.send(removalResponse(kind, outcome.position!));
        call.finish();
      });
    });
}

function removalOf(request: DeleteReq | TombstoneReq, kind: keyof typeof REMOVALS): Change {
  const options = request.getOptions();
  const stream = checkedStreamName(Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'));
  let expected: ExpectedRevision = 'any';
  if (options?.hasRevision()) expected = Number(options.getRevision());
  else if (options?.hasNoStream()) expected = 'no_stream';
  else if (options?.hasStreamExists()) expected = 'stream_exists';
  return { kind, stream, expected, events: [] };
}

function removalResponse(kind: keyof typeof REMOVALS, position: number): Buffer {
  const response = new REMOVALS[kind].response();
  const place = new REMOVALS[kind].response.Position();
  place.setCommitPosition(`${position}`);
  place.setPreparePosition(`${position}`);
  response.setPosition(place);
  return Buffer.from(response.serializeBinary());
}
