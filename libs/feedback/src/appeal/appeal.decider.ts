import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { decided, type ByModerator } from '../moderation/moderated';
import type { AppealEvent, AppealMade } from './appeal.contract';

export const appealStream = (appealId: string) => `appeal-${appealId}`;

export interface AppealState extends Pick<AppealMade['data'], 'item' | 'itemId' | 'unit' | 'against'> {
  /** Null while nobody has decided. */
  readonly granted: boolean | null;
}

interface Make {
  readonly type: 'Appeal';
  readonly data: Omit<AppealMade['data'], 'against'>;
  readonly standing: { readonly author: string | null; readonly hidden: boolean; readonly decidedBy: string | null };
}
interface Decide extends Omit<ByModerator, 'unit'> {
  readonly type: 'DecideAppeal';
  readonly appealId: string;
  readonly granted: boolean;
  /** Whether what it is about is still hidden. */
  readonly isHidden: boolean;
}

/** One appeal about a thing, and one more for each time that it is hidden after an appeal was granted. Nobody judges their own decision. */
export const appealDecider: Decider<AppealState | undefined, Make | Decide, AppealEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'Appeal') return make(command, state);
    if (!state) throw new Rejection('NOT_FOUND');
    const { appealId, granted, isHidden, ...decision } = command;
    const reasoned = decided({ ...decision, unit: state.unit }, { hidden: state.granted !== null, decidedBy: null }, true);
    if (reasoned.by === state.against) throw new Rejection('OWN_DECISION');
    if (granted && isHidden) throw new Rejection('STILL_HIDDEN');
    return [{ type: 'AppealDecided', data: { appealId, granted, ...reasoned } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'AppealMade': {
        const { item, itemId, unit, against } = event.data;
        return { item, itemId, unit, against, granted: null };
      }
      case 'AppealDecided':
        return state && { ...state, granted: event.data.granted };
      default:
        return unchangedBy(event, state);
    }
  },
};

function make({ data, standing: { author, hidden, decidedBy } }: Make, state: AppealState | undefined): AppealEvent[] {
  if (author !== data.author) throw new Rejection('NOT_YOURS');
  if (!hidden || decidedBy === null) throw new Rejection('STILL_SHOWN');
  if (state && state.granted !== true) throw new Rejection('ALREADY_DONE');
  return [{ type: 'AppealMade', data: { ...data, against: decidedBy } }];
}
