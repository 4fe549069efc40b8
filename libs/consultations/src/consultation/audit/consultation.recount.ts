import {
  Finding,
  plural,
  type ActsInWords,
  type AnsweredView,
  type Count,
  type Counting,
  type Entry,
  type PublishedView,
  type ShownText,
  type Texts,
} from '@isegoria/audit-kit';
import type { AssuranceLevel } from '@isegoria/kernel';
import type { ActivityView } from '../../activity/activity.contract';
import type { ConsultationClosed, ConsultationDrafted, ConsultationPublished } from '../consultation.contract';
import { onceClosed, type CountedEvent, type OnPage } from '../../methods/method/method.recount';
import { Closings, closingEvents } from '../../late/closings.recount';
import { methodOf, recountedMethods } from '../../methods/methods.recount';
import { filteredViews } from '../../results/analysis/analysis.recount';
import type { ActivityResults, ConsultationResults } from '../../results/results.contract';
import { ActivityRecount, type RecountedActivity } from '../../results/results.recount';

export interface RecountedActivities {
  readonly consultationId: string;
  readonly activities: readonly RecountedActivity[];
}

/** Counts the activities of one consultation, each for itself. */
export class ConsultationRecount implements Count {
  private phases: readonly string[] = [];
  private countsFrom: AssuranceLevel | undefined;
  private readonly activities = new Map<string, ActivityRecount>();
  private readonly closings = new Closings();

  constructor(private readonly consultationId: string) {}

  take(event: CountedEvent): void {
    const { type, data } = event;
    this.closings.take(event);
    if (type === 'ConsultationDrafted') {
      this.phases = data.phases.map(({ phaseId }) => phaseId);
      this.countsFrom = data.countsFrom;
    } else if (type === 'DraftRevised') {
      this.phases = data.phases.map(({ phaseId }) => phaseId);
      this.activities.clear();
    } else if (type === 'ConsultationPublished') for (const activity of this.activities.values()) activity.publish(data);
    else if (type === 'AssuranceRaised') this.takeInAll(event);
    else if (type !== 'ActivityDrafted') this.takeInActivity(event);
    // A later draft under the same id would be that of an activity without votes.
    else if (!this.activities.has(data.activityId)) this.activities.set(data.activityId, new ActivityRecount(data, this.countsFrom));
  }

  results(): RecountedActivities {
    const activities = this.inOrder().map((activity) => activity.results(this.closings.include(activity.drafted)));
    return { consultationId: this.consultationId, activities };
  }

  view(view: PublishedView): object | undefined {
    const activity = this.activities.get(view.activityId);
    return activity?.view(view, this.closings.include(activity.drafted));
  }

  views(): PublishedView[] {
    const { activities } = this.results();
    return viewsOf({ activities: activities as readonly ActivityResults[] }, (id) => this.activities.get(id)?.settings);
  }

  private takeInAll(event: CountedEvent): void {
    for (const activity of this.activities.values()) activity.take(event, this.closings.include(activity.drafted));
  }

  private takeInActivity(event: CountedEvent): void {
    const activity = this.activities.get((event.data as { activityId?: string }).activityId ?? '');
    activity?.take(event, this.closings.include(activity.drafted));
  }

