import { signedTime, webCrypto } from '@isegoria/merkle-log';
import { Finding } from '@isegoria/audit-kit';
import type { Source } from '../source/source';
import { sha256 } from '../tree/rebuilt-log';
import type { SignedHead } from './signed-head';
import type { TrustedKeys } from './trusted-keys';
import type { Witnessed } from './witnesses';

/** How old what was read is, in seconds from the time of the reading; of a bundle, that was when it was made. */
export interface Freshness {
  /** Since the log last stood by its checkpoint; null where it says no time. */
  readonly checkpoint: number | null;
  /** Since the witnesses last were a quorum for it; null where none is asked for. */
  readonly cosignatures: number | null;
  /** Since the first event that the figures do not have yet was recorded; 0 where they have all. */
  readonly figures: number | null;
  /** Since the first event that the words do not have yet was recorded; 0 where they have all. */
  readonly words: number | null;
}

/** Ages of a checkpoint. @throws Finding signature for a time that the log did not sign */
export async function ageOf({ note }: SignedHead, { keys }: TrustedKeys, witnessed: Witnessed, source: Source) {
  const signed = await signedTime(note, keys, sha256, webCrypto.verifyEd25519);
  if (!signed.ok) throw new Finding('signature', `The time under the checkpoint has a wrong signature (${signed.reason}).`);
  const now = Date.parse(source.at) / 1000;
  const since = (time: number | undefined) => (time === undefined ? null : Math.round(now - time));
  return { checkpoint: since(signed.time), cosignatures: since(witnessed?.quorumSince) };
}

/**
 * A site that was replayed from a recording, or that keeps its figures from following the log, says nothing wrong and still misleads.
 * @param within seconds
 * @throws Finding stale, of a site that answers now; a bundle is old by nature
 */
export function refuseStale({ checkpoint, cosignatures, figures, words }: Freshness, within: number, { isLive }: Source): void {
  if (!isLive) return;
  const refuse = (isStale: boolean, sentence: string) => {
    if (isStale) throw new Finding('stale', `${sentence} At most ${inWords(within)} are allowed (--stale-after).`);
  };
  refuse(checkpoint === null, 'The checkpoint does not say when the log signed it, so that it may be of any age.');
  // What is dated ahead would look new for as long.
  refuse(Math.abs(checkpoint!) > within, `The log signed its checkpoint ${ago(checkpoint!)}.`);
  refuse(Math.abs(cosignatures ?? 0) > within, `Its witnesses last were a quorum for it ${ago(cosignatures!)}.`);
  refuse((figures ?? 0) > within, `The figures lack an event that was recorded ${ago(figures!)}.`);
  refuse((words ?? 0) > within, `The words that everybody may read lack an event that was recorded ${ago(words!)}.`);
}

/** `3 hours ago` */
export function ago(seconds: number): string {
  return seconds < 0 ? `${inWords(-seconds)} ahead of this machine's clock` : `${inWords(seconds)} ago`;
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} minutes` : `${Math.floor(seconds / 3_600)} hours`;
}
