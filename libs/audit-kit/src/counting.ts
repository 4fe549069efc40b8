import type { RolePermission } from '@isegoria/kernel';
import type { Counted, Entry } from './entry';
import type { FindingKind } from './finding';

/** What is counted for one consultation, from its events in log order. Written apart from the read models, so that a fault in one shows. */
export interface Count {
  take(event: Counted): void;
  /** These figures, as the site publishes them among the results of the consultation. */
  results(): object;
  /** Another answer of the site, recounted; undefined if this does not count it. */
  view?(view: PublishedView): object | undefined;
  /** All answers besides that an auditor asks for, told from the log alone: a site that says too little is asked none the less. */
  views?(): readonly PublishedView[];
}

/** Something that is counted in every consultation. */
export interface Counting {
  /** The types of the events that it counts. */
  readonly events: readonly string[];
  begin(consultationId: string): Count;
}

/** An answer that the site gives besides the results of a consultation, and that can be recounted. */
export interface PublishedView {
  /** `opinion map` */
  readonly name: string;
  readonly activityId: string;
  /** Below `/api/v1`. */
  readonly path: string;
  /** Of a list that comes in pages: where this one begins; absent for the first. */
  readonly cursor?: string;
  /** What it is when they differ. */
  readonly finding: FindingKind;
  /** What it is as of a place of the log at which the activity was not there yet. */
  readonly beforeItBegan: object;
  /** Whether it is shown on a page of its own, so that its figures say nothing about those of the results page. */
  readonly isApart?: boolean;
  /** Whether sites of earlier versions do not answer it: what nobody is shown need not be counted. */
  readonly isLater?: boolean;
  /** Whether the page of results states a place in the log for it, which may be of some time before its figures. */
  readonly isPlaced?: boolean;
}

/** What the site answers to such a question, with the position of the log that it includes. */
export interface AnsweredView {
  readonly view: PublishedView;
  readonly answer: { readonly position: number };
}

/** A text that the site shows, or that is gone. */
export interface ShownText {
  /** `statement 7` */
  readonly what: string;
  /** The pseudonym of the author; null for the office, undefined if the log does not have it. */
  readonly author: string | null | undefined;
  readonly isGone: boolean;
}

/** Remembers who wrote the texts that the results of a consultation show. */
export interface Texts {
  take(entry: Entry): void;
  /** @param views what the site answers besides */
  shownIn(results: object, views?: readonly AnsweredView[]): Iterable<ShownText>;
}

/** Knows the acts that need another permission than their contract says. */
export interface OtherPermission {
  take(entry: Entry): void;
  /** Asked before the entry is taken. */
  for(entry: Entry): RolePermission | undefined;
}
