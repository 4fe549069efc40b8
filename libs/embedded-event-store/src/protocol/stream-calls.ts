import type { handleUnaryCall, sendUnaryData, ServerUnaryCall, ServerWritableStream, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { DeleteReq, ReadReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { callErrorOf, handleAppend, handleBatchAppend } from './append-calls';
import { checkedStreamName, decodeAppendPart, decodeBatchPart, InvalidAppend, type AppendPart } from './append-messages';
import { damaged, streamDeleted, unexpected, wrongExpectedVersion, type CallError } from './errors';
import type { Change, ExpectedRevision } from '../rules/model';
import { Outlet } from './outlet';
import { readRequestOf } from './read-request';
import { readAll, readStream } from '../reading/reads';
import type { Sequencer } from '../storage/sequencer';
import type { Storage } from '../storage/storage';
import { subscribeToAll, subscribeToStream } from '../reading/subscriptions';
import type { WakeUps } from '../reading/wake-ups';

const asItIs = (message: Buffer): Buffer => message;

/** The client's own definition of the Streams service, with the hot messages coded by hand and stored events sent as they are. */
export const streamsDefinition = {
  ...streamsGrpc.StreamsService,
  read: { ...streamsGrpc.StreamsService.read, responseSerialize: asItIs },
  append: { ...streamsGrpc.StreamsService.append, requestDeserialize: invalidAsValue(decodeAppendPart), responseSerialize: asItIs },
  batchAppend: { ...streamsGrpc.StreamsService.batchAppend, requestDeserialize: decodeBatchPart, responseSerialize: asItIs },
};

/** grpc-js would answer a thrown error with INTERNAL; what is merely invalid is the handler's to refuse. */
function invalidAsValue(decode: (message: Buffer) => AppendPart) {
  return (message: Buffer): AppendPart | InvalidAppend => {
    try {
      return decode(message);
    } catch (error) {
      if (error instanceof InvalidAppend) return error;
      throw error;
    }
  };
}

export interface StreamsParts {
  readonly storage: Storage;
  readonly sequencer: Sequencer;
  readonly wakeUps: WakeUps;
  /** Every reader that is there, to be told when the store stops. */
  readonly outlets: Set<Outlet>;
}

export function streamsHandlers(parts: StreamsParts): UntypedServiceImplementation {
  return {
    append: handleAppend(parts.sequencer),
    batchAppend: handleBatchAppend(parts.sequencer),
    read: (call: ServerWritableStream<ReadReq, Buffer>) => void answerRead(parts, call),
    delete: handleRemoval(parts.sequencer, 'delete', (position) => {
      const response = new streamsPb.DeleteResp();
      return response.setPosition(placed(new streamsPb.DeleteResp.Position(), position));
    }),
    tombstone: handleRemoval(parts.sequencer, 'tombstone', (position) => {
      const response = new streamsPb.TombstoneResp();
      return response.setPosition(placed(new streamsPb.TombstoneResp.Position(), position));
    }),
  };
}

async function answerRead({ storage, wakeUps, outlets }: StreamsParts, call: ServerWritableStream<ReadReq, Buffer>): Promise<void> {
  const outlet = new Outlet(call);
  outlets.add(outlet);
  try {
    const request = readRequestOf(call.request);
    const { stream, count } = request;
    if (stream === undefined) await (count === undefined ? subscribeToAll(storage, wakeUps, request, outlet) : readAll(storage, request, outlet));
    else if (count === undefined) await subscribeToStream(storage, wakeUps, stream, request, outlet);
    else await readStream(storage, stream, request, outlet);
    outlet.end();
  } catch (error) {
    outlet.fail(callErrorFrom(error));
  } finally {
    outlets.delete(outlet);
  }
}

function callErrorFrom(error: unknown): CallError {
  if (error instanceof InvalidAppend) return callErrorOf(error);
  return error instanceof Error && 'code' in error && 'metadata' in error ? (error as CallError) : unexpected(error);
}

type RemovalRequest = DeleteReq | TombstoneReq;

function handleRemoval<Response>(
  sequencer: Sequencer,
  kind: 'delete' | 'tombstone',
  respond: (position: number) => Response,
): handleUnaryCall<RemovalRequest, Response> {
  return (call: ServerUnaryCall<RemovalRequest, Response>, callback: sendUnaryData<Response>) => {
    try {
      const change = removalOf(call.request, kind);
      sequencer.submit(change, 0, (outcome) => {
        if (outcome.kind === 'done') callback(null, respond(outcome.position!));
        else if (outcome.kind === 'stream-deleted') callback(streamDeleted(change.stream));
        else if (outcome.kind === 'damaged') callback(damaged(outcome.position));
        else callback(wrongExpectedVersion(kind === 'delete' ? 'Delete' : 'Tombstone', change.stream, change.expected, outcome.current));
      });
    } catch (error) {
      callback(callErrorFrom(error));
    }
  };
}

function removalOf(request: RemovalRequest, kind: 'delete' | 'tombstone'): Change {
  const options = request.getOptions();
  const stream = checkedStreamName(Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'));
  let expected: ExpectedRevision = 'any';
  if (options?.hasRevision()) expected = Number(options.getRevision());
  else if (options?.hasNoStream()) expected = 'no_stream';
  else if (options?.hasStreamExists()) expected = 'stream_exists';
  return { kind, stream, expected, events: [] };
}

function placed<Position extends { setCommitPosition(value: string): unknown; setPreparePosition(value: string): unknown }>(
  message: Position,
  position: number,
): Position {
  message.setCommitPosition(`${position}`);
  message.setPreparePosition(`${position}`);
  return message;
}
