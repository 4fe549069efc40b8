import { cut, type Story } from '@isegoria/audit-kit';
import { ActivityStory } from '../../activity/audit/activity-story.recount';
import { Closings } from '../../late/closings.recount';
import type { CountedEvent } from '../../methods/method/method.recount';
import { PhaseStory } from '../../phase/audit/phase-story.recount';
import type { ConsultationStatus } from '../consultation.contract';
import type { RecountedActivities } from './consultation.recount';

const statuses: Readonly<Record<ConsultationStatus, string>> = {
  draft: 'a draft that nobody outside sees',
  scheduled: 'published, to be opened',
  open: 'open',
  closed: 'closed',
  decided: 'closed, with its outcome published',
  cancelled: 'cancelled before it began',
};

/** How one consultation was: its phases, its activities and what became of it. */
export class ConsultationStory implements Story {
  private phases: readonly PhaseStory[] = [];
  private readonly activities = new Map<string, ActivityStory>();
  private readonly closings = new Closings();
  /** Why it was closed before its date. */
  private closedEarly: string | null = null;
  /** Why it never began. */
  private cancelled: string | null = null;
  private outcome: { readonly youSaid: string; readonly weDid: string } | null = null;

  take(event: CountedEvent): void {
    const { type, data } = event;
    this.closings.take(event);
    if (type === 'ConsultationDrafted' || type === 'DraftRevised')
      this.phases = data.phases.map((phase, index) => new PhaseStory(phase, index, data.phases.length));
    if (type === 'DraftRevised') this.activities.clear();
    if (type === 'ActivityDrafted') this.activities.set(data.activityId, new ActivityStory(data));
    if (type === 'ConsultationClosed') this.closedEarly = data.reason;
    if (type === 'ConsultationCancelled') this.cancelled = data.reason;
    if (type === 'OutcomePublished') this.outcome = { youSaid: data.youSaid, weDid: data.weDid };
    for (const phase of this.phases) phase.take(event);
    const activity = this.activities.get((data as { activityId?: string }).activityId ?? '');
    activity?.take(event, this.closings.include(activity.drafted));
  }

  inWords({ activities }: RecountedActivities): string[] {
    const [only, ...others] = this.phases;
    return [
      `  It was ${statuses[this.status]}${only && others.length === 0 ? only.datesInWords() : ''}.`,
      ...(others.length === 0 ? [] : this.phases.map((phase) => phase.inWords())),
      ...(this.closedEarly === null ? [] : [`  It was closed before its date: "${this.closedEarly}"`]),
      ...(this.cancelled === null ? [] : [`  It was cancelled: "${this.cancelled}"`]),
      ...activities.flatMap((results) => this.activities.get(results.activityId)?.inWords(results) ?? []),
      ...(this.outcome === null ? [] : [`  You said: ${cut(this.outcome.youSaid)}`, `  We did: ${cut(this.outcome.weDid)}`]),
    ];
  }

  changesSince(
    earlier: { story: ConsultationStory; results: RecountedActivities } | undefined,
    { activities }: RecountedActivities,
  ): string[] {
    const before = earlier?.story;
    const then = new Map(earlier?.results.activities.map((results) => [results.activityId, results]));
    return [
      ...(before ? [] : ['  It was drafted in between.']),
      ...(before && before.status !== this.status
        ? [`  It was ${statuses[before.status]} before, and ${statuses[this.status]} after.`]
        : []),
      ...(this.phases.length > 1 ? this.phases.flatMap((phase, index) => phase.changesSince(before?.phases[index])) : []),
      ...this.phases.flatMap((phase, index) => phase.datesSince(before?.phases[index])),
      ...activities.flatMap(
        (results) => this.activities.get(results.activityId)?.changesSince(then.get(results.activityId), results) ?? [],
      ),
      ...(this.outcome && this.outcome.weDid !== before?.outcome?.weDid ? [`  outcome: ${cut(this.outcome.weDid)}`] : []),
    ];
  }

  inJson(): object {
    return {
      status: this.status,
      phases: this.phases.map((phase) => phase.inJson()),
      closedEarly: this.closedEarly,
      cancelled: this.cancelled,
      activities: [...this.activities.values()].map((activity) => activity.inJson()),
      outcome: this.outcome,
    };
  }

  private get status(): ConsultationStatus {
    if (this.outcome) return 'decided';
    if (this.cancelled !== null) return 'cancelled';
    if (this.closedEarly !== null) return 'closed';
    const statuses = new Set(this.phases.map(({ status }) => status));
    for (const status of ['open', 'scheduled', 'draft'] as const) if (statuses.has(status)) return status;
    return 'closed';
  }
}
