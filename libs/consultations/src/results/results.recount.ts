import type { PublishedView } from '@isegoria/audit-kit';
import { rankOf, usuallyCountsFrom, type AssuranceLevel, type EventMetadata } from '@isegoria/kernel';
import type { ActivityDrafted } from '../activity/activity.contract';
import type { AssuranceRaised } from '../assurance-raise/assurance-raise.contract';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import { lotsOf } from '../methods/choices/options/lots';
import { contributionsTo } from '../methods/method/method.contract';
import type { Book, CountedCast, CountedEvent, RecountedMethod } from '../methods/method/method.recount';
import { methods, type MethodName } from '../methods/methods.contract';
import { StillHidden } from '../hidden-results/audit/hidden-ballots.recount';
import type { HiddenChoice, MayBeHidden } from '../hidden-results/hidden-results.contract';
import { methodOf, recountedMethods } from '../methods/methods.recount';
import type { VoteFilter } from './analysis/analysis.contract';
import { filterOf, votesInAll, within } from './analysis/analysis.recount';
import { counted, eachLevel } from './assurance/by-assurance.contract';
import { Participation } from './participation/participation.recount';
import type { ActivityResults } from './results.contract';

/** What is the same in every activity. */
type Common = Pick<
  ActivityResults,
  | 'countsFrom'
  | 'participants'
  | 'participantsByAssurance'
  | 'excludedBallots'
  | 'votesCast'
  | 'votesCastByAssurance'
  | 'late'
  | 'participation'
  | 'resultsHidden'
  | 'closed'
>;

/** The figures of one activity; for a method that only a newer program knows, nothing is counted. */
export type RecountedActivity = Pick<ActivityResults, 'activityId' | 'phaseId' | 'title'> & {
  readonly method: MethodName;
} & Partial<Common>;

/** Besides its own results, an activity has those of all other methods, empty. */
const noResults: object = Object.assign({}, ...methods.map((contract) => contract.noResults));

/** A ballot that is still hidden, and when it was cast. */
interface HiddenBallot extends Pick<CountedCast, 'recordedAt'> {
  readonly hidden: HiddenChoice;
  readonly metadata: Pick<EventMetadata, 'at' | 'imported'>;
}

/** Recounts one activity from its events alone. */
export class ActivityRecount {
  private readonly people: Participation;
  private readonly method: RecountedMethod | undefined;
  private readonly book: Book | undefined;
  private readonly contributed: ReadonlySet<string>;
  private readonly votesCast: number[] = [];
  private late = 0;
  /** As they stand. */
  settings: ActivityDrafted['data']['settings'];
  /** Undefined where results are shown while people vote, and once ballots are revealed. */
  private stillHidden: StillHidden<HiddenBallot> | undefined;

  constructor(
    readonly drafted: ActivityDrafted['data'],
    countsFrom: AssuranceLevel = usuallyCountsFrom,
    among = recountedMethods,
  ) {
    this.settings = drafted.settings;
    this.people = new Participation(countsFrom);
    this.method = methodOf(drafted.method, among);
    this.contributed = contributionsTo(this.method ? [this.method.contract] : []);
    this.stillHidden = drafted.settings.resultsHidden ? new StillHidden() : undefined;
    this.book = this.method?.begin(drafted.settings, this.people, drafted.activityId);
  }

  /** Its consultation was published. */
  publish({ lotsSeed }: Pick<ConsultationPublished['data'], 'lotsSeed'>): void {
    this.book?.publish?.(lotsOf(this.drafted.activityId, lotsSeed));
  }

  /** @param isClosed whether the log has closed the activity before this event */
  take(event: CountedEvent, isClosed = false): void {
    const { type, data } = event;
    if (isClosed && this.contributed.has(type)) this.late += 1;
    else if (type === 'AssuranceRaised') this.raise(data, isClosed);
    else if (type === 'BallotsRevealed') this.reveal(data.key);
    else if (type === 'BallotExcluded' || type === 'BallotReinstated') this.judge(data.voter, type === 'BallotExcluded');
    else if (type === 'ActivityCorrected') this.correct(data.settings);
    else if (type === this.method?.contract.castEvent) this.cast(event as CountedCast);
    else this.book?.take(event);
  }

