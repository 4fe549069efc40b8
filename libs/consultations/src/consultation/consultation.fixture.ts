import { fold } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import type { ActivityState } from '../activity/activity.decider';
import type { ModerationMode } from '../methods/deliberation/deliberation.contract';
import type { ConsultationEvent } from './consultation.contract';
import { consultation, type ConsultationState } from './known-consultation.decider';

/** Two phases: the first one is open from the 10th to the 20th of May 2026, UTC, the second one from the 25th to the 30th. */
export const [firstPhase, secondPhase] = ['phase-1', 'phase-2'];
export const opensAt = new Date('2026-05-10T00:00:00.000Z');
export const closesAt = new Date('2026-05-20T00:00:00.000Z');
export const whileOpen = new Date('2026-05-15T00:00:00.000Z');
const second = { opensAt: '2026-05-25T00:00:00.000Z', closesAt: '2026-05-30T00:00:00.000Z' };

/** A unit, one above it, one beside it and one below it. */
export const [unit, above, beside, below] = [
  'root.aaaaaaaa.bbbbbbbb',
  'root.aaaaaaaa',
  'root.aaaaaaaa.cccccccc',
  'root.aaaaaaaa.bbbbbbbb.dddddddd',
];

/** Somebody with a role in a unit. */
export const holding = (role: Role, where = rootUnit): Actor => ({
  accountId: `${role}-1`,
  roles: [{ role, unit: where }],
  assurance: 'email',
});

const drafted = (consultationId: string): ConsultationEvent => ({
  type: 'ConsultationDrafted',
  data: {
    consultationId,
    unit,
    title: 'Buses',
    description: 'Which?',
    language: 'en',
    phases: [
      { phaseId: firstPhase, title: 'First' },
      { phaseId: secondPhase, title: 'Then' },
    ],
    countsFrom: 'email',
    by: 'official-1',
    externalId: null,
  },
});

export function draftedConsultation(consultationId: string): ConsultationState {
  return fold<ConsultationState | undefined, ConsultationEvent>(consultation, [drafted(consultationId)])!;
}

export function publishedConsultation(consultationId: string): ConsultationState {
  const phases = [
    { phaseId: firstPhase, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    { phaseId: secondPhase, ...second },
  ];
  const published: ConsultationEvent = { type: 'ConsultationPublished', data: { consultationId, by: 'official-1', phases } };
  return fold<ConsultationState | undefined, ConsultationEvent>(consultation, [drafted(consultationId), published])!;
}

export function deliberationIn(consultationId: string, moderation: ModerationMode = 'before', phaseId = firstPhase): ActivityState {
  return { consultationId, phaseId, method: 'deliberation', settings: { moderation } };
}

export function pollIn(consultationId: string, multiple: boolean, phaseId = firstPhase): ActivityState {
  const options = ['Red', 'Green', 'Blue'].map((text, index) => ({ id: String(index + 1), text }));
  return { consultationId, phaseId, method: 'poll', settings: { multiple, options } };
}