  /** In the order of their phases; within a phase, as they were drafted. */
  private inOrder(): ActivityRecount[] {
    const placeOf = ({ drafted: { phaseId } }: ActivityRecount) => this.phases.indexOf(phaseId);
    return [...this.activities.values()].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export const activitiesCounted: Counting = {
  events: [
    'ConsultationDrafted',
    'DraftRevised',
    'ConsultationPublished',
    'ActivityDrafted',
    'ActivityCorrected',
    ...closingEvents,
    'AssuranceRaised',
    'BallotExcluded',
    'BallotReinstated',
    'BallotsRevealed',
    ...recountedMethods.flatMap(({ contract, events }) => [contract.castEvent, ...events]),
  ] satisfies (CountedEvent['type'] | string)[],
  begin: (consultationId) => new ConsultationRecount(consultationId),
};

/**
 * The answers that a site gives besides these results.
 * @param settingsOf what the office set in an activity. Results of what is open or hidden say too little to ask by
 */
export function viewsOf(
  { activities = [] }: Pick<ConsultationResults, 'activities'>,
  settingsOf: (activityId: string) => object | undefined,
): PublishedView[] {
  return activities.flatMap((activity) => [
    ...(methodOf(activity.method)?.views ?? [])
      .filter(({ isNeeded }) => isNeeded?.(activity) ?? true)
      .flatMap(({ name, finding, beforeItBegan, isApart, isLater, isPlaced, pathsFor }) => {
        const { activityId } = activity;
        const marks = { ...(isApart && { isApart }), ...(isLater && { isLater }), ...(isPlaced && { isPlaced }) };
        return pathsFor(activity, settingsOf(activityId)).map((path) => ({ name, finding, beforeItBegan, activityId, path, ...marks }));
      }),
    ...(methodOf(activity.method)?.isFiltered ? filteredViews(activity) : []),
  ]);
}

/**
 * The page after this answer, if it is one of a list that goes on.
 * @throws Finding cannotRun for a list that does not move on, which would keep the auditor busy for ever
 */
export function pageAfter({ view, answer }: AnsweredView): PublishedView | undefined {
  const { next } = answer as { readonly next?: unknown };
  if (typeof next !== 'string') return undefined;
  if (!(Number(next) > Number(view.cursor ?? -1))) throw new Finding('cannotRun', `${view.path} goes on without moving on.`);
  return { ...view, cursor: next, path: `${view.path.split('?', 1)[0]}?cursor=${encodeURIComponent(next)}` };
}

/** What of a recount a site has among its results. */
export function amongResults<Recounted extends RecountedActivities>(recounted: Recounted): Recounted {
  const activities = recounted.activities.map((activity) => ({ ...activity, ...methodOf(activity.method)?.amongResults?.(activity) }));
  return { ...recounted, activities };
}

/** What of a recount a site has as it stood at an earlier place. */
export function asTheyStood<Recounted extends RecountedActivities>(recounted: Recounted): Recounted {
  const activities = recounted.activities.map((activity) => ({ ...activity, ...methodOf(activity.method)?.asTheyStood?.(activity) }));
  return { ...recounted, activities };
}

const hiddenOnPage = ({ closed }: Pick<ActivityResults, 'closed'>): OnPage => ({
  sentences: [{ says: `hidden.finding${onceClosed(closed)}`, values: {} }],
  rows: [],
  first: [],
});

/** What a page of results must show of an activity besides figures; undefined where its method leads to nothing in particular. */
export function onPageOf(activity: ActivityResults, views: readonly AnsweredView[] = []): OnPage | undefined {
  if (activity.resultsHidden) return hiddenOnPage(activity);
  const answers = views.flatMap(({ view, answer }) => (view.activityId === activity.activityId ? [[view.name, answer] as const] : []));
  return methodOf(activity.method)?.onPage?.(activity, Object.fromEntries(answers));
}

/** The same of a page of earlier results. */
export function onEarlierPageOf(activity: ActivityResults, views: readonly AnsweredView[] = []): OnPage | undefined {
  return (activity.resultsHidden ? undefined : methodOf(activity.method)?.onEarlierPage) ?? onPageOf(activity, views);
}

/** Whether the page of a consultation lists an activity's statements in the order of the answers by state. */
export function listsStatements({ method, settings }: Pick<ActivityView, 'method' | 'settings'>): boolean {
  return methodOf(method)?.listsStatements?.(settings) ?? false;
}

/** The activities by methods that only a newer program knows, in one sentence each. */
export function notCountedIn({ activities }: RecountedActivities): string[] {
  return activities
    .filter(({ method }) => !methodOf(method))
    .map(({ activityId, method }) => `activity ${activityId}: this version of the auditor does not know the method ${method}`);
}

/** The activities to which somebody contributed behind the closing, in one sentence each. */
export function lateIn({ activities }: RecountedActivities): string[] {
  return activities
    .filter(({ late = 0 }) => late > 0)
    .map(
      ({ activityId, late = 0 }) =>
        `activity ${activityId}: ${plural(late, 'contribution', 'contributions')} after the closing, in no count`,
    );
}

/** Figures that are the outcome of a vote; the others say how it went. */
export const tallies: readonly string[] = ['votesCast', ...recountedMethods.flatMap(({ contract }) => Object.keys(contract.noResults))];

/** The texts of all activities of a consultation. */
export class ActivityTexts implements Texts {
  private readonly all = recountedMethods.flatMap(({ contract, texts }) =>
    texts.map((begin) => ({ method: contract.method, texts: begin() })),
  );

  take(entry: Entry): void {
    for (const { texts } of this.all) texts.take(entry);
  }

  *shownIn({ activities = [] }: ConsultationResults, views: readonly AnsweredView[] = []): Iterable<ShownText> {
    for (const activity of activities) {
      const answers = views.filter(({ view }) => view.activityId === activity.activityId).map(({ answer }) => answer);
      for (const { method, texts } of this.all) if (activity.method === method) yield* texts.shownIn(activity, answers);
    }
  }
}

export const actsOfConsultation: ActsInWords<ConsultationDrafted | ConsultationPublished | ConsultationClosed> = {
  ConsultationDrafted: ({ title, unit, by }) => `drafted in unit ${unit} by account ${by}: "${title}"`,
  ConsultationPublished: ({ by, phases }, _, nameOf) => {
    const dates = phases.map(({ phaseId, opensAt, closesAt }) => {
      const name = nameOf(phaseId);
      return `${name === undefined ? '' : `${name} `}open from ${opensAt} to ${closesAt}`;
    });
    return `published by account ${by}, ${dates.join('; ')}`;
  },
  ConsultationClosed: ({ by, reason }) => `closed before its date by account ${by}: "${reason}"`,
};
