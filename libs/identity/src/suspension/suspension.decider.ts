import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, rootUnit, type Actor } from '@isegoria/kernel';
import type { AccountState } from '../account/account.decider';
import type { SuspensionEvent } from './suspension.contract';

export const suspensionStream = (suspensionId: string) => `suspension-${suspensionId}`;

interface About {
  readonly suspensionId: string;
  readonly actor: Actor;
}
export interface Order extends About {
  readonly type: 'OrderSuspension';
  readonly until: string;
  readonly reason: string;
}
export interface End extends About {
  readonly type: 'EndSuspension';
  readonly reason: string;
}

/** What the public record says of one suspension. */
export interface SuspensionState {
  readonly until: string;
  readonly isOver: boolean;
}

/** An account belongs to no unit, so it takes a moderator of the whole site. */
export const suspensionDecider: Decider<SuspensionState | undefined, Order | End, SuspensionEvent> = {
  initialState: undefined,

  decide(command, state) {
    const { suspensionId, actor, reason } = command;
    const by = permitted(actor, 'moderate', rootUnit).accountId;
    if (command.type === 'OrderSuspension') {
      const { until } = command;
      return state ? [] : [{ type: 'SuspensionOrdered', data: { suspensionId, until, by, reason } }];
    }
    if (!state) throw new Rejection('NOT_FOUND');
    if (state.isOver) throw new Rejection('ALREADY_DONE');
    return [{ type: 'SuspensionEnded', data: { suspensionId, by, reason } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'SuspensionOrdered':
        return { until: event.data.until, isOver: false };
      case 'SuspensionEnded':
        return state && { ...state, isOver: true };
      case 'AccountSuspended':
      case 'SuspensionLifted':
        return state;
      default:
        return unchangedBy(event, state);
    }
  },
};

/** Who can be suspended: somebody else, whose account is there. Roles are taken, not suspended. */
export function mustBeSuspendable(accountId: string, { origin, erased }: AccountState, actor: Actor): void {
  if (origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
  if (erased) throw new Rejection('ACCOUNT_ERASED');
  if (accountId === permitted(actor, 'moderate', rootUnit).accountId) throw new Rejection('NOT_YOURS');
}
