import { fold, type EventStore } from '@isegoria/event-sourcing';
import type { DomainEvent } from '@isegoria/kernel';
import { activity, activityIdOf, activityStream, rootOf, type ActivityState } from '../activity/activity.decider';
import type { ActivityEvent } from '../activity/activity.contract';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { methods } from '../methods/methods.decider';
import type { Answered } from './translation.decider';

/** What people answer to in a consultation, as the log has its activities now: those of a phase are found one after the other. */
export async function answeredIn(store: EventStore, consultationId: string, consultation: ConsultationState): Promise<Answered[]> {
  const read = (stream: string): Promise<readonly DomainEvent[]> => store.readStream(stream);
  const root = rootOf(consultationId, consultation.edition ?? 0);
  const all: Answered[] = [];
  for (const [phase, { phaseId }] of consultation.phases.entries())
    for (let index = 0; ; index += 1) {
      const activityId = activityIdOf(root, phase, index);
      const events = (await read(activityStream(activityId))) as readonly ActivityEvent[];
      const state = fold<ActivityState | undefined, ActivityEvent>(activity, events);
      if (!state) break;
      const method = methods.find(({ contract }) => contract.method === state.method);
      const title = state.title ?? consultation.words.title;
      all.push({ phaseId, words: (await method?.answered?.({ activityId, settings: state.settings, title }, read)) ?? [] });
    }
  return all;
}
