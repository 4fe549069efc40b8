import { Finding } from '../finding';
import type { TakenEntry } from '../tree/taken-entry';
import type { PublishedConsultation } from './published';

/**
 * Whether texts that are gone can have been erased. The log does not say which account wrote what, and must not; but a person has one
 * pseudonym in a consultation, so that in none of them more people can have lost their words than accounts were erased in all, and whoever
 * lost some lost all.
 */
export class Erasures {
  private readonly authorOf = new Map<string, string | null>();
  private readonly erased = new Set<string>();

  /** @throws Finding authority for an erasure of no account, which would make room for a text to be hidden */
  take({ seq, leaf, body }: TakenEntry): void {
    if (leaf.type === 'StatementSubmitted' && body)
      this.authorOf.set(String(body.data.statementId), typeof body.data.author === 'string' ? body.data.author : null);
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
  suffice(published: readonly PublishedConsultation[]): boolean {
    return published.every((consultation) => this.wrongIn(consultation) === undefined);
  }

  /** @throws Finding authority where a text is gone that cannot have been erased */
  check(consultation: PublishedConsultation): void {
    const wrong = this.wrongIn(consultation);
    if (wrong !== undefined) throw new Finding('authority', `Consultation ${consultation.id}: ${wrong}`);
  }

  private wrongIn({ results }: PublishedConsultation): string | undefined {
    const accepted = (results.statements ?? []).filter(({ status }) => status === 'accepted');
    const shown = new Set(accepted.flatMap(({ id, text }) => (text === null ? [] : (this.authorOf.get(id) ?? []))));
    const gone = new Set<string>();
    for (const { id } of accepted.filter(({ text }) => text === null)) {
      const author = this.authorOf.get(id);
      if (author == null) return `the text of statement ${id} is gone, which no citizen wrote: no erasure takes it away.`;
      // An erasure takes all words of a person.
      if (shown.has(author)) return `the text of statement ${id} is gone, and another one of the same author is shown: that is no erasure.`;
      gone.add(author);
      if (gone.size > this.count)
        return `the text of statement ${id} is gone, and with it those of ${gone.size} people, while the log has ${inWords(this.count)}.`;
    }
    return undefined;
  }
}

function inWords(erasures: number): string {
  return erasures === 1 ? '1 event that erased an account' : `${erasures === 0 ? 'no' : erasures} events that erased accounts`;
}
