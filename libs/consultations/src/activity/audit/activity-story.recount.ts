import { changed, plural } from '@isegoria/audit-kit';
import { usuallyCountsFrom } from '@isegoria/kernel';
import { contributionsTo } from '../../methods/method/method.contract';
import type { CountedEvent, MethodStory } from '../../methods/method/method.recount';
import { methodOf } from '../../methods/methods.recount';
import { atEachLevel } from '../../results/assurance/by-assurance.contract';
import { levelsInWords } from '../../results/assurance/levels.recount';
import type { RecountedActivity } from '../../results/results.recount';
import type { ActivityDrafted } from '../activity.contract';

/** How one activity was. */
export class ActivityStory {
  private readonly method: MethodStory | undefined;
  private readonly contributed: ReadonlySet<string>;

  constructor(readonly drafted: ActivityDrafted['data']) {
    const method = methodOf(drafted.method);
    this.method = method?.tell();
    this.contributed = contributionsTo(method ? [method.contract] : []);
  }

  /** What came too late is in no story; the results say how much it was. */
  take(event: CountedEvent, isClosed: boolean): void {
    const isLate = isClosed && this.contributed.has(event.type);
    if (!isLate) this.method?.take(event);
  }

  inWords(results: RecountedActivity): string[] {
    if (!this.method) return [`  ${this.heading}: this version of the auditor does not know such activities.`];
    const { participants = 0, votesCast = 0, excludedBallots = 0, late = 0 } = results;
    const { countsFrom = usuallyCountsFrom, participantsByAssurance = atEachLevel(0) } = results;
    return [
      `  ${this.heading}: ${plural(participants, 'person', 'people')} had cast ${plural(votesCast, 'vote', 'votes')}, changed ones included.`,
      `  Counted from level ${countsFrom}; all who voted: ${levelsInWords(participantsByAssurance)}.`,
      ...(excludedBallots === 0 ? [] : [`  ${plural(excludedBallots, 'ballot', 'ballots')} left out of the counts by moderators.`]),
      ...(late === 0 ? [] : [`  ${plural(late, 'contribution', 'contributions')} came after the closing, and count for nothing.`]),
      ...(results.resultsHidden ? ['  What people chose is hidden until the closing.'] : this.method.inWords(results)),
    ];
  }

  /** Each activity's changes come under its own heading. */
  changesSince(earlier: RecountedActivity | undefined, results: RecountedActivity): string[] {
    const lines = [
      ...changed('people who voted', earlier?.participants, results.participants ?? 0),
      ...changed('ballots left out of the counts', earlier?.excludedBallots, results.excludedBallots ?? 0),
      ...changed('votes cast', earlier?.votesCast, results.votesCast ?? 0),
      ...changed('contributions after the closing', earlier?.late, results.late ?? 0),
      ...(results.resultsHidden ? [] : (this.method?.changesSince(earlier, results) ?? [])),
    ];
    return lines.length === 0 ? [] : [`  ${this.heading}:`, ...lines.map((line) => `  ${line}`)];
  }

  inJson(): object {
    const { activityId, phaseId, method, title } = this.drafted;
    return { id: activityId, phaseId, method, title, ...this.method?.inJson() };
  }

  private get heading(): string {
    const { activityId, method, title } = this.drafted;
    return title === null ? `Activity (${method} ${activityId})` : `Activity "${title}" (${method} ${activityId})`;
  }
}
