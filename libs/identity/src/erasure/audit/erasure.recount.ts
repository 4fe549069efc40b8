import { Finding, plural, type ActsInWords, type AnsweredView, type Entry, type ShownText, type Texts } from '@isegoria/audit-kit';
import type { AccountsErased, BatchEvent, ErasureEvent } from '../erasure.contract';

/** What the site publishes where a pseudonym is somebody's: about one consultation, or as questions in general. */
export interface PublishedTexts {
  readonly id: string;
  /** Words of citizens that were met elsewhere: comments, questions, further statements. */
  readonly more?: readonly ShownText[];
  /** Absent for questions in general. */
  readonly results?: object;
  /** What the site answers besides. */
  readonly views?: readonly AnsweredView[];
}

/** A text that is gone, and of which no erasure in the log tells. */
export interface UntoldText {
  readonly consultation: string;
  readonly what: string;
  readonly author: string;
}

const named = 20;

/**
 * Whether texts that are gone were erased. The log tells of erasures in batches, by the pseudonyms of all in one: each text that is gone
 * must be by one of these, or by one of those few people of whom the site says that a batch will tell. A person who lost some words must
 * have lost all in that consultation, and in none can more people have lost theirs than accounts were erased in all.
 */
export class Erasures {
  private readonly authors = new Set<string>();
  private readonly staff = new Set<string>();
  private accounts = 0;
  private erased = 0;

  /**
   * @param texts those that results of consultations show
   * @param pending people who were erased, as the site says, and of whom the log does not tell yet
   */
  constructor(
    private readonly texts: readonly Texts[],
    private readonly pending: number,
  ) {}

  /** @throws Finding authority for erasures of accounts that there are not, which would make room for a text to be hidden */
  take(entry: Entry): void {
    for (const texts of this.texts) texts.take(entry);
    const { leaf, body } = entry;
    if (leaf.type === 'AccountRegistered' || leaf.type === 'AccountImported') this.accounts += 1;
    if (leaf.type === 'RoleGranted') this.staff.add(leaf.stream);
    if (leaf.type === 'AccountsErased' && body) this.takeBatch(body.data as AccountsErased['data'], entry.seq);
  }

  /** Accounts that were erased, as the log tells. */
  get count(): number {
    return this.erased;
  }

  /** Whether what was read so far tells of enough erasures for all texts that are gone. */
  suffice(published: readonly PublishedTexts[]): boolean {
    return published.every((consultation) => this.wrongIn(consultation) === undefined);
  }

  /** @throws Finding authority if a text is gone that cannot have been erased */
  check(consultation: PublishedTexts): void {
    const wrong = this.wrongIn(consultation);
    if (wrong !== undefined)
      throw new Finding('authority', `${consultation.results ? `Consultation ${consultation.id}` : 'Questions in general'}: ${wrong}`);
  }

  /** Texts that are gone and of which the log does not tell yet. */
  untold(published: readonly PublishedTexts[]): UntoldText[] {
    return published.flatMap((consultation) =>
      this.goneIn(consultation).flatMap(({ what, author }) =>
        author == null || this.authors.has(author) ? [] : [{ consultation: consultation.id, what, author }],
      ),
    );
  }

  private takeBatch({ count, staff, authors }: AccountsErased['data'], seq: number): void {
    this.erased += count;
    if (this.erased > this.accounts)
      throw new Finding('authority', `Entry ${seq} erases account ${this.erased}, and the log has ${this.accounts} before it.`, seq);
    const stranger = staff.find((accountId) => !this.staff.has(`account-${accountId}`));
    if (stranger !== undefined)
      throw new Finding('authority', `Entry ${seq} ends the roles of account-${stranger}, and no event before it gave it any.`, seq);
    for (const author of authors) this.authors.add(author);
  }

  private goneIn(consultation: PublishedTexts) {
    return this.textsIn(consultation).filter(({ isGone }) => isGone);
  }

  private textsIn({ results, views, more = [] }: PublishedTexts) {
    const shown = this.texts.flatMap((one) => [...one.shownIn(results ?? {}, views)]);
    const known = new Set(shown.map(({ what }) => what));
    return [...shown, ...more.filter(({ what }) => !known.has(what))];
  }

  private wrongIn(consultation: PublishedTexts): string | undefined {
    const shown = new Set(this.textsIn(consultation).flatMap(({ author, isGone }) => (isGone ? [] : (author ?? []))));
    const gone = new Set<string>();
    for (const { what, author } of this.goneIn(consultation)) {
      if (author == null) return `the text of ${what} is gone, which no citizen wrote: no erasure takes it away.`;
      // An erasure takes all words of a person.
      if (shown.has(author)) return `the text of ${what} is gone, and another one of the same author is shown: that is no erasure.`;
      gone.add(author);
    }
    return this.untoldInWords(consultation) ?? this.tooMany(gone.size);
  }

  private untoldInWords(consultation: PublishedTexts): string | undefined {
    const untold = this.untold([consultation]);
    const people = new Set(untold.map(({ author }) => author)).size;
    if (people <= this.pending) return undefined;
    const which = listed(untold);
    const waiting = `${plural(this.pending, 'erasure', 'erasures')}, by its own word, of which the log does not tell yet`;
    return `the text of ${which} is gone, of ${plural(people, 'person', 'people')} who stand in no erasure on record; the site has ${waiting}.`;
  }

  private tooMany(gone: number): string | undefined {
    const most = this.erased + this.pending;
    return gone > most ? `the words of ${gone} people are gone, while ${plural(most, 'account was', 'accounts were')} erased.` : undefined;
  }
}

/** Every text by name, as far as a sentence can hold them. */
export function listed(texts: readonly UntoldText[]): string {
  const more = texts.length > named ? ` and ${texts.length - named} more` : '';
  return `${texts
    .slice(0, named)
    .map(({ what }) => what)
    .join(', ')}${more}`;
}

export const actsOfErasures: ActsInWords<ErasureEvent | BatchEvent> = {
  AccountErased: null,
  ErasurePublished: null,
  ErasureOrdered: ({ by, reason }) => `one of the accounts erased by account ${by}: "${reason}"`,
  AccountsErased: ({ count, authors }) =>
    `${plural(count, 'account', 'accounts')} erased, and with them what ${plural(authors.length, 'pseudonym', 'pseudonyms')} wrote`,
};
