import { unchangedBy, uuidFrom, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import type { ConsultationsEvent } from '../contract';
import type { Beginning, DraftFields, Method, UnitSettings } from '../methods/method/method.decider';
import type { MethodName, MethodSettings } from '../methods/methods.contract';
import { phaseIdOf } from '../phase/phase.decider';
import type { ActivityEvent } from './activity.contract';

export const activityStream = (activityId: string) => `activity-${activityId}`;

/** From what the ids of the phases and activities of a draft are made; those of an edition are its own. */
export const rootOf = (consultationId: string, edition: number) =>
  edition === 0 ? consultationId : uuidFrom(consultationId, `edition ${edition}`);

/** The same for every retry of the draft. */
export const activityIdOf = (root: string, phase: number, index: number) => uuidFrom(root, `phase ${phase} activity ${index}`);

/** What the rules need to know of an activity. */
export interface ActivityState {
  readonly consultationId: string;
  readonly phaseId: string;
  readonly method: MethodName;
  readonly settings: MethodSettings;
  /** As they stood before each correction; absent where there was none. */
  readonly earlier?: readonly MethodSettings[];
  readonly title?: string | null;
}

/** The fold of an `activity-<id>` stream. */
export const activity = {
  initialState: undefined as ActivityState | undefined,

  evolve(state: ActivityState | undefined, event: ActivityEvent): ActivityState | undefined {
    const { type, data } = event;
    switch (type) {
      case 'ActivityDrafted':
        return {
          ...{ consultationId: data.consultationId, phaseId: data.phaseId, method: data.method },
          ...{ settings: data.settings, title: data.title },
        };
      case 'BallotsRevealed':
        return state;
      case 'ActivityCorrected':
        return state && { ...state, settings: data.settings, earlier: [...(state.earlier ?? []), state.settings] };
      default:
        return unchangedBy(type, state);
    }
  },
};

export type ActivityDraft = DraftFields & { readonly method: MethodName };

export interface PhaseDraft {
  readonly title?: string | null;
  readonly activities: readonly ActivityDraft[];
}

interface DraftWithPhases extends UnitSettings {
  readonly consultationId: string;
  /** See {@link rootOf}; that of the first edition when absent. */
  readonly root?: string;
  readonly phases: readonly PhaseDraft[];
}

/**
 * The streams that a consultation begins with besides its own, in the order in which they are begun: each activity, followed by what its
 * method puts into it.
 * @param by the account of the official
 * @throws Rejection VALIDATION_FAILED, naming the field
 */
export function beginningsOf(
  { consultationId, root = consultationId, phases, smallestGroup }: DraftWithPhases,
  by: string,
  methods: readonly Method[],
): Beginning[] {
  const drafts = phases.flatMap(({ activities }, phase) => activities.map((draft, index) => ({ draft, phase, index })));
  return drafts.flatMap(({ draft, phase, index }) => {
    const activityId = activityIdOf(root, phase, index);
    const method = methodOf(draft, methods, `phases[${phase}].activities[${index}]`);
    const data = { activityId, consultationId, phaseId: phaseIdOf(root, phase), method: draft.method };
    const settings = within(`phases[${phase}].activities[${index}]`, () => withHidden(draft, method.settings(draft, { smallestGroup })));
    const drafted = { type: 'ActivityDrafted', data: { ...data, title: draft.title ?? null, settings, by } } as const;
    const itself: Beginning = { id: activityId, stream: activityStream(activityId), events: [drafted] };
    return [itself, ...method.begins(draft, { consultationId, activityId, by })];
  });
}

/**
 * A stream that begins in a given way. Its state need not be known: the id of the command is also the id of the first event, so a retry
 * after an interruption finds what was begun and adds nothing.
 */
export const beginningDecider: Decider<null, Beginning, ConsultationsEvent> = {
  initialState: null,
  decide: ({ events }) => events,
  evolve: () => null,
};

/** What every method lets an office set whose results can be hidden; of others it is refused with the fields that they do not have. */
const withHidden = ({ resultsHidden }: ActivityDraft, settings: MethodSettings): MethodSettings =>
  resultsHidden ? { ...settings, resultsHidden } : settings;

function methodOf(draft: ActivityDraft, methods: readonly Method[], path: string): Method {
  const method = methods.find(({ contract }) => contract.method === draft.method);
  if (!method) throw new Rejection('VALIDATION_FAILED', { field: `${path}.method`, params: { constraint: 'isIn' } });
  const misplaced = methods
    .flatMap(({ draftFields }) => draftFields)
    .filter((field) => !method.draftFields.includes(field))
    .find((field) => (draft[field as keyof DraftFields] ?? null) !== null);
  if (misplaced) throw new Rejection('VALIDATION_FAILED', { field: `${path}.${misplaced}`, params: { constraint: 'doesNotFit' } });
  return method;
}

/** Says where in the draft the fields are that a method refuses. */
function within<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { field, further, ...details } = error.details;
    const isIn = (own: string | undefined) => `${path}.${own}`;
    throw new Rejection(error.code, {
      ...details,
      field: isIn(field),
      ...(further && { further: further.map((fault) => ({ ...fault, field: isIn(fault.field) })) }),
    });
  }
}
