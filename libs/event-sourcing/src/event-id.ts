import { createHash } from 'node:crypto';

/**
 * A name-based UUID, version 5 (RFC 9562 section 5.5): the same namespace and name always give the same id. Anybody who knows both can
 * compute it, so it is for ids that tie nothing to a person; all others are keyed (`keyedUuid` in `@isegoria/privacy`).
 */
export function uuidFrom(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The ids of a command's events in one stream: the command's own for the first, derived ones for those that follow. They are not keyed:
 * they tie together consecutive events of one stream, which its name does already.
 */
export function eventIds(commandId: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => eventIdAt(commandId, index));
}

export function eventIdAt(commandId: string, index: number): string {
  return index === 0 ? commandId : uuidFrom(commandId, String(index));
}
