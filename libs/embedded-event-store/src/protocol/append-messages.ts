import { eachField, WireReader, WireWriter } from './wire';
import { MAX_STREAM_NAME_BYTES, MAX_TYPE_BYTES, type ExpectedRevision, type Outcome, type ProposedEvent } from '../rules/model';

/** What is wrong with a request, as a sentence for the client's developer. `missingProperty` names what an event lacks. */
export class InvalidAppend extends Error {
  constructor(
    message: string,
    readonly missingProperty?: string,
  ) {
    super(message);
  }
}

export interface AppendOptions {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Milliseconds since the epoch; only an append of a batch says it itself. */
  readonly deadline: number | undefined;
}

/** One message of the Append call: first the options, then the events, one each. */
export interface AppendPart {
  options?: AppendOptions;
  event?: ProposedEvent;
}

/** One message of the BatchAppend call. An append may come in several: the first has the options, the last is final. */
export interface BatchPart {
  /** The UUID message of the client, sent back as it came. */
  correlation: Buffer;
  options?: AppendOptions & { readonly streamIdentifier: Buffer };
  events: ProposedEvent[];
  /** What is wrong with this one append; the others of the call go on. */
  invalid?: InvalidAppend;
  isFinal: boolean;
}

const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HIGHEST_REVISION = 2 ** 63;

/** streams.proto, AppendReq. */
export function decodeAppendPart(message: Buffer): AppendPart {
  const part: AppendPart = {};
  const reader = new WireReader(message);
  eachField(reader, (field) => {
    if (field === 1) part.options = readOptions(reader.message());
    else if (field === 2) part.event = readProposedEvent(reader.message());
    else return false;
    return true;
  });
  return part;
}

/** streams.proto, BatchAppendReq. */
export function decodeBatchPart(message: Buffer): BatchPart {
  const part: BatchPart = { correlation: Buffer.alloc(0), events: [], isFinal: false };
  const reader = new WireReader(message);
  eachField(reader, (field) => {
    if (field === 1) part.correlation = reader.bytes();
    else if (field === 2) noting(part, () => (part.options = readOptions(reader.message())));
    else if (field === 3) noting(part, () => part.events.push(readProposedEvent(reader.message())));
    else if (field === 4) part.isFinal = reader.varint() === 1;
    else return false;
    return true;
  });
  return part;
}

function noting(part: BatchPart, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof InvalidAppend)) throw error;
    part.invalid ??= error;
  }
}

/** AppendReq.Options and BatchAppendReq.Options have the same fields, but for the deadline. */
const OPTION = { stream: 1, revision: 2, noStream: 3, any: 4, streamExists: 5, deadline: 6, timeout: 7 };

function readOptions(reader: WireReader): AppendOptions & { streamIdentifier: Buffer } {
  let streamIdentifier: Buffer = Buffer.alloc(0);
  let expected: ExpectedRevision | undefined;
  let deadline: number | undefined;
  eachField(reader, (field) => {
    if (field === OPTION.stream) streamIdentifier = reader.bytes();
    else if (field === OPTION.revision) expected = readRevision(reader);
    else if (field === OPTION.deadline) deadline = readTime(reader.message());
    // Later clients say how long they wait instead of until when.
    else if (field === OPTION.timeout) deadline = Date.now() + readTime(reader.message());
    else {
      if (field === OPTION.noStream) expected = 'no_stream';
      else if (field === OPTION.any) expected = 'any';
      else if (field === OPTION.streamExists) expected = 'stream_exists';
      return false;
    }
    return true;
  });
  if (expected === undefined) throw new InvalidAppend('The append does not say which revision it expects.');
  return { stream: streamNameIn(streamIdentifier), streamIdentifier, expected, deadline };
}

/** google.protobuf.Timestamp and Duration, in milliseconds; 0 for one that lies before the epoch, or before now. */
function readTime(reader: WireReader): number {
  let seconds = 0;
  let nanoseconds = 0;
  eachField(reader, (field) => {
    if (field === 1) seconds = reader.varint();
    else if (field === 2) nanoseconds = reader.varint();
    else return false;
    return true;
  });
  return seconds < 2 ** 63 ? seconds * 1000 + nanoseconds / 1e6 : 0;
}

/** EventStoreDB takes the unsigned revision for a signed one: all bits set is -1, "no stream". */
function readRevision(reader: WireReader): ExpectedRevision {
  const revision = reader.varint();
  return revision < HIGHEST_REVISION ? revision : 'no_stream';
}

