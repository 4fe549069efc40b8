import type { RawEvent } from './raw-event';

/**
 * Steps over the fields of one message (protobuf encoding): {@link next} goes to the next field, after which a number is in `value`, and
 * bytes that have a length are those from `start` to `end`.
 */
class Fields {
  field = 0;
  value = 0;
  start = 0;
  end = 0;

  constructor(
    readonly bytes: Buffer,
    private at: number,
    private readonly limit: number,
  ) {}

  /** @returns false after the last field. @throws RangeError for bytes that are not a message */
  next(): boolean {
    if (this.at >= this.limit) return false;
    const tag = this.varint();
    const type = tag & 7;
    this.field = tag >>> 3;
    if (type === 0) {
      this.value = this.varint();
      return true;
    }
    const length = type === 2 ? this.varint() : type === 1 ? 8 : type === 5 ? 4 : NaN;
    this.start = this.at;
    this.end = this.at + length;
    if (!(this.end <= this.limit)) throw new RangeError('The event store sent a message that cannot be read.');
    this.at = this.end;
    return true;
  }

  /** The message that this field is. */
  inner(): Fields {
    return new Fields(this.bytes, this.start, this.end);
  }

  text(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  content(): Buffer {
    return this.bytes.subarray(this.start, this.end);
  }

  private varint(): number {
    let value = 0;
    // Not shifts: those cut a position to 32 bits.
    for (let factor = 1; this.at < this.limit; factor *= 128) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new RangeError('The event store sent a message that ends within a number.');
  }
}

/**
 * Reads a ReadResp of the event store (event_store.client.streams, streams.proto): several times as fast as the generated classes, which
 * make an object for each of its parts. Ids come as text, since the request asks for that.
 * @returns without an event for what carries none
 * @throws RangeError for what is no message
 */
export function decodeReadResponse(bytes: Buffer): { event?: RawEvent } {
  let event: RawEvent | undefined;
  const response = new Fields(bytes, 0, bytes.length);
  while (response.next()) {
    if (response.field !== 1) continue;
    const read = response.inner();
    while (read.next()) if (read.field === 1) event = recordedEvent(read.inner());
  }
  return { event };
}

const nothing = Buffer.alloc(0);

function recordedEvent(recorded: Fields): RawEvent {
  let [id, stream, type, created] = ['', '', '', 0];
  let [revision, prepare, commit] = [0, 0, 0];
  let data: Buffer = nothing;
  let metadata: Buffer = nothing;
  while (recorded.next()) {
    switch (recorded.field) {
      case 1:
        id = textIn(recorded.inner(), 2);
        break;
      case 2:
        stream = textIn(recorded.inner(), 3);
        break;
      case 3:
        revision = recorded.value;
        break;
      case 4:
        prepare = recorded.value;
        break;
      case 5:
        commit = recorded.value;
        break;
      case 6: {
        const name = textIn(recorded.inner(), 1);
        if (name === 'type') type = textIn(recorded.inner(), 2);
        // Ticks of 100 nanoseconds, more digits than a number holds.
        else if (name === 'created') created = Number(textIn(recorded.inner(), 2).slice(0, -4));
        break;
      }
      case 7:
        metadata = recorded.content();
        break;
      case 8:
        data = recorded.content();
    }
  }
  return { id, type, stream, revision, place: { commit, prepare }, recordedAt: new Date(created).toISOString(), data, metadata };
}

/** The text in one field of a message; empty where it has none. */
function textIn(message: Fields, field: number): string {
  let text = '';
  while (message.next()) if (message.field === field) text = message.text();
  return text;
}
