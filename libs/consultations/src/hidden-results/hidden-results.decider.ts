import { Rejection } from '@isegoria/kernel';
import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { activity, type ActivityState } from '../activity/activity.decider';
import type { ActivityEvent } from '../activity/activity.contract';
import type { MethodContract } from '../methods/method/method.contract';
import type { CastEvent, MethodSettings } from '../methods/methods.contract';
import { hiddenChoice, type HidingKeys } from './hidden-ballot';
import type { BallotsRevealed } from './hidden-results.contract';

/** Room for the ids of all options, each with a score. */
const [roomForNames, roomForOption] = [64, 32];

/** The ballot as the log has it before the closing: what it says is hidden. */
export function hiddenCast(cast: CastEvent, { hides = {} }: MethodContract, settings: MethodSettings, keys: HidingKeys): CastEvent {
  const data = cast.data as CastEvent['data'] & Readonly<Record<string, unknown>>;
  const choice = Object.fromEntries(Object.keys(hides).map((member) => [member, data[member]]));
  const options = 'options' in settings ? settings.options.length : 0;
  const hidden = hiddenChoice(keys, data, choice, roomForNames + options * roomForOption);
  return { ...cast, data: { ...data, ...hides, hidden } } as CastEvent;
}

/** Publishes the key of a vote that the log has closed. */
export interface RevealBallots {
  readonly consultationId: string;
  readonly activityId: string;
  readonly key: Buffer;
}

interface RevealState {
  readonly activity: ActivityState | undefined;
  readonly isRevealed: boolean;
}

/** Of an `activity-<id>` stream: once, and only where the office had results hidden. */
export const revealDecider: Decider<RevealState, RevealBallots, ActivityEvent> = {
  initialState: { activity: activity.initialState, isRevealed: false },

  decide({ consultationId, activityId, key }, { activity: known, isRevealed }): BallotsRevealed[] {
    if (!known) throw new Rejection('ACTIVITY_NOT_FOUND');
    if (isRevealed || !known.settings.resultsHidden) return [];
    return [{ type: 'BallotsRevealed', data: { consultationId, activityId, key: key.toString('base64url') } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'ActivityDrafted':
      case 'ActivityCorrected':
        return { ...state, activity: activity.evolve(state.activity, event) };
      case 'BallotsRevealed':
        return { ...state, isRevealed: true };
      default:
        return unchangedBy(event, state);
    }
  },
};