  /** @param isClosed whether the log has closed the activity */
  results(isClosed = false): RecountedActivity {
    const { activityId, phaseId, method, title } = this.drafted;
    const named = { activityId, phaseId, method, title };
    if (!this.book) return named;
    // Said of what is open as well: a site must not call it closed. Last, so that what a site shows too early is what is found.
    return { ...named, ...this.common(), ...noResults, ...this.ofMethod(isClosed), closed: isClosed || undefined };
  }

  private ofMethod(isClosed: boolean): object {
    return this.stillHidden ? {} : this.book!.results(undefined, isClosed);
  }

  /** @param isClosed whether the log has closed the activity */
  view(asked: Pick<PublishedView, 'name' | 'cursor'> & Partial<Pick<PublishedView, 'path'>>, isClosed = false): object | undefined {
    const { name, path = '', cursor } = asked;
    const filter = filterOf(asked);
    if (filter) return this.filtered(filter);
    const view = this.method?.views.find((one) => one.name === name);
    const { activityId } = this.drafted;
    return this.book && view?.recount(this.book, { activityId, path, isClosed, ...(cursor !== undefined && { cursor }) });
  }

  private filtered(filter: VoteFilter): object | undefined {
    if (!this.book?.standing) return undefined;
    const all = this.stillHidden ? {} : this.book.results(within(filter));
    const shown = { ...all, ...(!this.stillHidden && this.method?.amongResults?.(all)) };
    const inAll = votesInAll(this.book.standing(), filter, this.people.countsFrom);
    return { activityId: this.drafted.activityId, ...inAll, ...noResults, ...shown };
  }

  private common(): Common {
    const { countsFrom } = this.people;
    const participantsByAssurance = this.people.byAssurance();
    const votesCast = this.people.withRaised(this.votesCast);
    const votesCastByAssurance = eachLevel((_, rank) => votesCast[rank]!);
    return {
      countsFrom,
      participants: counted(participantsByAssurance, countsFrom),
      participantsByAssurance,
      excludedBallots: this.people.excludedCount,
      votesCast: counted(votesCastByAssurance, countsFrom),
      votesCastByAssurance,
      late: this.late,
      participation: this.people.perDay(),
      ...(this.stillHidden && { resultsHidden: true as const }),
    };
  }

  private correct(settings: ActivityDrafted['data']['settings']): void {
    this.settings = settings;
    this.book?.correct?.(settings);
  }

  private judge(voter: string, isOut: boolean): void {
    this.people.setExcluded(voter, isOut);
    this.book?.judge?.(voter, isOut);
  }

  private raise({ voters, level }: AssuranceRaised['data'], isClosed: boolean): void {
    if (isClosed) return;
    for (const voter of voters) {
      this.people.raise(voter, level);
      this.book?.raise?.(voter, level);
    }
  }

  private cast(event: CountedCast): void {
    const { voter, assurance } = event.data;
    this.votesCast[rankOf(assurance)] = (this.votesCast[rankOf(assurance)] ?? 0) + 1;
    const number = this.people.voted(voter, dayOf(event.metadata, event.recordedAt), assurance);
    this.book?.cast(event, number);
    const { hidden } = event.data as MayBeHidden;
    const { at, imported } = event.metadata;
    if (hidden) this.stillHidden?.keep(number, { hidden, recordedAt: event.recordedAt, metadata: { at, imported } });
  }

  /** What was hidden is counted as if it had been said openly; what cannot be opened says nothing. */
  private reveal(key: string): void {
    for (const [number, ballot, said] of this.stillHidden?.opened(key, this.drafted.activityId) ?? [])
      if (said) this.book?.cast({ ...ballot, data: said } as unknown as CountedCast, number as number);
    this.stillHidden = undefined;
  }
}

/** The day (UTC) of a contribution: at its source for an imported one, else when its command was received. */
function dayOf(metadata: EventMetadata, recordedAt: string): string {
  const time = new Date(metadata.imported?.at ?? metadata.at);
  return (Number.isNaN(time.getTime()) ? new Date(recordedAt) : time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
