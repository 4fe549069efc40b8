import type { RecordedText } from './text';
import { Rejection } from './rejection';

/** Somebody who wants to change or withdraw what was said. */
export interface ByAuthor {
  /** The pseudonym of the person, where it was said. */
  readonly author: string;
}

/** The same thing in other words. */
export interface Reworded extends ByAuthor {
  readonly text: RecordedText;
  /** When it was said first. */
  readonly saidAt: Date;
  /** For how many minutes from then on it may be changed. */
  readonly minutes: number;
  readonly now: Date;
}

/** What is known about something that a person said; null for what the office said. */
export interface SaidBefore {
  readonly author: string | null;
  readonly withdrawn: boolean;
}

/** Policy: people change and withdraw their own words alone, and what is withdrawn stays so. @throws Rejection NOT_YOURS or WITHDRAWN */
export function onlyItsAuthor(said: SaidBefore, { author }: ByAuthor): void {
  if (said.author !== author) throw new Rejection('NOT_YOURS');
  mustStand(said);
}

/** Policy: words change only for a while, before people have come to rely on them. @throws Rejection EDIT_TIME_OVER */
export function onlyForAWhile({ saidAt, minutes, now }: Omit<Reworded, 'author' | 'text'>): void {
  if (now.getTime() > saidAt.getTime() + minutes * 60_000) throw new Rejection('EDIT_TIME_OVER', { params: { minutes } });
}

/** Policy: nothing more happens to what its author has withdrawn. @throws Rejection WITHDRAWN */
export function mustStand({ withdrawn }: Pick<SaidBefore, 'withdrawn'>): void {
  if (withdrawn) throw new Rejection('WITHDRAWN');
}
