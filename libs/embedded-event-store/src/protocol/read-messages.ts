import { WireWriter } from './wire';

/** The messages of a read besides its events; streams.proto, ReadResp. */
const CONFIRMATION = 2;
const CHECKPOINT = 3;
const STREAM_NOT_FOUND = 4;
const CAUGHT_UP = 8;

export const confirmation = (subscriptionId: string): Buffer =>
  new WireWriter().bytes(CONFIRMATION, new WireWriter().text(1, subscriptionId).view()).finish();

export const checkpoint = (position: number): Buffer =>
  new WireWriter().bytes(CHECKPOINT, new WireWriter().uint(1, position).uint(2, position).view()).finish();

export function streamNotFound(stream: string): Buffer {
  const identifier = new WireWriter().text(3, stream).view();
  return new WireWriter().bytes(STREAM_NOT_FOUND, new WireWriter().bytes(1, identifier).view()).finish();
}

export const caughtUp = (): Buffer => new WireWriter().bytes(CAUGHT_UP, new Uint8Array()).finish();