/** @throws InvalidAppend for an empty name or one too long to be a key */
export function checkedStreamName(stream: string): string {
  if (stream === '' || stream === '$$') throw new InvalidAppend('A stream has a name.');
  if (Buffer.byteLength(stream) > MAX_STREAM_NAME_BYTES)
    throw new InvalidAppend(`A stream name has at most ${MAX_STREAM_NAME_BYTES} bytes.`);
  return stream;
}

function streamNameIn(identifier: Buffer): string {
  const reader = new WireReader(identifier);
  let stream = '';
  eachField(reader, (field) => {
    if (field !== 3) return false;
    stream = reader.text();
    return true;
  });
  return checkedStreamName(stream);
}

/** AppendReq.ProposedMessage and BatchAppendReq.ProposedMessage have the same fields. */
function readProposedEvent(reader: WireReader): ProposedEvent {
  let id = '';
  let data: Uint8Array = new Uint8Array();
  let metadata: Uint8Array = new Uint8Array();
  const properties = new Map<string, string>();
  eachField(reader, (field) => {
    if (field === 1) id = readUuid(reader.message());
    else if (field === 2) readProperty(reader.message(), properties);
    else if (field === 3) metadata = reader.bytes();
    else if (field === 4) data = reader.bytes();
    else return false;
    return true;
  });
  if (!UUID_TEXT.test(id)) throw new InvalidAppend('The id of an event is a UUID.');
  return {
    id,
    type: checkedType(required(properties, 'type')),
    isJson: required(properties, 'content-type') === 'application/json',
    data,
    metadata,
  };
}

function checkedType(type: string): string {
  if (type === '') throw new InvalidAppend('An event has a type.');
  if (Buffer.byteLength(type) > MAX_TYPE_BYTES) throw new InvalidAppend(`An event type has at most ${MAX_TYPE_BYTES} bytes.`);
  return type;
}

function required(properties: ReadonlyMap<string, string>, name: string): string {
  const value = properties.get(name);
  if (value === undefined) throw new InvalidAppend(`Required Metadata Property '${name}' is missing`, name);
  return value;
}

function readProperty(entry: WireReader, properties: Map<string, string>): void {
  let key = '';
  let value = '';
  eachField(entry, (field) => {
    if (field === 1) key = entry.text();
    else if (field === 2) value = entry.text();
    else return false;
    return true;
  });
  properties.set(key, value);
}

/** shared.proto, UUID: as text, or as two 64-bit halves. */
function readUuid(reader: WireReader): string {
  let id = '';
  eachField(reader, (field) => {
    if (field === 1) id = readStructuredUuid(reader.message());
    else if (field === 2) id = reader.text().toLowerCase();
    else return false;
    return true;
  });
  return id;
}

function readStructuredUuid(reader: WireReader): string {
  const halves = [0n, 0n];
  eachField(reader, (field) => {
    if (field !== 1 && field !== 2) return false;
    halves[field - 1] = reader.varint64();
    return true;
  });
  const hex = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What an event counts towards the cap of an append, as EventStoreDB reckons it. */
export const sizeOf = ({ type, data, metadata }: ProposedEvent): number => type.length * 2 + data.length + metadata.length;

const writer = new WireWriter();
const nested = new WireWriter();
const EMPTY = new Uint8Array();
type Done = Extract<Outcome, { kind: 'done' }>;

/** AppendResp with its success. */
export const encodeAppendSuccess = (done: Done): Buffer => writer.reset().bytes(1, successBody(done)).finish();

/** AppendResp with its failure: of the errors of an append this one is no error of the call. */
export function encodeAppendWrongExpectedVersion(expected: ExpectedRevision, current: number): Buffer {
  nested.reset();
  if (current < 0) nested.bytes(7, EMPTY);
  else nested.uint(6, current);
  if (typeof expected === 'number') nested.uint(8, expected);
  else nested.bytes({ any: 9, stream_exists: 10, no_stream: 11 }[expected], EMPTY);
  return writer.reset().bytes(2, nested.view()).finish();
}

/** BatchAppendResp with its success. */
export const encodeBatchSuccess = (correlation: Buffer, streamIdentifier: Buffer, done: Done): Buffer =>
  writer.reset().bytes(1, correlation).bytes(3, successBody(done)).bytes(4, streamIdentifier).finish();

/** AppendResp.Success and BatchAppendResp.Success have the same fields. */
function successBody({ revision, position }: Done): Buffer {
  const place = position === undefined ? undefined : nested.reset().uint(1, position).uint(2, position).finish();
  nested.reset();
  if (revision < 0) nested.bytes(2, EMPTY);
  else nested.uint(1, revision);
  if (place) nested.bytes(3, place);
  else nested.bytes(4, EMPTY);
  return nested.view();
}
