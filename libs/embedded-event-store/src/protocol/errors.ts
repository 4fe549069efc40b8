import { toldInLines } from '@isegoria/steady';
import { InvalidAppend } from './append-messages';
import { MalformedMessage } from './wire';
import { CallError, status, type StatusCode } from '../transport/status';
import { MAX_APPEND_BYTES, type ExpectedRevision } from '../rules/model';
import { DamagedEvent } from '../storage/storage';

/** An error with the `exception` trailer that clients of EventStoreDB tell errors apart by. */
function callError(code: StatusCode, details: string, trailers: Record<string, string> = {}): CallError {
  return new CallError(code, details, Object.fromEntries(Object.entries(trailers).map(([key, value]) => [key, headerSafe(value)])));
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

export const accessDenied = (): CallError => callError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const notAuthenticated = (): CallError => callError(status.UNAUTHENTICATED, 'The name or the password is not right.');
export const deadlineExceeded = (): CallError =>
  callError(status.DEADLINE_EXCEEDED, 'The deadline had passed when the turn came; nothing was written.');
export const invalidArgument = (sentence: string): CallError => callError(status.INVALID_ARGUMENT, sentence);
export const tooMuchAtOnce = (sentence: string): CallError => callError(status.RESOURCE_EXHAUSTED, sentence);
/** As the real server ends calls that go on and on, so that the client connects again. */
export const cancelledByStop = (): CallError => callError(status.CANCELLED, 'The embedded event store is shutting down.');
export const unimplemented = (sentence: string): CallError => callError(status.UNIMPLEMENTED, sentence);

export const damaged = (position: number): CallError => callError(status.DATA_LOSS, new DamagedEvent(position).message);

/**
 * What a caller may know about an error. Invalid input is explained, and damage reported with its position; an unforeseen error shows no
 * internal details.
 */
export function callErrorFrom(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof DamagedEvent) return damaged(error.position);
  if (error instanceof InvalidAppend)
    return error.missingProperty ? requiredPropertyMissing(error.missingProperty) : invalidArgument(error.message);
  if (error instanceof MalformedMessage) return invalidArgument(`The message cannot be read: ${error.message}.`);
  process.stderr.write(`embedded event store: a call failed: ${toldInLines(error)}\n`);
  return callError(status.INTERNAL, 'The embedded event store failed at this call.');
}
