import type { Counted, Entry, FindingKind, OtherPermission, Rule, RuleBook, ShownText } from '@isegoria/audit-kit';
import type { AssuranceLevel } from '@isegoria/kernel';
import type { KnownActivities } from '../../activity/audit/activity-facts.recount';
import type { ConsultationsEvent } from '../../contract';
import type { Contribution } from '../../late/contribution-rules.recount';
import type { StandingVote, Within } from '../../results/analysis/analysis.recount';
import type { Participation } from '../../results/participation/participation.recount';
import type { ByAssurance } from '../../results/assurance/by-assurance.contract';
import type { ActivityResults } from '../../results/results.contract';
import type { KnownPapers } from '../document/audit/known-papers.recount';
import type { MethodContract } from './method.contract';
import type { CastEvent, MethodSettings, MethodSettingsView } from '../methods.contract';

export type CountedEvent = Counted<ConsultationsEvent>;
export type CountedCast = Counted<CastEvent>;

/** What was cast in one activity, and what belongs to its method, according to the log. */
export interface Book {
  /** @param voter the person's number among those who took part */
  cast(event: CountedCast, voter: number): void;
  /** Its consultation was published. @param lots from what its lots are drawn */
  publish?(lots: string): void;
  /** The office set it anew. */
  correct?(settings: MethodSettings): void;
  /** A moderator left out the ballot of somebody who cast one, or put it back. */
  judge?(voter: string, isOut: boolean): void;
  /** Somebody is raised to a level, before the log has closed the activity. */
  raise?(voter: string, level: AssuranceLevel): void;
  /** An event of the method that is not a ballot. */
  take(event: CountedEvent): void;
  /**
   * Everything that its method counts, without what the log cannot say.
   * @param within which of the votes that stand; absent: all
   * @param isClosed whether the log has closed the activity
   */
  results(within?: Within, isClosed?: boolean): object;
  /** Every vote that stands and is not left out; absent where a method has none. */
  standing?(): Iterable<StandingVote>;
}

export interface AskedView {
  readonly activityId: string;
  readonly path: string;
  /** Of a list in pages: where this one begins, as the page before says. */
  readonly cursor?: string;
  /** Whether the log has closed the activity. */
  readonly isClosed: boolean;
}

/** An answer of the site about one activity besides the results. */
export interface RecountedView {
  /** `opinion map` */
  readonly name: string;
  /**
   * Below `/api/v1`; several where the site answers more than one question of the kind.
   * @param settings as the log has them, or the site where the log is not read yet; undefined where the site names none
   */
  pathsFor(results: ActivityResults, settings: object | undefined): readonly string[];
  /** Whether it is shown on a page of its own. */
  readonly isApart?: boolean;
  /** Whether sites of earlier versions do not answer it. */
  readonly isLater?: boolean;
  /** Whether it is computed now and then: the page of results says where in the log that was. */
  readonly isPlaced?: boolean;
  /** Whether the results leave anything to it; always when absent. */
  isNeeded?(results: ActivityResults): boolean;
  /** What a difference from the site's answer is called. */
  readonly finding: FindingKind;
  recount(book: Book, asked: AskedView): object;
  /** What the site answers as of a place in the log where the activity did not exist yet. */
  readonly beforeItBegan: object;
}

