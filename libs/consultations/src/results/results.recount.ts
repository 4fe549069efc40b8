import type { PublishedView } from '@isegoria/audit-kit';
import { isVerified, type EventMetadata } from '@isegoria/kernel';
import type { ActivityDrafted } from '../activity/activity.contract';
import { contributionsTo } from '../methods/method/method.contract';
import type { Book, CountedCast, CountedEvent, RecountedMethod } from '../methods/method/method.recount';
import { methods, type MethodName } from '../methods/methods.contract';
import { methodOf, recountedMethods } from '../methods/methods.recount';
import { Participation } from './participation/participation.recount';
import type { ActivityResults } from './results.contract';

/** What is the same in every activity. */
type Common = Pick<
  ActivityResults,
  'participants' | 'participantsByAssurance' | 'excludedBallots' | 'votesCast' | 'late' | 'participation'
>;

/** The figures of one activity; for a method that only a newer program knows, nothing is counted. */
export type RecountedActivity = Pick<ActivityResults, 'activityId' | 'phaseId' | 'title'> & {
  readonly method: MethodName;
} & Partial<Common>;

/** Besides its own results, an activity has those of all other methods, empty. */
const noResults: object = Object.assign({}, ...methods.map((contract) => contract.noResults));

/** Recounts one activity from its events alone. */
export class ActivityRecount {
  private readonly people = new Participation();
  private readonly method: RecountedMethod | undefined;
  private readonly book: Book | undefined;
  private readonly contributed: ReadonlySet<string>;
  private votesCast = 0;
  private late = 0;

  constructor(
    readonly drafted: ActivityDrafted['data'],
    among = recountedMethods,
  ) {
    this.method = methodOf(drafted.method, among);
    this.contributed = contributionsTo(this.method ? [this.method.contract] : []);
    this.book = this.method?.begin(drafted.settings, this.people);
  }

  /** @param isClosed whether the log has closed the activity before this event */
  take(event: CountedEvent, isClosed = false): void {
    const { type, data } = event;
    if (isClosed && this.contributed.has(type)) this.late += 1;
    else if (type === 'BallotExcluded' || type === 'BallotReinstated') this.people.setExcluded(data.voter, type === 'BallotExcluded');
    else if (type === this.method?.contract.castEvent) this.cast(event as CountedCast);
    else this.book?.take(event);
  }

  results(): RecountedActivity {
    const { activityId, phaseId, method, title } = this.drafted;
    const named = { activityId, phaseId, method, title };
    return this.book ? { ...named, ...this.common(), ...noResults, ...this.book.results() } : named;
  }

  view({ name, cursor }: Pick<PublishedView, 'name' | 'cursor'>): object | undefined {
    const view = this.method?.views.find((one) => one.name === name);
    return this.book && view?.recount(this.book, cursor);
  }

  private common(): Common {
    return {
      participants: this.people.total,
      participantsByAssurance: this.people.byAssurance(),
      excludedBallots: this.people.excludedCount,
      votesCast: this.votesCast,
      late: this.late,
      participation: this.people.perDay(),
    };
  }

  private cast(event: CountedCast): void {
    this.votesCast += 1;
    const { voter, assurance } = event.data;
    this.book?.cast(event, this.people.voted(voter, dayOf(event.metadata, event.recordedAt), isVerified(assurance)));
  }
}

/** The day (UTC) of a contribution: at its source for an imported one, else when its command was received. */
function dayOf(metadata: EventMetadata, recordedAt: string): string {
  const time = new Date(metadata.imported?.at ?? metadata.at);
  return (Number.isNaN(time.getTime()) ? new Date(recordedAt) : time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
