import { filesOf, type WithFiles } from '@isegoria/content';
import type { Decider } from '@isegoria/event-sourcing';
import {
  categoriesSaid,
  Rejection,
  mustBeOpen,
  permitted,
  rootUnit,
  usuallyCountsFrom,
  type Actor,
  type AssuranceLevel,
  type Language,
  type UnitStanding,
  type WithStandings,
} from '@isegoria/kernel';
import { beginningsOf, type PhaseDraft } from '../activity/activity.decider';
import type { Method } from '../methods/method/method.decider';
import { methods } from '../methods/methods.decider';
import { officialActs } from '../official-act/official-acts.decider';
import { dueByDate, phaseIdOf } from '../phase/phase.decider';
import { aboutFrom, type AboutWords } from './about/about.contract';
import type { ConsultationEvent } from './consultation.contract';
import { promiseIn } from './draft/draft.decider';
import { consultation, type ConsultationState } from './known-consultation.decider';

interface Of {
  readonly consultationId: string;
}
export interface Draft extends Of, Partial<AboutWords>, WithFiles, WithStandings {
  readonly type: 'DraftConsultation';
  readonly actor: Actor;
  readonly unit: string;
  readonly standing: UnitStanding;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly phases: readonly PhaseDraft[];
  readonly countsFrom?: AssuranceLevel | null;
  readonly answerWithinDays?: number | null;
  readonly externalId?: string | null;
  readonly smallestGroup?: number;
}
/** What an official asks for: a command of one of the official acts, named by its type. */
export type OfficialCommand = Of & { readonly type: string; readonly actor: Actor; readonly now: Date };
/** The last one records what happened because of the dates. */
export type ConsultationCommand = Draft | OfficialCommand | FollowDates;
type FollowDates = Of & { readonly type: 'FollowDates'; readonly now: Date };

export type ConsultationDecider = Decider<ConsultationState | undefined, ConsultationCommand, ConsultationEvent>;

/** The rules of a consultation's life, independent of methods and of official acts. */
export const consultationDeciderOf = (methods: readonly Method[]): ConsultationDecider => ({
  ...consultation,

  decide(command, state) {
    if (isDraft(command)) return draft(command, state, methods);
    if (!state || state.discarded) throw new Rejection('CONSULTATION_NOT_FOUND');
    if (!isByOfficial(command)) return dueByDate(command.consultationId, state, command.now);
    const { type, actor, now, ...asked } = command;
    const by = permitted(actor, 'consult', state.unit).accountId;
    return officialActs.find(({ contract }) => contract.name === type)!.decide(asked, state, { by, now });
  },
});

const isDraft = (command: ConsultationCommand): command is Draft => command.type === 'DraftConsultation';
const isByOfficial = (command: OfficialCommand | FollowDates): command is OfficialCommand => command.type !== 'FollowDates';

export const consultationDecider = consultationDeciderOf(methods);

function draft(command: Draft, state: ConsultationState | undefined, methods: readonly Method[]): ConsultationEvent[] {
  const { consultationId, unit, title, description, language, actor } = command;
  const externalId = command.externalId ?? null;
  const by = permitted(actor, 'consult', unit).accountId;
  // An external id is taken for the whole platform, so no unit may take one that another unit's import will bring.
  if (externalId !== null) permitted(actor, 'import', rootUnit);
  if (state) {
    if (externalId !== null && state.externalId === externalId) return [];
    throw new Rejection('ALREADY_DONE');
  }
  mustBeOpen(command.standing);
  beginningsOf(command, by, methods); // The events of other streams must be right before anything is recorded.
  const phases = command.phases.map((phase, index) => ({ phaseId: phaseIdOf(consultationId, index), title: phase.title ?? null }));
  const countsFrom = command.countsFrom ?? usuallyCountsFrom;
  const words = { title, description, about: aboutFrom(command, filesOf(command)), language };
  return [
    {
      type: 'ConsultationDrafted',
      data: { consultationId, unit, ...words, phases, countsFrom, ...categoriesSaid(command), ...promiseIn(command), by, externalId },
    },
  ];
}
