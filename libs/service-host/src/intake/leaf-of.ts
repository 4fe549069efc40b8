import { hash } from 'node:crypto';
import type { RawEvent } from '@isegoria/event-sourcing';
import { leafText, MAX_COMMITMENTS, type LeafEntry } from '@isegoria/merkle-log';
import { commitmentsIn } from '@isegoria/privacy';

/** The leaf that an event becomes; its hashes are over the bytes that the store holds. */
export function leafOf(event: RawEvent, seq: number): string {
  return leafText({ seq, ...leafWithoutPlace(event) });
}

/** All of it that is known before the event has a place in the log. */
export function leafWithoutPlace({
  stream,
  revision,
  id,
  type,
  recordedAt,
  data,
  metadata,
}: Omit<RawEvent, 'place'>): Omit<LeafEntry, 'seq'> {
  const entry = {
    v: 1,
    stream,
    revision,
    id,
    type,
    time: recordedAt,
    schema: schemaOf(metadata),
    data: hexOf(data),
    metadata: hexOf(metadata),
  } as const;
  const commitments = commitmentsOf(data);
  return commitments.length > 0 ? { ...entry, commitments } : entry;
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
