import { Finding, type ActsInWords, type AnsweredView, type Entry, type LeavesInWords, type Texts } from '@isegoria/audit-kit';
import type { AccountErased } from './erasure.contract';

/** What the site publishes about one consultation. */
export interface PublishedTexts {
  readonly id: string;
  readonly results: object;
  /** What the site answers besides. */
  readonly views?: readonly AnsweredView[];
}

/**
 * Whether texts that are gone can have been erased. The log does not say which account wrote what, and must not; but a person has one
 * pseudonym in a consultation, so in none of them can more people have lost their words than accounts were erased in all, and a person who
 * lost some must have lost all.
 */
export class Erasures {
  private readonly erased = new Set<string>();

  /** @param texts those that results of consultations show */
  constructor(private readonly texts: readonly Texts[]) {}

  /** @throws Finding authority for an erasure of no account, which would make room for a text to be hidden */
  take(entry: Entry): void {
    for (const texts of this.texts) texts.take(entry);
    const { seq, leaf } = entry;
    if (leaf.type !== 'AccountErased') return;
    const isOfAnAccount = leaf.stream.startsWith('account-') && leaf.revision > 0;
    if (!isOfAnAccount)
      throw new Finding('authority', `Entry ${seq} erases ${leaf.stream}, and no event before it made that an account.`, seq);
    this.erased.add(leaf.stream);
  }

  /** Accounts that were erased. */
  get count(): number {
    return this.erased.size;
  }

  /** Whether what was read so far has enough erasures for all texts that are gone. */
  suffice(published: readonly PublishedTexts[]): boolean {
    return published.every((consultation) => this.wrongIn(consultation) === undefined);
  }

  /** @throws Finding authority if a text is gone that cannot have been erased */
  check(consultation: PublishedTexts): void {
    const wrong = this.wrongIn(consultation);
    if (wrong !== undefined) throw new Finding('authority', `Consultation ${consultation.id}: ${wrong}`);
  }

  private wrongIn({ results, views }: PublishedTexts): string | undefined {
    const texts = this.texts.flatMap((one) => [...one.shownIn(results, views)]);
    const shown = new Set(texts.flatMap(({ author, isGone }) => (isGone ? [] : (author ?? []))));
    const gone = new Set<string>();
    for (const { what, author } of texts.filter(({ isGone }) => isGone)) {
      if (author == null) return `the text of ${what} is gone, which no citizen wrote: no erasure takes it away.`;
      // An erasure takes all words of a person.
      if (shown.has(author)) return `the text of ${what} is gone, and another one of the same author is shown: that is no erasure.`;
      gone.add(author);
      if (gone.size > this.count)
        return `the text of ${what} is gone, and with it those of ${gone.size} people, while the log has ${inWords(this.count)}.`;
    }
    return undefined;
  }
}

function inWords(erasures: number): string {
  return erasures === 1 ? '1 event that erased an account' : `${erasures === 0 ? 'no' : erasures} events that erased accounts`;
}

export const actsOfErasures: ActsInWords<AccountErased> = {
  AccountErased: ({ by, reason }, stream) =>
    `account-${by}` === stream ? `${stream} erased by the person` : `${stream} erased by account ${by}: "${reason}"`,
};
export const leavesOfErasures: LeavesInWords = { AccountErased: (stream) => `${stream} erased` };
