import type { ListOpenings, OpeningView, Page, QueryContract } from '@isegoria/kernel';
import type { Counting, OtherPermission, Texts } from './counting';
import type { RuleBook } from './rules';
import type { NotShown, ShownBook } from './shown';
import type { LeavesInWords, Naming, Telling } from './telling';

/** What a context gives an auditor. */
export interface RecountRoom {
  readonly counts: readonly Counting[];
  readonly stories: readonly Telling[];
  readonly names: readonly Naming[];
  readonly texts: readonly (() => Texts)[];
  readonly permissions: readonly (() => OtherPermission)[];
  /** What its events keep to, begun anew for every reading of the log. */
  readonly rules: () => readonly RuleBook[];
  /** What it shows to everybody, begun anew for every reading of the log; contexts that others ask first come first. */
  readonly shown: () => readonly ShownBook[];
  /** What it shows and these do not have. */
  readonly notShown: readonly NotShown[];
  /** What opens the words of citizens that it shows. */
  readonly openings: readonly QueryContract<ListOpenings, Page<OpeningView>>[];
  /** Its acts in words, by the types of their events. */
  readonly acts: Readonly<Record<string, unknown>>;
  readonly leaves: LeavesInWords;
}
