import { crc32 } from 'node:zlib';
import { eachField, LENGTH_DELIMITED, WireReader, WireWriter } from '../protocol/wire';
import type { ProposedEvent } from '../rules/model';

/**
 * A stored event is four bytes of CRC-32 followed by the very ReadResp message that a reader gets, with the
 * RecordedEvent inside it. Reading is thus a copy: nothing is decoded on the way out. The checksum begins with the
 * position, so that an event which lies in another's place is found out as well.
 */
const CHECKSUM_BYTES = 4;
const READ_RESPONSE = { event: 1 };
const READ_EVENT = { event: 1, commitPosition: 3 };
const RECORDED = { id: 1, stream: 2, revision: 3, preparePosition: 4, commitPosition: 5, metadata: 6, customMetadata: 7, data: 8 };

const UUID = { string: 2 };
/** So many types of events are kept in the form in which they are written. */
const KEPT_TYPES = 1000;

const nested = new WireWriter();
const framed = new WireWriter();
const JSON_ENTRY = mapEntry('content-type', 'application/json');
const BYTES_ENTRY = mapEntry('content-type', 'application/octet-stream');

export interface Placement {
  readonly stream: string;
  readonly revision: number | bigint;
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/**
 * Every length is known before the first byte is written, so the message is written once, from its beginning to its
 * end. This is the costliest step of an append; what comes again from event to event is kept.
 */
export function encodeStoredEvent(event: ProposedEvent, { stream, revision, position, createdAt }: Placement): Buffer {
  const identifier = identifierOf(stream);
  const type = typeEntryOf(event.type);
  const content = event.isJson ? JSON_ENTRY : BYTES_ENTRY;
  // Ticks of 100 nanoseconds, the unit of the real server.
  const created = createdEntryOf(createdAt);
  const idLength = 1 + varintLength(event.id.length) + event.id.length;
  const recordedLength =
    fieldLength(idLength) +
    fieldLength(identifier.length) +
    (1 + varintLength(revision)) +
    2 * (1 + varintLength(position)) +
    fieldLength(type.length) +
    fieldLength(content.length) +
    fieldLength(created.length) +
    fieldLength(event.metadata.length) +
    fieldLength(event.data.length);
  const response = framed
    .reset()
    .varint(nestedIn(READ_RESPONSE.event))
    .varint(fieldLength(recordedLength) + 1 + varintLength(position))
    .varint(nestedIn(READ_EVENT.event))
    .varint(recordedLength)
    .varint(nestedIn(RECORDED.id))
    .varint(idLength)
    .text(UUID.string, event.id)
    .bytes(RECORDED.stream, identifier)
    .uint(RECORDED.revision, revision)
    .uint(RECORDED.preparePosition, position)
    .uint(RECORDED.commitPosition, position)
    .bytes(RECORDED.metadata, type)
    .bytes(RECORDED.metadata, content)
    .bytes(RECORDED.metadata, created)
    .bytes(RECORDED.customMetadata, event.metadata)
    .bytes(RECORDED.data, event.data)
    .uint(READ_EVENT.commitPosition, position)
    .view();
  const stored = Buffer.allocUnsafe(CHECKSUM_BYTES + response.length);
  stored.writeUInt32LE(checksumOf(response, position), 0);
  stored.set(response, CHECKSUM_BYTES);
  return stored;
}

/** The ReadResp message of a stored event, or undefined when its bytes are not those that were written at the position. */
export function readResponseOf(stored: Buffer, position: number): Buffer | undefined {
  if (stored.length < CHECKSUM_BYTES) return undefined;
  const response = stored.subarray(CHECKSUM_BYTES);
  return checksumOf(response, position) === stored.readUInt32LE(0) ? response : undefined;
}

const checksumOf = (response: Buffer, position: number): number => crc32(response, position % 2 ** 32);

export interface EventFacts {
  id: string;
  stream: string;
  type: string;
  createdAt: number;
  revision: number;
  position: number;
}

/** What filters, ageing and idempotency ask of a stored event; its data stays unread. */
export function factsOf(response: Buffer): EventFacts {
  const facts: EventFacts = { id: '', stream: '', type: '', createdAt: 0, revision: 0, position: 0 };
  const event = recordedEventIn(response);
  eachField(event, (field) => {
    if (field === RECORDED.id) facts.id = onlyText(event.message());
    else if (field === RECORDED.stream) facts.stream = onlyText(event.message());
    else if (field === RECORDED.revision) facts.revision = event.varint();
    else if (field === RECORDED.commitPosition) facts.position = event.varint();
    else if (field === RECORDED.metadata) readMapEntry(event.message(), facts);
    else return false;
    return true;
  });
  return facts;
}

/** The event's data, as it was appended. */
export function dataOf(response: Buffer): Buffer {
  let data: Buffer = Buffer.alloc(0);
  const event = recordedEventIn(response);
  eachField(event, (field) => {
    if (field !== RECORDED.data) return false;
    data = event.bytes();
    return true;
  });
  return data;
}

function recordedEventIn(response: Buffer): WireReader {
  const outer = new WireReader(response);
  outer.varint();
  const readEvent = outer.message();
  readEvent.varint();
  return readEvent.message();
}

/** Events of one append follow one another, and so do those of one moment. */
let lastStream: { name: string; identifier: Buffer } | undefined;
let lastCreated: { at: number; entry: Buffer } | undefined;
const typeEntries = new Map<string, Buffer>();

function identifierOf(stream: string): Buffer {
  if (lastStream?.name !== stream) lastStream = { name: stream, identifier: nested.reset().text(3, stream).finish() };
  return lastStream.identifier;
}

function createdEntryOf(at: number): Buffer {
  if (lastCreated?.at !== at) lastCreated = { at, entry: mapEntry('created', `${at}0000`) };
  return lastCreated.entry;
}

function typeEntryOf(type: string): Buffer {
  const kept = typeEntries.get(type);
  if (kept) return kept;
  const entry = mapEntry('type', type);
  if (typeEntries.size >= KEPT_TYPES) typeEntries.clear();
  typeEntries.set(type, entry);
  return entry;
}

function mapEntry(key: string, value: string): Buffer {
  return nested.reset().text(1, key).text(2, value).finish();
}

const nestedIn = (field: number): number => field * 8 + LENGTH_DELIMITED;

/** Of a length-delimited field whose number is below sixteen, with its tag. */
const fieldLength = (content: number): number => 1 + varintLength(content) + content;

function varintLength(value: number | bigint): number {
  let length = 1;
  if (typeof value === 'bigint') for (let rest = value; rest > 0x7fn; rest >>= 7n) length += 1;
  else for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) length += 1;
  return length;
}

function onlyText(message: WireReader): string {
  message.varint();
  return message.text();
}

function readMapEntry(entry: WireReader, facts: EventFacts): void {
  entry.varint();
  const key = entry.text();
  entry.varint();
  if (key === 'type') facts.type = entry.text();
  else if (key === 'created') facts.createdAt = Number(entry.text()) / 10_000;
}
