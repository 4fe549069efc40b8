import {
  decodeAppendPart,
  decodeBatchPart,
  encodeAppendSuccess,
  encodeAppendWrongExpectedVersion,
  encodeBatchSuccess,
  sizeOf,
  type AppendOptions,
  type BatchPart,
} from './append-messages';
import {
  batchAccessDenied,
  batchDamaged,
  batchDeadlineExceeded,
  batchInvalid,
  batchMaximumAppendSizeExceeded,
  batchStreamDeleted,
  batchWrongExpectedVersion,
  type BatchError,
} from './batch-errors';
import { Caller } from './caller';
import {
  cancelledByStop,
  damaged,
  deadlineExceeded,
  invalidArgument,
  maximumAppendSizeExceeded,
  streamDeleted,
  tooMuchAtOnce,
} from './errors';
import { MAX_APPEND_BYTES, type Outcome, type ProposedEvent } from '../rules/model';
import type { Sequencer } from '../storage/sequencer';
import type { Storage } from '../storage/storage';
import type { Method } from '../transport/grpc-server';

/** A caller of BatchAppend is read no further while so much of its own waits for the disk. */
const PAUSE_APPENDS = 4_000;
const PAUSE_BYTES = 16 * 1024 * 1024;
const OPEN_PARTS_BYTES = 32 * 1024 * 1024;
/** What an append costs besides its events, so that empty ones are not free. */
const APPEND_OVERHEAD = 200;

export interface AppendParts {
  readonly storage: Storage;
  readonly sequencer: Sequencer;
}

/** Streams.Append: one append a call, its events in one message each. */
export function handleAppend({ storage, sequencer }: AppendParts): Method {
  return (call) => {
    const caller = new Caller(call.headers, storage);
    let options: AppendOptions | undefined;
    const events: ProposedEvent[] = [];
    let size = 0;
    const onMessage = (message: Buffer) => {
      const part = decodeAppendPart(message);
      if (part.options) {
        options = part.options;
        caller.require('write', options.stream);
      }
      if (!part.event) return;
      call.hold(sizeOf(part.event) + APPEND_OVERHEAD);
      events.push(part.event);
      if ((size += sizeOf(part.event)) > MAX_APPEND_BYTES) throw maximumAppendSizeExceeded();
    };
    call.receive(onMessage, () => {
      if (!options) throw invalidArgument('An append begins with its options.');
      const { stream, expected } = options;
      sequencer.submit({ kind: 'append', stream, expected, events, deadline: call.deadline }, size + APPEND_OVERHEAD, (outcome) => {
        if (outcome.kind === 'too-late') return call.fail(deadlineExceeded());
        if (outcome.kind === 'stream-deleted') return call.fail(streamDeleted(stream));
        if (outcome.kind === 'damaged') return call.fail(damaged(outcome.position));
        call.send(outcome.kind === 'done' ? encodeAppendSuccess(outcome) : encodeAppendWrongExpectedVersion(expected, outcome.current));
        call.finish();
      });
    });
  };
}

/** An append that came in part. */
interface OpenAppend {
  readonly options: NonNullable<BatchPart['options']>;
  events: ProposedEvent[];
  size: number;
  /** What it is answered with instead of being written. */
  refusal: BatchError | undefined;
}

/** Streams.BatchAppend: many appends on one call, each answered under its correlation id when it is on disk. */
export function handleBatchAppend({ storage, sequencer }: AppendParts): Method {
  return (call) => {
    const caller = new Caller(call.headers, storage);
    const open = new Map<string, OpenAppend>();
    let openBytes = 0;
    let waiting = 0;
    let waitingBytes = 0;
    let ended = false;
    let stopping = false;

    const endWhenAnswered = () => {
      if (waiting > 0) return;
      if (ended) call.finish();
      // A caller whose appends are still on their way must not take the end for a good one, nor wait for an answer.
      else if (stopping) call.fail(cancelledByStop());
    };
    const readOn = () => {
      if (stopping) return;
      // A caller that does not read its answers is not read either.
      if (call.full) {
        call.reading(false);
        call.onceDrained(readOn);
      } else call.reading(waiting < PAUSE_APPENDS && waitingBytes < PAUSE_BYTES);
    };
    const submit = (correlation: Buffer, { options, events, size }: OpenAppend) => {
      const { stream, expected, deadline } = options;
      const bytes = size + APPEND_OVERHEAD;
      call.hold(bytes);
      waiting += 1;
      waitingBytes += bytes;
      sequencer.submit({ kind: 'append', stream, expected, events, deadline }, bytes, (outcome) => {
        waiting -= 1;
        waitingBytes -= bytes;
        call.hold(-bytes);
        call.send(batchResponse(outcome, correlation, options));
        readOn();
        endWhenAnswered();
      });
      readOn();
    };

    const onMessage = (message: Buffer) => {
      const part = decodeBatchPart(message);
      const key = part.isFinal && open.size === 0 ? '' : part.correlation.toString('latin1');
      const append = key === '' ? begin(part, caller) : (open.get(key) ?? begin(part, caller));
      if (!append) {
        // Answered once, at the end, as every append is.
        const sentence = part.invalid?.message ?? 'An append begins with its options.';
        if (part.isFinal) call.send(batchInvalid(sentence)(part.correlation, Buffer.alloc(0)));
        return;
      }
      const before = append.size;
      add(append, part);
      if (!part.isFinal) {
        open.set(key, append);
        call.hold(append.size - before);
        openBytes += append.size - before;
        if (openBytes > OPEN_PARTS_BYTES || open.size > PAUSE_APPENDS) throw tooMuchAtOnce('Too many appends are begun and not finished.');
        return;
      }
      if (open.delete(key)) {
        call.hold(-before);
        openBytes -= before;
      }
      if (append.refusal) call.send(append.refusal(part.correlation, append.options.streamIdentifier));
      else submit(part.correlation, append);
    };
    call.receive(onMessage, () => {
      ended = true;
      endWhenAnswered();
    });
    call.whenStopped(() => {
      stopping = true;
      call.reading(false);
      endWhenAnswered();
    });
    call.onceClosed(() => open.clear());
  };
}

function begin({ options }: BatchPart, caller: Caller): OpenAppend | undefined {
  if (!options) return undefined;
  const append: OpenAppend = { options, events: [], size: 0, refusal: undefined };
  if (!caller.may('write', options.stream)) append.refusal = batchAccessDenied;
  else if (options.deadline !== undefined && options.deadline <= Date.now()) append.refusal = batchDeadlineExceeded;
  return append;
}

/** Keeps no event of an append that is refused anyway. */
function add(append: OpenAppend, { events, invalid }: BatchPart): void {
  for (const event of events) append.size += sizeOf(event);
  if (invalid) append.refusal ??= batchInvalid(invalid.message);
  if (append.size > MAX_APPEND_BYTES) append.refusal ??= batchMaximumAppendSizeExceeded;
  append.events = append.refusal ? [] : append.events.concat(events);
}

function batchResponse(outcome: Outcome, correlation: Buffer, { expected, streamIdentifier }: OpenAppend['options']): Buffer {
  if (outcome.kind === 'done') return encodeBatchSuccess(correlation, streamIdentifier, outcome);
  if (outcome.kind === 'too-late') return batchDeadlineExceeded(correlation, streamIdentifier);
  if (outcome.kind === 'stream-deleted') return batchStreamDeleted(correlation, streamIdentifier);
  if (outcome.kind === 'damaged') return batchDamaged(outcome.position)(correlation, streamIdentifier);
  return batchWrongExpectedVersion(expected, outcome.current)(correlation, streamIdentifier);
}
