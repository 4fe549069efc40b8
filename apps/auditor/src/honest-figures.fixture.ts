import { amongResults, viewsOf } from '@isegoria/consultations/recount';
import { activityDrafted, type ConsultationResults } from '@isegoria/contracts';
import { plain, type PlacedEvent } from './honest-answers.fixture';
import { ConsultationCount, counts, type ConsultationEvent } from './recount/consultation-count';

/** An audit asks for hundreds of answers after the same events: each is made once for a list of events. */
function onceFor<T>(make: (events: readonly PlacedEvent[], consultationId: string) => T) {
  const known = new WeakMap<readonly PlacedEvent[], Map<string, T>>();
  return (events: readonly PlacedEvent[], consultationId: string): T => {
    const ofEvents = known.get(events) ?? new Map<string, T>();
    known.set(events, ofEvents);
    const made = ofEvents.get(consultationId) ?? make(events, consultationId);
    ofEvents.set(consultationId, made);
    return made;
  };
}

/** The figures of a consultation that an honest site answers after these events, and the answers besides by their paths. */
export const honestFigures = onceFor((events, consultationId): ReadonlyMap<string, object> => {
  const count = countOf(events, consultationId);
  const { position = -1, time = '' } = events.at(-1) ?? {};
  const results = { ...(plain(amongResults(count.results())) as ConsultationResults), position, computedAt: time, skippedEvents: [] };
  const views = count.views().map((view) => [`/api/v1${view.path}`, { ...(plain(count.view(view)) as object), position }] as const);
  return new Map<string, object>([[`/api/v1/consultations/${consultationId}/results`, results], ...views]);
});

const countOf = onceFor((events, consultationId): ConsultationCount => {
  const count = new ConsultationCount(consultationId);
  for (const { type, data, metadata, position, time: recordedAt } of events) {
    const event = { type, data, metadata, position, recordedAt } as unknown as ConsultationEvent;
    if (event.data.consultationId === consultationId && counts(type)) count.take(event);
  }
  return count;
});

/** Whatever the filter, and also of an activity that the log does not have. */
function filteredResult(events: readonly PlacedEvent[], path: string, consultationId: string, activityId: string): object {
  const [first] = viewsOf({ activities: [{ activityId, method: 'poll' }] } as unknown as ConsultationResults, () => undefined);
  const view = { ...first!, path };
  const answer = countOf(events, consultationId).view(view) ?? view.beforeItBegan;
  return { ...(plain(answer) as object), position: events.at(-1)?.position ?? -1 };
}

/** The answer at a path, if that is one with figures. Events in no form that can be counted leave none. */
export function honestFigure(events: readonly PlacedEvent[], path: string): object | undefined {
  const [, kind, id] = /^\/api\/v1\/(consultations|activities)\/([^/]+)\//.exec(path) ?? [];
  const ofActivity = ({ type, data }: PlacedEvent) => type === activityDrafted.type && (data as { activityId?: string }).activityId === id;
  const consultationId =
    kind === 'consultations' ? id : (events.find(ofActivity)?.data as { consultationId?: string } | undefined)?.consultationId;
  if (id !== undefined && /\/filtered-results(\?|$)/.test(path)) return filteredResult(events, path, consultationId ?? '', id);
  if (consultationId === undefined) return undefined;
  try {
    return honestFigures(events, consultationId).get(path);
  } catch {
    return { consultationId, position: events.at(-1)?.position ?? -1, activities: [] };
  }
}
