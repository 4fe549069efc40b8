import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { MAX_APPEND_BYTES, type ExpectedRevision } from '../rules/model';
import { DamagedEvent } from '../storage/storage';

/** What a call ends with. The `exception` trailer is what clients of EventStoreDB tell errors apart by. */
export type CallError = ServiceError;

function callError(code: status, details: string, trailers: Record<string, string> = {}): CallError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, headerSafe(value));
  const state: StatusObject = { code, details, metadata };
  return Object.assign(new Error(details), state);
}

/** A trailer carries printable ASCII only; a stream may have any name. */
const headerSafe = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?');

export const streamDeleted = (stream: string): CallError =>
  callError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export function wrongExpectedVersion(operation: string, stream: string, expected: ExpectedRevision, current: number): CallError {
  const version = versionOf(expected);
  return callError(
    status.FAILED_PRECONDITION,
    `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${version}, Actual version: ${current}`,
    { exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': `${version}`, 'actual-version': `${current}` },
  );
}

/** The negative numbers that EventStoreDB has for the states. */
function versionOf(expected: ExpectedRevision): number {
  if (expected === 'no_stream') return -1;
  if (expected === 'any') return -2;
  return expected === 'stream_exists' ? -4 : expected;
}

export const maximumAppendSizeExceeded = (): CallError =>
  callError(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': `${MAX_APPEND_BYTES}`,
  });

export const requiredPropertyMissing = (property: string): CallError =>
  callError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const invalidArgument = (sentence: string): CallError => callError(status.INVALID_ARGUMENT, sentence);
export const tooMuchAtOnce = (sentence: string): CallError => callError(status.RESOURCE_EXHAUSTED, sentence);
export const shuttingDown = (): CallError => callError(status.UNAVAILABLE, 'The embedded event store is shutting down.');
export const unimplemented = (sentence: string): CallError => callError(status.UNIMPLEMENTED, sentence);

export const damaged = (position: number): CallError => callError(status.DATA_LOSS, new DamagedEvent(position).message);

/** For what no branch foresaw. Damage is told with its position; of anything else no inside is shown. */
export function unexpected(error: unknown): CallError {
  if (error instanceof DamagedEvent) return damaged(error.position);
  process.stderr.write(`embedded event store: a call failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  return callError(status.INTERNAL, 'The embedded event store failed at this call.');
}
