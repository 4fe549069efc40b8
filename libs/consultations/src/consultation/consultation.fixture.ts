import { fold } from '@isegoria/event-sourcing';
import type { ConsultationEvent } from '../events.contract';
import type { ModerationMode } from '../methods/deliberation/deliberation.contract';
import { consultationDecider, type ConsultationState } from './consultation.decider';

/** Open from the 10th to the 20th of May 2026, UTC. */
export const opensAt = new Date('2026-05-10T00:00:00.000Z');
export const closesAt = new Date('2026-05-20T00:00:00.000Z');
export const whileOpen = new Date('2026-05-15T00:00:00.000Z');
const common = { title: 'Buses', description: 'Which?', language: 'en', by: 'official-1', externalId: null } as const;

export function publishedDeliberation(consultationId: string, moderation: ModerationMode = 'before'): ConsultationState {
  return published(consultationId, {
    type: 'ConsultationDrafted',
    data: { ...common, consultationId, kind: 'deliberation', moderation, poll: null },
  });
}

export function publishedPoll(consultationId: string, multiple: boolean): ConsultationState {
  const options = ['Red', 'Green', 'Blue'].map((text, index) => ({ id: String(index + 1), text }));
  return published(consultationId, {
    type: 'ConsultationDrafted',
    data: { ...common, consultationId, kind: 'poll', moderation: null, poll: { multiple, options } },
  });
}

function published(consultationId: string, drafted: ConsultationEvent): ConsultationState {
  const dates = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  return fold(consultationDecider, [drafted, { type: 'ConsultationPublished', data: { consultationId, by: 'official-1', ...dates } }])!;
}
