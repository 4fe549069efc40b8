import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, mustBeOpen, permitted, rootUnit, type Actor, type Language, type UnitStanding } from '@isegoria/kernel';
import { beginningsOf, type PhaseDraft } from '../activity/activity.decider';
import type { Method } from '../methods/method.decider';
import { methods } from '../methods/methods.decider';
import type { PhaseDates } from '../phase/phase.contract';
import { datedPhases, dueByDate, hasBegun, isOver, phaseIdOf } from '../phase/phase.decider';
import type { ConsultationEvent } from './consultation.contract';
import { consultation, type ConsultationState } from './known-consultation.decider';

interface About {
  readonly consultationId: string;
}
interface ByOfficial extends About {
  readonly actor: Actor;
  readonly now: Date;
}
export interface Draft extends About {
  readonly type: 'DraftConsultation';
  readonly actor: Actor;
  readonly unit: string;
  readonly standing: UnitStanding;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly phases: readonly PhaseDraft[];
  readonly externalId?: string | null;
}
type Publish = ByOfficial & { readonly type: 'PublishConsultation'; readonly phases: readonly PhaseDates[] };
type Close = ByOfficial & { readonly type: 'CloseConsultation'; readonly reason: string };
type GiveOutcome = ByOfficial & { readonly type: 'PublishOutcome'; readonly youSaid: string; readonly weDid: string };
export type OfficialCommand = Publish | Close | GiveOutcome;
/** The last one records what the dates have brought about. */
export type ConsultationCommand = Draft | OfficialCommand | (About & { readonly type: 'FollowDates'; readonly now: Date });

export type ConsultationDecider = Decider<ConsultationState | undefined, ConsultationCommand, ConsultationEvent>;

/** The rules of a consultation's life, whatever the ways of taking part. */
export const consultationDeciderOf = (methods: readonly Method[]): ConsultationDecider => ({
  ...consultation,

  decide(command, state) {
    if (command.type === 'DraftConsultation') return draft(command, state, methods);
    if (!state) throw new Rejection('CONSULTATION_NOT_FOUND');
    if (command.type === 'FollowDates') return dueByDate(command.consultationId, state, command.now);
    const by = permitted(command.actor, 'consult', state.unit).accountId;
    switch (command.type) {
      case 'PublishConsultation':
        return publish(command, state, by);
      case 'CloseConsultation':
        return closeEarly(command, state, by);
      case 'PublishOutcome':
        return publishOutcome(command, state, by);
    }
  },
});

export const consultationDecider = consultationDeciderOf(methods);

function draft(command: Draft, state: ConsultationState | undefined, methods: readonly Method[]): ConsultationEvent[] {
  const { consultationId, unit, title, description, language, actor } = command;
  const externalId = command.externalId ?? null;
  const by = permitted(actor, 'consult', unit).accountId;
  // An id from elsewhere is taken for the whole platform, so that no unit may take one that another's import will bring.
  if (externalId !== null) permitted(actor, 'import', rootUnit);
  if (state) {
    if (externalId !== null && state.externalId === externalId) return [];
    throw new Rejection('ALREADY_DONE');
  }
  mustBeOpen(command.standing);
  beginningsOf(command, by, methods); // What follows in other streams must be right before anything is recorded.
  const phases = command.phases.map((phase, index) => ({ phaseId: phaseIdOf(consultationId, index), title: phase.title ?? null }));
  return [{ type: 'ConsultationDrafted', data: { consultationId, unit, title, description, language, phases, by, externalId } }];
}

function publish({ consultationId, phases: dates, now }: Publish, state: ConsultationState, by: string): ConsultationEvent[] {
  if (hasBegun(state, now)) throw new Rejection('ALREADY_DONE');
  const phases = datedPhases(state.phases, dates, now);
  const published: ConsultationEvent = { type: 'ConsultationPublished', data: { consultationId, phases, by } };
  const after = consultation.evolve(state, published)!;
  const isSame = after.phases.every(({ opensAt, closesAt }, index) => {
    const before = state.phases[index]!;
    return opensAt === before.opensAt && closesAt === before.closesAt;
  });
  return isSame ? [] : [published, ...dueByDate(consultationId, after, now)];
}

/** Between two phases, too, since the consultation has begun. */
function closeEarly({ consultationId, reason, now }: Close, state: ConsultationState, by: string): ConsultationEvent[] {
  if (isOver(state, now)) throw new Rejection('ALREADY_DONE');
  if (!hasBegun(state, now)) throw new Rejection('CONSULTATION_NOT_OPEN');
  return [...dueByDate(consultationId, state, now), { type: 'ConsultationClosed', data: { consultationId, by, reason } }];
}

function publishOutcome({ consultationId, youSaid, weDid, now }: GiveOutcome, state: ConsultationState, by: string): ConsultationEvent[] {
  if (!isOver(state, now)) throw new Rejection('CONSULTATION_NOT_CLOSED');
  const due = dueByDate(consultationId, state, now);
  if (state.outcome?.youSaid === youSaid && state.outcome.weDid === weDid) return due;
  return [...due, { type: 'OutcomePublished', data: { consultationId, youSaid, weDid, by } }];
}
