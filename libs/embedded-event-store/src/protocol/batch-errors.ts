import { MAX_APPEND_BYTES, type ExpectedRevision } from '../rules/model';
import { DamagedEvent } from '../storage/storage';
import { status, type StatusCode } from '../transport/status';
import { WireWriter } from './wire';

/**
 * Within a BatchAppend call an append fails by itself: its response carries a google.rpc.Status whose details
 * are one of the messages of shared.proto, and the call goes on.
 */
const EMPTY = new Uint8Array();
const EXPECTED = { position: 3, any: 4, stream_exists: 5, no_stream: 6 };

export type BatchError = (correlation: Buffer, streamIdentifier: Buffer) => Buffer;

/** Codes and messages are those of EventStoreDB; what clients tell errors apart by is the detail. */
export function batchWrongExpectedVersion(expected: ExpectedRevision, current: number): BatchError {
  const details = new WireWriter();
  if (current < 0) details.bytes(2, EMPTY);
  else details.uint(1, current);
  if (typeof expected === 'number') details.uint(EXPECTED.position, expected);
  else details.bytes(EXPECTED[expected], EMPTY);
  return failure(status.ALREADY_EXISTS, 'WrongExpectedVersion', 'WrongExpectedVersion', details.finish());
}

export const batchStreamDeleted: BatchError = (correlation, streamIdentifier) =>
  failure(status.NOT_FOUND, 'StreamDeleted', 'StreamDeleted', new WireWriter().bytes(1, streamIdentifier).finish())(
    correlation,
    streamIdentifier,
  );

export const batchMaximumAppendSizeExceeded: BatchError = failure(
  status.INVALID_ARGUMENT,
  `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`,
  'MaximumAppendSizeExceeded',
  new WireWriter().uint(1, MAX_APPEND_BYTES).finish(),
);

export const batchAccessDenied: BatchError = failure(status.PERMISSION_DENIED, 'AccessDenied', 'AccessDenied', EMPTY);

export const batchDeadlineExceeded: BatchError = failure(status.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', EMPTY);

export const batchInvalid = (sentence: string): BatchError =>
  failure(status.INVALID_ARGUMENT, sentence, 'BadRequest', new WireWriter().text(1, sentence).finish());

export const batchDamaged = (position: number): BatchError =>
  failure(status.DATA_LOSS, new DamagedEvent(position).message, 'Unknown', EMPTY);

function failure(code: StatusCode, message: string, detail: string, value: Uint8Array): BatchError {
  const any = new WireWriter().text(1, `type.googleapis.com/event_store.client.${detail}`).bytes(2, value).finish();
  const error = new WireWriter().uint(1, code).text(2, message).bytes(3, any).finish();
  return (correlation, streamIdentifier) =>
    new WireWriter().bytes(1, correlation).bytes(2, error).bytes(4, streamIdentifier).finish();
}
