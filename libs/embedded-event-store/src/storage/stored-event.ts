import { crc32 } from 'node:zlib';
import { eachField, WireReader, WireWriter } from '../protocol/wire';
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

const recorded = new WireWriter();
const nested = new WireWriter();
const framed = new WireWriter();

export interface Placement {
  readonly stream: string;
  readonly revision: number | bigint;
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export function encodeStoredEvent(event: ProposedEvent, { stream, revision, position, createdAt }: Placement): Buffer {
  recorded
    .reset()
    .bytes(RECORDED.id, nested.reset().text(2, event.id).view())
    .bytes(RECORDED.stream, nested.reset().text(3, stream).view())
    .uint(RECORDED.revision, revision)
    .uint(RECORDED.preparePosition, position)
    .uint(RECORDED.commitPosition, position)
    .bytes(RECORDED.metadata, mapEntry('type', event.type))
    .bytes(RECORDED.metadata, mapEntry('content-type', event.isJson ? 'application/json' : 'application/octet-stream'))
    // Ticks of 100 nanoseconds, the unit of the real server.
    .bytes(RECORDED.metadata, mapEntry('created', `${createdAt}0000`))
    .bytes(RECORDED.customMetadata, event.metadata)
    .bytes(RECORDED.data, event.data);
  nested.reset().bytes(READ_EVENT.event, recorded.view()).uint(READ_EVENT.commitPosition, position);
  const response = framed.reset().bytes(READ_RESPONSE.event, nested.view()).view();
  const stored = Buffer.allocUnsafe(CHECKSUM_BYTES + response.length);
  stored.writeUInt32LE(checksumOf(response, position), 0);
  response.copy(stored, CHECKSUM_BYTES);
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

function mapEntry(key: string, value: string): Buffer {
  return nested.reset().text(1, key).text(2, value).view();
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
