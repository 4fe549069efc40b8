import { Finding, plural } from '@isegoria/audit-kit';
import { showPendingErasures, type PendingErasures } from '@isegoria/contracts';
import { listed, type UntoldText } from '@isegoria/identity/recount';
import type { Source } from '../source/source';

/** A text that was found to be gone, and of which no erasure in the log tells; `since` is the audit that found it first (UTC). */
export interface MissingText extends UntoldText {
  readonly since: string;
}

/** The days within which the log must tell of an erasure, whatever the site says of itself; one more for clocks and checkpoints. */
const longest = 31;
const aDay = 24 * 60 * 60 * 1000;

/** How many people were erased of whom the log does not tell yet, as the site says; none if it does not say. */
export async function pendingErasures(source: Source): Promise<number> {
  const body = await source.optional(`/api/v1${showPendingErasures.route!.path}`);
  if (body === undefined) return 0;
  const { pending } = JSON.parse(body) as Partial<PendingErasures>;
  if (!Number.isSafeInteger(pending) || pending! < 0)
    throw new Finding('cannotRun', `${source.name} does not say how many erasures are pending.`);
  return pending!;
}

/** Those of this audit, each with the audit that found it first. */
export function missingSince(
  untold: readonly UntoldText[],
  known: readonly MissingText[] = [],
  now = new Date().toISOString(),
): MissingText[] {
  const first = new Map(known.map((text) => [nameOf(text), text.since]));
  return untold.map((text) => ({ ...text, since: first.get(nameOf(text)) ?? now }));
}

/** @throws Finding authority for texts that have been gone for longer than an erasure may wait to be told */
export function refuseLongMissing(missing: readonly MissingText[], now = Date.now()): void {
  const late = missing.filter(({ since }) => now - Date.parse(since) > longest * aDay);
  if (late.length === 0) return;
  const { since } = late[0]!;
  const sentence = `The text of ${listed(late)} was gone on ${since} already, and no erasure on record tells of it after ${longest} days.`;
  throw new Finding('authority', sentence);
}

export function missingInWords(missing: readonly MissingText[]): string[] {
  if (missing.length === 0) return [];
  const gone = `${plural(missing.length, 'text is', 'texts are')} gone of which no erasure on record tells yet: ${listed(missing)}`;
  return [`${gone}; the site says that erasures are pending, and has to tell of them within 30 days: audit it again`];
}

const nameOf = ({ consultation, what }: UntoldText) => `${consultation} ${what}`;
