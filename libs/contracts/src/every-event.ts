import { eventsOfContent } from '@isegoria/content';
import { eventsOfFeedback } from '@isegoria/feedback';
import { eventsOfIdentity } from '@isegoria/identity';
import { catalogue } from '@isegoria/kernel';
import { eventsOfReadModels } from '@isegoria/read-model-contracts';
import { eventsOfConsultations } from '@isegoria/consultations';
import { eventsOfTheLog } from './log/events';

/** Every event that this program knows, by the context that records it. */
export const eventsByContext = {
  content: eventsOfContent,
  consultations: eventsOfConsultations,
  feedback: eventsOfFeedback,
  identity: eventsOfIdentity,
  projector: eventsOfReadModels,
  'transparency-log': eventsOfTheLog,
} as const;

export const everyEvent = [
  ...eventsOfContent,
  ...eventsOfConsultations,
  ...eventsOfFeedback,
  ...eventsOfIdentity,
  ...eventsOfReadModels,
  ...eventsOfTheLog,
] as const;
type Contract = (typeof everyEvent)[number];
export type EventType = Contract['type'];

export const eventCatalogue = catalogue(everyEvent);

/** Whether everybody may read what the events of a stream say. What no event declares stays closed. */
export function isPublicStream(name: string): boolean {
  return publicFamilies.some((family) => family.has(name));
}

/** Whether the events of a stream are in the public log. What no event declares is. */
export function isLoggedStream(name: string): boolean {
  return !unloggedFamilies.some((family) => family.has(name));
}

const families = [...new Set(everyEvent.map(({ stream }) => stream))];
const publicFamilies = families.filter(({ bodies }) => bodies === 'public');
const unloggedFamilies = families.filter(({ bodies }) => bodies === 'unlogged');