/** A sentence that figures lead to: its name among the texts, and what is put in; shares are written as percentages. */
export interface SentenceOnPage {
  readonly says: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly shares?: Readonly<Record<string, number>>;
  /** What is written as a list: this, that and a third. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** What a page says in another way once the log has closed the activity: the second half of the name of a text. */
export const onceClosed = (closed: true | undefined): '.closed' | '' => (closed ? '.closed' : '');

/** A row of a table that figures lead to: what it is about, in words of its own or of the texts, and its figures from first to last. */
export interface RowOnPage {
  readonly of: string | { readonly says: string; readonly values?: Readonly<Record<string, number>> };
  readonly figures: readonly number[];
}

/** What figures are of that the page names in words of its own: in each, its figures, and what they are shares of. */
export interface ThingOnPage {
  readonly of: { readonly says: string };
  readonly figures: readonly number[];
  readonly wholes: readonly number[];
  /** Of what stands in a chart of options: how many chose it, by level, so that those below the counting level are told beside. */
  readonly byAssurance?: ByAssurance<number>;
}

/** What a page of results has to show of an activity besides the figures that every method has. */
export interface OnPage {
  readonly sentences: readonly SentenceOnPage[];
  readonly rows: readonly RowOnPage[];
  /** The ids of what comes first in it, of which alone the page may say so; none where nothing does. */
  readonly first: readonly string[];
  /** What has figures and no words among the answers; each stands in a table with its own. */
  readonly things?: readonly ThingOnPage[];
}

/** What a method says about one activity at a place in the log. `results` are those of its activity. */
export interface MethodStory {
  take(event: CountedEvent): void;
  inWords(results: object): string[];
  changesSince(earlier: object | undefined, results: object): string[];
  inJson(): object;
}

/** Remembers who wrote the texts that results of the method show. */
export interface MethodTexts {
  take(entry: Entry): void;
  /** @param answers what the site answers about the activity besides */
  shownIn(results: ActivityResults, answers: readonly object[]): Iterable<ShownText>;
}

/** What the rules of a method build on. */
export interface RulesOfMethod {
  readonly activities: KnownActivities;
  readonly papers: KnownPapers;
  /** What everything that people contribute keeps to, once it is known that its activity was drafted. */
  readonly contributions: readonly Rule<Contribution>[];
  /** What every ballot keeps to. */
  readonly ballots: readonly Rule<CastEvent>[];
}

/** An activity whose words people answer to, as the log has it. */
export interface AskingFacts {
  readonly settings: MethodSettings;
  /** Its own, or that of the consultation where it has none. */
  readonly title: string;
  /** See `officeSays`. */
  readonly office: readonly string[];
}

/** What an auditor needs to know about a way of taking part. */
export interface RecountedMethod {
  readonly contract: MethodContract;
  /** The types of its events that count, besides that of a ballot. */
  readonly events: readonly string[];
  begin(settings: MethodSettings, people: Participation, activityId: string): Book;
  /** What a site has of that among its results, if not all; the rest is in views. */
  amongResults?(results: object): object;
  /** What a site has of that as it stood at an earlier place, if not all. */
  asTheyStood?(results: object): object;
  readonly views: readonly RecountedView[];
  /**
   * What the page of results must say of them, told from the results and the answers besides alone; absent: its sentences are judged by
   * their figures. @param answers each by the name of its view
   */
  onPage?(results: ActivityResults, answers: Readonly<Record<string, object>>): OnPage;
  /** The same of the page of earlier results, where it says something else. */
  readonly onEarlierPage?: OnPage;
  /** Whether the page of the consultation lists its statements in the order of the answers by state; absent: it never does. */
  listsStatements?(settings: MethodSettingsView): boolean;
  /** Whether its book counts within a filter; absent: the filtered results of its activities are not recounted. */
  readonly isFiltered?: boolean;
  tell(): MethodStory;
  readonly texts: readonly (() => MethodTexts)[];
  readonly permissions: readonly (() => OtherPermission)[];
  /** Whether an office can have set these. */
  mayHave(settings: MethodSettings): boolean;
  /** The words that people answer to, in lists within which no two may read the same. Absent: there are none. */
  answered?(asking: AskingFacts): readonly (readonly string[])[];
  /** What the office says in an activity by events of the method: which words where; undefined for what others say. */
  readonly officeSays?: Readonly<Record<string, (data: never) => { readonly activityId: string; readonly text: string } | undefined>>;
  /** How many people figures are of at least, in a method that tells people apart. */
  smallestGroup?(settings: MethodSettings): number;
  /** Whether an office may correct what it set; once it has opened, what people cast must mean what it meant. Absent: never. */
  mayCorrect?(before: readonly MethodSettings[], after: MethodSettings, hasOpened: boolean): boolean;
  rules(parts: RulesOfMethod): RuleBook;
}
