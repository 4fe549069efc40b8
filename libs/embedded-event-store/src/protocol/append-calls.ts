import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import {
  encodeAppendSuccess,
  encodeAppendWrongExpectedVersion,
  encodeBatchSuccess,
  InvalidAppend,
  sizeOf,
  type AppendOptions,
  type AppendPart,
  type BatchPart,
} from './append-messages';
import {
  batchDamaged,
  batchInvalid,
  batchMaximumAppendSizeExceeded,
  batchStreamDeleted,
  batchWrongExpectedVersion,
  type BatchError,
} from './batch-errors';
import {
  damaged,
  invalidArgument,
  maximumAppendSizeExceeded,
  requiredPropertyMissing,
  streamDeleted,
  tooMuchAtOnce,
  type CallError,
} from './errors';
import { MAX_APPEND_BYTES, type Outcome, type ProposedEvent } from '../rules/model';
import type { Sequencer } from '../storage/sequencer';

/** A caller of BatchAppend is read no further while so much of its own waits for the disk. */
const PAUSE_APPENDS = 4_000;
const PAUSE_BYTES = 16 * 1024 * 1024;
const OPEN_PARTS_BYTES = 32 * 1024 * 1024;
/** What an append costs besides its events, so that empty ones are not free. */
const APPEND_OVERHEAD = 200;

/** Streams.Append: one append a call, its events in one message each. */
export function handleAppend(sequencer: Sequencer) {
  return (call: ServerReadableStream<AppendPart | InvalidAppend, Buffer>, callback: sendUnaryData<Buffer>): void => {
    let options: AppendOptions | undefined;
    let events: ProposedEvent[] = [];
    let size = 0;
    let failed = false;
    const fail = (error: CallError) => {
      if (failed) return;
      failed = true;
      events = [];
      callback(error);
    };
    call.on('data', (part: AppendPart | InvalidAppend) => {
      if (failed) return;
      if (part instanceof InvalidAppend) return fail(callErrorOf(part));
      if (part.options) options = part.options;
      if (!part.event) return;
      events.push(part.event);
      if ((size += sizeOf(part.event)) > MAX_APPEND_BYTES) fail(maximumAppendSizeExceeded());
    });
    call.on('error', () => (failed = true));
    call.on('end', () => {
      if (failed) return;
      if (!options) return fail(invalidArgument('An append begins with its options.'));
      const { stream, expected } = options;
      sequencer.submit({ kind: 'append', stream, expected, events }, size + APPEND_OVERHEAD, (outcome) => {
        if (outcome.kind === 'done') callback(null, encodeAppendSuccess(outcome));
        else if (outcome.kind === 'stream-deleted') fail(streamDeleted(stream));
        else if (outcome.kind === 'damaged') fail(damaged(outcome.position));
        else callback(null, encodeAppendWrongExpectedVersion(expected, outcome.current));
      });
    });
  };
}

export const callErrorOf = ({ message, missingProperty }: InvalidAppend): CallError =>
  missingProperty ? requiredPropertyMissing(missingProperty) : invalidArgument(message);

/** An append that came in part. */
interface OpenAppend {
  readonly options: NonNullable<BatchPart['options']>;
  events: ProposedEvent[];
  size: number;
  invalid: InvalidAppend | undefined;
}

/** Streams.BatchAppend: many appends on one call, each answered under its correlation id when it is on disk. */
export function handleBatchAppend(sequencer: Sequencer) {
  return (call: ServerDuplexStream<BatchPart, Buffer>): void => {
    const open = new Map<string, OpenAppend>();
    let openBytes = 0;
    let waiting = 0;
    let waitingBytes = 0;
    let draining = false;
    let ended = false;

    const endWhenAnswered = () => {
      if (ended && waiting === 0 && !call.cancelled) call.end();
    };
    const readOn = () => {
      const busy = draining || waiting >= PAUSE_APPENDS || waitingBytes >= PAUSE_BYTES;
      if (busy) call.pause();
      else if (call.isPaused()) call.resume();
    };
    const respond = (message: Buffer) => {
      if (call.cancelled || call.write(message) || draining) return;
      // A caller that does not read its answers is not read either.
      draining = true;
      call.once('drain', () => {
        draining = false;
        readOn();
      });
    };
    const submit = (correlation: Buffer, { options, events, size }: OpenAppend) => {
      const { stream, expected } = options;
      const bytes = size + APPEND_OVERHEAD;
      waiting += 1;
      waitingBytes += bytes;
      sequencer.submit({ kind: 'append', stream, expected, events }, bytes, (outcome) => {
        waiting -= 1;
        waitingBytes -= bytes;
        respond(batchResponse(outcome, correlation, options));
        readOn();
        endWhenAnswered();
      });
      readOn();
    };

    call.on('data', (part: BatchPart) => {
      const key = part.isFinal && open.size === 0 ? '' : part.correlation.toString('latin1');
      const append = key === '' ? begin(part) : (open.get(key) ?? begin(part));
      if (!append) {
        // Answered once, at the end, as every append is.
        const sentence = part.invalid?.message ?? 'An append begins with its options.';
        if (part.isFinal) respond(batchInvalid(sentence)(part.correlation, Buffer.alloc(0)));
        return;
      }
      const before = append.size;
      add(append, part);
      if (!part.isFinal) {
        open.set(key, append);
        openBytes += append.size - before;
        if (openBytes > OPEN_PARTS_BYTES || open.size > PAUSE_APPENDS) call.emit('error', tooMuchAtOnce('Too many appends are begun and not finished.'));
        return;
      }
      if (open.delete(key)) openBytes -= before;
      const refusal = refusalOf(append);
      if (refusal) respond(refusal(part.correlation, append.options.streamIdentifier));
      else submit(part.correlation, append);
    });
    call.on('end', () => {
      ended = true;
      endWhenAnswered();
    });
    call.on('cancelled', () => open.clear());
  };
}

const begin = ({ options, invalid }: BatchPart): OpenAppend | undefined => options && { options, events: [], size: 0, invalid };

/** Keeps no event of an append that is refused anyway. */
function add(append: OpenAppend, { events, invalid }: BatchPart): void {
  append.invalid ??= invalid;
  for (const event of events) append.size += sizeOf(event);
  append.events = refusalOf(append) ? [] : append.events.concat(events);
}

function refusalOf({ size, invalid }: OpenAppend): BatchError | undefined {
  if (invalid) return batchInvalid(invalid.message);
  return size > MAX_APPEND_BYTES ? batchMaximumAppendSizeExceeded : undefined;
}

function batchResponse(outcome: Outcome, correlation: Buffer, { expected, streamIdentifier }: OpenAppend['options']): Buffer {
  if (outcome.kind === 'done') return encodeBatchSuccess(correlation, streamIdentifier, outcome);
  if (outcome.kind === 'stream-deleted') return batchStreamDeleted(correlation, streamIdentifier);
  if (outcome.kind === 'damaged') return batchDamaged(outcome.position)(correlation, streamIdentifier);
  return batchWrongExpectedVersion(expected, outcome.current)(correlation, streamIdentifier);
}
