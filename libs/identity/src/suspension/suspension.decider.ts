import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import type { ModerationRule } from '@isegoria/content';
import { Rejection, permitted, rootUnit, type Actor, type StandingSuspension, type SuspendingRole } from '@isegoria/kernel';
import type { AccountState } from '../account/account.decider';
import type { SuspensionAppealDecided } from './appeal/suspension-appeal.contract';
import type { SuspensionEvent, SuspensionOrdered } from './suspension.contract';

export const suspensionStream = (suspensionId: string) => `suspension-${suspensionId}`;

interface About {
  readonly suspensionId: string;
  readonly actor: Actor;
  readonly reason: string;
}
export interface Order extends About {
  readonly type: 'OrderSuspension';
  readonly until: string;
  readonly rule?: ModerationRule;
  readonly role: SuspendingRole;
  /** Of the same account, where another suspension is in force. */
  readonly standing: StandingSuspension | undefined;
}
export interface End extends About {
  readonly type: 'EndSuspension';
}
export interface DecideAppeal extends About {
  readonly type: 'DecideSuspensionAppeal';
  readonly granted: boolean;
  readonly rule?: ModerationRule;
  /** Whether its holder has appealed, which stands in a stream of its own. */
  readonly isAppealed: boolean;
}
type Command = Order | End | DecideAppeal;

/** What the public record says of one suspension. */
export interface SuspensionState {
  readonly until: string;
  /** The account that ordered it. */
  readonly by: string;
  /** In which role; absent in older events. */
  readonly role?: SuspendingRole;
  readonly reason: string;
  readonly isOver: boolean;
  readonly isAppealDecided: boolean;
}

/** An account belongs to no unit, so it takes a moderator of the whole site. Nobody judges an appeal against their own decision. */
export const suspensionDecider: Decider<SuspensionState | undefined, Command, SuspensionEvent | SuspensionAppealDecided> = {
  initialState: undefined,

  decide(command, state) {
    const { suspensionId, actor, reason } = command;
    const by = permitted(actor, 'moderate', rootUnit).accountId;
    if (command.type === 'OrderSuspension') {
      const { until, rule, role, standing } = command;
      if (state) return [];
      if (standing) throw new Rejection('ALREADY_SUSPENDED', { suspension: standing });
      return [{ type: 'SuspensionOrdered', data: { suspensionId, until, by, reason, ...(rule && { rule }), role } }];
    }
    if (!state) throw new Rejection('NOT_FOUND');
    if (command.type === 'DecideSuspensionAppeal') return decided(command, by, state);
    if (state.isOver) throw new Rejection('ALREADY_DONE');
    return [{ type: 'SuspensionEnded', data: { suspensionId, by, reason } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'SuspensionOrdered':
        return newSuspension(event.data);
      case 'SuspensionEnded':
        return state && { ...state, isOver: true };
      case 'SuspensionAppealDecided':
        return state && { ...state, isOver: state.isOver || event.data.granted, isAppealDecided: true };
      case 'AccountSuspended':
      case 'SuspensionLifted':
        return state;
      default:
        return unchangedBy(event, state);
    }
  },
};

function newSuspension({ until, by, reason, role }: SuspensionOrdered['data']): SuspensionState {
  return { until, by, reason, ...(role && { role }), isOver: false, isAppealDecided: false };
}

/** Nothing is left to decide once somebody ended it; where only its time is over, the record may still be set right. */
function decided({ suspensionId, granted, reason, rule, isAppealed }: DecideAppeal, by: string, state: SuspensionState) {
  if (!isAppealed) throw new Rejection('NOT_FOUND');
  if (state.isOver || state.isAppealDecided) throw new Rejection('ALREADY_DONE');
  if (by === state.by) throw new Rejection('OWN_DECISION');
  const data = { suspensionId, granted, by, reason, ...(rule && { rule }) };
  return [{ type: 'SuspensionAppealDecided' as const, data }];
}

/** In which role somebody suspends an author: administrators may do what moderators do, and who is both does it as a moderator. */
export function suspendingRoleOf({ roles }: Actor): SuspendingRole {
  return roles.some(({ role, unit }) => role === 'moderator' && unit === rootUnit) ? 'moderator' : 'administrator';
}

/** Who can be suspended: somebody else, whose account is there. Their roles stay theirs, and have no effect meanwhile. */
export function mustBeSuspendable(accountId: string, { origin, erased }: AccountState, actor: Actor): void {
  if (origin === 'none') throw new Rejection('ACCOUNT_NOT_FOUND');
  if (erased) throw new Rejection('ACCOUNT_ERASED');
  if (accountId === permitted(actor, 'moderate', rootUnit).accountId) throw new Rejection('NOT_YOURS');
}
