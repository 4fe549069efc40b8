import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import type { SuspensionEvent } from './suspension.contract';
import { suspensionDecider } from './suspension.decider';
import { suspendedAccountDecider } from './suspended-account.decider';

const suspensionId = '505e0000-0000-4000-8000-000000000001';
const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const [until, reason] = ['2026-03-16T09:00:00.000Z', 'Insults'];
const holding = (role: Role, unit = rootUnit): Actor => ({ accountId: by, roles: [{ role, unit }], assurance: 'email' });
const order = { type: 'OrderSuspension', suspensionId, actor: holding('moderator'), until, reason } as const;
const end = { type: 'EndSuspension', suspensionId, actor: holding('moderator'), reason: 'A mistake' } as const;
const ordered: SuspensionEvent = { type: 'SuspensionOrdered', data: { suspensionId, until, by, reason } };
const ended: SuspensionEvent = { type: 'SuspensionEnded', data: { suspensionId, by, reason: 'A mistake' } };
const suspended: SuspensionEvent = { type: 'AccountSuspended', data: { accountId, suspensionId, until, by, reason } };

describe('a suspension', () => {
  it('is ordered and ended by moderators and administrators of the whole site, once', () => {
    given(suspensionDecider).when(order).then([ordered]);
    given(suspensionDecider, [ordered]).when(order).thenNothing();
    given(suspensionDecider, [ordered]).when(end).then([ended]);
    given(suspensionDecider, [ordered, ended]).when(end).thenRejected('ALREADY_DONE');
    given(suspensionDecider).when(end).thenRejected('NOT_FOUND');
    given(suspensionDecider)
      .when({ ...order, actor: holding('administrator') })
      .then([ordered]);
    for (const actor of [holding('moderator', 'root.aaaaaaaa'), holding('official')]) {
      given(suspensionDecider)
        .when({ ...order, actor })
        .thenRejected('FORBIDDEN_ROLE');
    }
  });

  it('is followed by the account, for which the last one counts', () => {
    const suspend = { type: 'SuspendAccount', data: suspended.data } as const;
    const lift = { type: 'LiftSuspension', accountId, suspensionId, by } as const;
    given(suspendedAccountDecider).when(suspend).then([suspended]);
    given(suspendedAccountDecider, [suspended]).when(suspend).thenNothing();
    given(suspendedAccountDecider, [suspended])
      .when(lift)
      .then([{ type: 'SuspensionLifted', data: { accountId, suspensionId, by } }]);
    const later: SuspensionEvent = { type: 'AccountSuspended', data: { ...suspended.data, suspensionId: by } };
    given(suspendedAccountDecider, [suspended, later]).when(lift).thenNothing();
  });
});
