import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import type { AccountSuspended, SuspensionEvent } from './suspension.contract';

/** The last suspension of an account, until it is lifted. It is over by itself at its time. */
export type SuspendedState = Omit<AccountSuspended['data'], 'accountId'> | null;

export type Follow =
  | { readonly type: 'SuspendAccount'; readonly data: AccountSuspended['data'] }
  | { readonly type: 'LiftSuspension'; readonly accountId: string; readonly suspensionId: string; readonly by: string };

/** Does to the account what is on the public record already. */
export const suspendedAccountDecider: Decider<SuspendedState, Follow, SuspensionEvent> = {
  initialState: null,

  decide(command, state) {
    if (command.type === 'SuspendAccount') {
      const isDone = state?.suspensionId === command.data.suspensionId;
      return isDone ? [] : [{ type: 'AccountSuspended', data: command.data }];
    }
    const { accountId, suspensionId, by } = command;
    return state?.suspensionId === suspensionId ? [{ type: 'SuspensionLifted', data: { accountId, suspensionId, by } }] : [];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'AccountSuspended': {
        const { suspensionId, until, by, reason, role } = event.data;
        return { suspensionId, until, by, reason, ...(role && { role }) };
      }
      case 'SuspensionLifted':
        return null;
      case 'SuspensionOrdered':
      case 'SuspensionEnded':
        return state;
      default:
        return unchangedBy(event, state);
    }
  },
};
