import { crc32 } from 'node:zlib';
import type { StreamPlace } from './keys';

/**
 * A row of the index is the position in six bytes and a CRC-32 over the place and the position, so that a damaged
 * row, or one that lies where it does not belong, leads to no wrong event.
 */
const POSITION_BYTES = 6;
const ROW_BYTES = POSITION_BYTES + 4;

const summed = Buffer.alloc(3 * POSITION_BYTES);
const row = Buffer.alloc(ROW_BYTES);

/** A view that the next call makes invalid; LMDB copies it at once. */
export function encodeIndexRow(place: StreamPlace, position: number): Buffer {
  row.writeUIntBE(position, 0, POSITION_BYTES);
  row.writeUInt32LE(checksumOf(place, position), POSITION_BYTES);
  return row;
}

/** The position, or undefined when the row is not the one that was written for the place. */
export function positionIn(stored: Buffer, place: StreamPlace): number | undefined {
  if (stored.length !== ROW_BYTES) return undefined;
  const position = stored.readUIntBE(0, POSITION_BYTES);
  return checksumOf(place, position) === stored.readUInt32LE(POSITION_BYTES) ? position : undefined;
}

function checksumOf({ stream, revision }: StreamPlace, position: number): number {
  summed.writeUIntBE(stream, 0, POSITION_BYTES);
  summed.writeUIntBE(revision, POSITION_BYTES, POSITION_BYTES);
  summed.writeUIntBE(position, 2 * POSITION_BYTES, POSITION_BYTES);
  return crc32(summed);
}
