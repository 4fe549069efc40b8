import type { RawEvent } from './raw-log';

/** The fields of one message, each given to `take` in turn: a number for a varint, bytes for what has a length (protobuf encoding). */
function eachField(bytes: Buffer, from: number, to: number, take: (field: number, start: number, end: number, value: number) => void): void {
  let at = from;
  const varint = (): number => {
    let value = 0;
    // Not shifts: those cut a position to 32 bits.
    for (let factor = 1; at < to; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('The event store sent a message that ends within a number.');
  };
  while (at < to) {
    const tag = varint();
    const [field, type] = [tag >>> 3, tag & 7];
    if (type === 0) take(field, at, at, varint());
    else {
      const length = type === 2 ? varint() : type === 1 ? 8 : type === 5 ? 4 : NaN;
      if (!(at + length <= to)) throw new RangeError('The event store sent a message that cannot be read.');
      take(field, at, at + length, NaN);
      at += length;
    }
  }
}

/**
 * Reads a ReadResp of the event store (event_store.client.streams, streams.proto): several times as fast as the generated classes, which make
 * an object for each of its parts. Ids come as text, since the request asks for that.
 * @returns without an event for what carries none
 */
export function decodeReadResponse(bytes: Buffer): { event?: RawEvent } {
  let event: RawEvent | undefined;
  eachField(bytes, 0, bytes.length, (content, start, end) => {
    if (content !== 1) return;
    eachField(bytes, start, end, (part, from, to) => {
      if (part === 1) event = recordedEvent(bytes, from, to);
    });
  });
  return { event };
}

function recordedEvent(bytes: Buffer, from: number, to: number): RawEvent {
  let [id, stream, type, created] = ['', '', '', '0'];
  let [revision, prepare, commit] = [0, 0, 0];
  let [data, metadata]: Buffer[] = [Buffer.alloc(0), Buffer.alloc(0)];
  const text = (start: number, end: number) => bytes.toString('utf8', start, end);
  eachField(bytes, from, to, (field, start, end, value) => {
    if (field === 1) eachField(bytes, start, end, (form, a, b) => form === 2 && (id = text(a, b)));
    else if (field === 2) eachField(bytes, start, end, (part, a, b) => part === 3 && (stream = text(a, b)));
    else if (field === 3) revision = value;
    else if (field === 4) prepare = value;
    else if (field === 5) commit = value;
    else if (field === 6) {
      const fact = { key: '', value: '' };
      eachField(bytes, start, end, (part, a, b) => (fact[part === 1 ? 'key' : 'value'] = text(a, b)));
      if (fact.key === 'type') type = fact.value;
      if (fact.key === 'created') created = fact.value;
    } else if (field === 7) metadata = bytes.subarray(start, end);
    else if (field === 8) data = bytes.subarray(start, end);
  });
  // Ticks of 100 nanoseconds, more digits than a number holds.
  const recordedAt = new Date(Number(created.slice(0, -4))).toISOString();
  return { id, type, stream, revision, place: { commit, prepare }, recordedAt, data: data!, metadata: metadata! };
}
