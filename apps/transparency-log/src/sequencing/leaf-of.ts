import type { RawEvent } from '@isegoria/event-sourcing';
import { leafBytes } from '@isegoria/merkle-log';
import { sha256 } from '../log-identity';

/** Streams whose bodies everybody may read. Anything else shows its leaf only: what nobody thought of stays closed. */
const publicStreams = /^(page|consultation|statement|ballot|comment|question)-/;

export function isPublicStream(stream: string): boolean {
  return publicStreams.test(stream);
}

/** The bytes of the leaf that an event becomes, as text; its hashes are over the bytes that the store holds. */
export function leafOf({ stream, revision, id, type, recordedAt, data, metadata }: RawEvent, seq: number): string {
  const entry = { v: 1 as const, seq, stream, revision, id, type, time: recordedAt, schema: schemaOf(metadata), data: hexOf(data), metadata: hexOf(metadata) };
  return Buffer.from(leafBytes(entry)).toString();
}

/** 0 for metadata that states no version. */
function schemaOf(metadata: Buffer): number {
  try {
    const { schema } = JSON.parse(metadata.toString()) as { schema?: unknown };
    return Number.isSafeInteger(schema) && (schema as number) >= 0 ? (schema as number) : 0;
  } catch {
    return 0;
  }
}

function hexOf(bytes: Buffer): string {
  return Buffer.from(sha256(bytes)).toString('hex');
}
