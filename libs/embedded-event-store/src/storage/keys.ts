/**
 * Keys of the three tables, written straight into LMDB's key buffer. All sort by their bytes; numbers are six
 * bytes, big-endian, which is as far as JavaScript counts without loss.
 */
const NUMBER_BYTES = 6;

/** No position and no revision lies at or beyond it; what a caller asks for may. */
export const BEYOND_NUMBERS = 2 ** 47;

/** A place in the index. */
export interface StreamPlace {
  stream: number;
  revision: number;
}

export interface KeyEncoder<Key> {
  writeKey(key: Key, target: Buffer, start: number): number;
  readKey(source: Buffer, start: number, end?: number): Key;
}

export const positionKeys: KeyEncoder<number> = {
  writeKey: (position, target, start) => target.writeUIntBE(position, start, NUMBER_BYTES),
  readKey: (source, start) => source.readUIntBE(start, NUMBER_BYTES),
};

export const placeKeys: KeyEncoder<StreamPlace> = {
  writeKey: ({ stream, revision }, target, start) =>
    target.writeUIntBE(revision, target.writeUIntBE(stream, start, NUMBER_BYTES), NUMBER_BYTES),
  readKey: (source, start) => ({
    stream: source.readUIntBE(start, NUMBER_BYTES),
    revision: source.readUIntBE(start + NUMBER_BYTES, NUMBER_BYTES),
  }),
};

export const nameKeys: KeyEncoder<string> = {
  writeKey: (name, target, start) => start + target.write(name, start, 'utf8'),
  readKey: (source, start, end) => source.toString('utf8', start, end),
};
