import type { DomainEvent } from '@isegoria/kernel';
import { CompactTable } from './compact-table';
import { leeway, rule, type Judged, type Rule } from './rules';
import { saltedHash } from './salted-hash';

type OfAuthor = DomainEvent<string, { readonly author: string }>;

/**
 * Who said what and when, for the rules of those who change or withdraw it; and for how long they may change it, as a setting says at each
 * point of the log. In some 32 bytes a thing.
 */
export class OwnWords {
  private readonly authors = new CompactTable();
  /** Seconds since 1970. */
  private readonly saidAt = new CompactTable();
  /** What held less than the leeway before the last change. */
  private before = 0;
  private changedAt = -Infinity;

  /** @param minutes before anybody changes it */
  constructor(private minutes: number) {}

  /** The setting is another one from then on (milliseconds since 1970). */
  become(minutes: number, time: number): void {
    this.before = this.minutesAt(time);
    [this.minutes, this.changedAt] = [minutes, time];
  }

  /** Remembers who said it. */
  begins({ stream, time, data: { author } }: Judged<DomainEvent<string, { readonly author: string | null }>>): void {
    if (author === null) return;
    this.authors.set(...saltedHash(stream), hashOf(author));
    this.saidAt.set(...saltedHash(stream), Math.max(1, Math.floor(time / 1000)));
  }

  isAuthor({ stream, data: { author } }: Judged<OfAuthor>): boolean {
    return this.authors.get(...saltedHash(stream)) === hashOf(author);
  }

  /** @param what `comment` */
  rules<Event extends OfAuthor>(what: string): readonly Rule<Event>[] {
    return [
      rule<Event>(`${what}-changed-by-its-author`, `A ${what} is changed by whoever wrote it.`, (event) => this.isAuthor(event)),
      rule<Event>(
        `${what}-changed-in-time`,
        `The words of a ${what} change for as long as the settings say, and no longer.`,
        ({ stream, time }) => time <= this.saidAt.get(...saltedHash(stream)) * 1000 + 1000 + this.minutesAt(time) * 60_000 + leeway,
      ),
    ];
  }

  /** What was read of the setting just before it changed may still be decided by. */
  private minutesAt(time: number): number {
    return time <= this.changedAt + leeway ? Math.max(this.before, this.minutes) : this.minutes;
  }
}

const hashOf = (author: string) => saltedHash(author)[0] || 1;
