import { hash } from 'node:crypto';
import type { RawEvent } from '@isegoria/event-sourcing';
import { leafText, MAX_COMMITMENTS, type LeafEntry } from '@isegoria/merkle-log';
import { commitmentsIn } from '@isegoria/privacy';

/** Streams whose bodies everybody may read. Anything else shows its leaf only: what nobody thought of stays closed. */
const publicStreams = /^((page|consultation|statement|ballot|comment|question|export|log)-|settings$)/;

export function isPublicStream(stream: string): boolean {
  return publicStreams.test(stream);
}

/** The leaf that an event becomes; its hashes are over the bytes that the store holds. */
export function leafOf({ stream, revision, id, type, recordedAt, data, metadata }: RawEvent, seq: number): string {
  const entry: LeafEntry = { v: 1, seq, stream, revision, id, type, time: recordedAt, schema: schemaOf(metadata), data: hexOf(data), metadata: hexOf(metadata) };
  const commitments = commitmentsOf(data);
  if (commitments.length > 0) entry.commitments = commitments;
  return leafText(entry);
}

/** Parsing is left out where there cannot be any: JSON has the name as it is or with escaped letters. */
function commitmentsOf(data: Buffer): string[] {
  return data.includes('"sealed"') || data.includes('\\u') ? commitmentsIn(parsed(data)).slice(0, MAX_COMMITMENTS) : [];
}

/** 0 for metadata that states no version. */
function schemaOf(metadata: Buffer): number {
  const { schema } = (parsed(metadata) ?? {}) as { schema?: unknown };
  return Number.isSafeInteger(schema) && (schema as number) >= 0 ? (schema as number) : 0;
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString());
  } catch {
    return undefined;
  }
}

function hexOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'hex');
}
