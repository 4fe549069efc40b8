import { createHash } from 'node:crypto';
import { Finding, plural, type SealedWords, type ShownText } from '@isegoria/audit-kit';
import type { PublishedTexts } from '@isegoria/identity/recount';
import type { Compared, Met } from '../recount/compare';

/** A text that the site shows, or that is gone, and the consultation in which its author has this pseudonym. */
export interface MetText extends ShownText {
  readonly within: string;
}

/** What is met in one answer; it counts once that answer is known to be as the log says. */
export interface Meeting extends Met {
  keep(): void;
}

/** What opens the words of citizens that a site shows, for an auditor by role. */
export interface Openings {
  /** In hex, by the commitment in hex. */
  readonly by: ReadonlyMap<string, string>;
  /** By group of read models: they are of all words that were recorded up to there. */
  readonly positions: Readonly<Record<string, number>>;
}

/**
 * The words of citizens are sealed, and the leaf has what they commit to: whoever has the opening can tell whether words are those. What
 * is shown is noted, and what is gone.
 */
export class CitizensWords {
  private readonly met = new Map<string, MetText & { readonly isOpened: boolean }>();
  private readonly reasons = new Set<string>();

  /** @param openings undefined for everybody else */
  constructor(private readonly openings?: Openings) {}

  meeting(): Meeting {
    const texts = new Map<string, MetText & { readonly isOpened: boolean }>();
    const reasons: string[] = [];
    return {
      sealed: (words, published, told) => {
        const { what, author, within } = words;
        const isOpened = published !== null && this.isOpened(words, published, told);
        texts.set(what, { what, author, within, isGone: published === null, isOpened });
      },
      notCompared: (why) => void reasons.push(why),
      keep: () => {
        for (const [what, text] of texts) this.met.set(what, text);
        for (const why of reasons) this.reasons.add(why);
      },
    };
  }

  /** What is published where a pseudonym is somebody's, with all words that were met there. */
  besides<Published extends { readonly id: string }>(published: readonly Published[]): PublishedTexts[] {
    const byPlace = new Map<string, MetText[]>();
    for (const text of this.met.values()) byPlace.set(text.within, [...(byPlace.get(text.within) ?? []), text]);
    const rest = [...byPlace.keys()].filter((id) => !published.some((one) => one.id === id));
    return [...published, ...rest.map((id) => ({ id }))].map((one) => ({ ...one, more: byPlace.get(one.id) ?? [] }));
  }

  /** How many were found to be the words that were recorded. */
  get opened(): number {
    return [...this.met.values()].filter(({ isOpened }) => isOpened).length;
  }

  /** In one sentence each. */
  notChecked(): string[] {
    const unopened = [...this.met.values()].filter(({ isGone, isOpened }) => !isGone && !isOpened).length;
    if (unopened === 0) return [...this.reasons];
    const why = this.openings
      ? 'they have no opening, or are newer than those that were given'
      : 'only auditors get what opens them (--token)';
    return [...this.reasons, `the words of ${plural(unopened, 'text', 'texts')} by citizens: ${why}`];
  }

  /** @throws Finding words for others than those that were recorded */
  private isOpened({ what, commitment, place, group }: SealedWords, published: string, { kind, what: where, seq }: Compared): boolean {
    if (!this.openings || commitment === undefined) return false;
    const opening = this.openings.by.get(commitment);
    if (opening === undefined && place > (this.openings.positions[group] ?? -1)) return false;
    if (opening !== undefined && commitmentTo(Buffer.from(opening, 'hex'), published) === commitment) return true;
    const why = opening === undefined ? 'the site gives auditors nothing that opens them' : 'they are not those that were recorded';
    throw new Finding(kind === 'words' ? kind : 'words', `${where}: the words of ${what} are shown, and ${why}.`, seq);
  }
}

/** Compares something; what is met in it counts if it is equal. @throws what the work throws */
export function comparing<Result>(citizens: CitizensWords, work: (met: Met) => Result): Result {
  const meeting = citizens.meeting();
  const result = work(meeting);
  meeting.keep();
  return result;
}

/** SHA-256 over the opening and the words as a JSON string (RFC 8785). */
function commitmentTo(opening: Uint8Array, words: string): string {
  return createHash('sha256').update(opening).update(JSON.stringify(words), 'utf8').digest('hex');
}
