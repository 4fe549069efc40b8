import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, type AssuranceLevel } from '@isegoria/kernel';
import type { SupportCast, SupportEvent } from './support.contract';

export const supportStream = (itemId: string, supporter: string) => `support-${itemId}-${supporter}`;

/** What somebody last said about one comment or question. */
export interface SupportState {
  readonly supports: boolean;
  readonly assurance: AssuranceLevel;
  readonly revision: number | undefined;
}

/** What somebody says about a thing, and who wrote it. */
export interface CastSupport extends Readonly<SupportCast['data']> {
  readonly author: string | null;
  /** Why support cannot be given to it by now. */
  readonly refused?: Rejection;
}

/** Like a ballot: the stream is one of a person and a thing, so that nobody can be counted twice. */
export const supportDecider: Decider<SupportState | undefined, CastSupport, SupportEvent> = {
  initialState: undefined,

  decide({ author, refused, ...cast }, state) {
    if (cast.supports && refused) throw refused;
    if (cast.supports && cast.supporter === author) throw new Rejection('OWN_CONTRIBUTION');
    const isSaid = cast.supports ? state?.supports === true && state.assurance === cast.assurance : !state?.supports;
    return isSaid ? [] : [{ type: 'SupportCast', data: cast }];
  },

  evolve(state, event, revision) {
    switch (event.type) {
      case 'SupportCast':
        return { supports: event.data.supports, assurance: event.data.assurance, revision };
      default:
        return unchangedBy(event.type, state);
    }
  },

  recordedAt: (_, state) => state?.revision,
};
