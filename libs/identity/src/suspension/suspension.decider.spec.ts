import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import { rootUnit, type Actor, type Role } from '@isegoria/kernel';
import type { SuspensionEvent, SuspensionOrdered } from './suspension.contract';
import type { SuspensionAppealDecided } from './appeal/suspension-appeal.contract';
import { suspensionAppealDecider } from './appeal/suspension-appeal.decider';
import { suspensionDecider, type SuspensionState } from './suspension.decider';
import { suspendedAccountDecider } from './suspended-account.decider';

const suspensionId = '505e0000-0000-4000-8000-000000000001';
const accountId = 'acc00000-0000-4000-8000-000000000001';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const [until, reason] = ['2026-03-16T09:00:00.000Z', 'Insults'];
const holding = (role: Role, unit = rootUnit): Actor => ({ accountId: by, roles: [{ role, unit }], assurance: 'email' });
const asked = { suspensionId, until, reason, role: 'moderator', standing: undefined } as const;
const order = { type: 'OrderSuspension', actor: holding('moderator'), ...asked } as const;
const end = { type: 'EndSuspension', suspensionId, actor: holding('moderator'), reason: 'A mistake' } as const;
const ordered: SuspensionOrdered = { type: 'SuspensionOrdered', data: { suspensionId, until, by, reason, role: 'moderator' } };
const ended: SuspensionEvent = { type: 'SuspensionEnded', data: { suspensionId, by, reason: 'A mistake' } };
const suspended: SuspensionEvent = { type: 'AccountSuspended', data: { accountId, suspensionId, until, by, reason } };

const other = 'ad000000-0000-4000-8000-000000000001';
const decide = (granted: boolean, accountId = other) =>
  ({
    type: 'DecideSuspensionAppeal',
    suspensionId,
    granted,
    reason: 'It was said in jest',
    isAppealed: true,
    actor: { ...holding('moderator'), accountId },
  }) as const;
const decided = (granted: boolean): SuspensionAppealDecided => ({
  type: 'SuspensionAppealDecided',
  data: { suspensionId, granted, by: other, reason: 'It was said in jest' },
});

describe('an appeal against a suspension', () => {
  const text = { sealed: '2.words' };
  const suspension: SuspensionState = { until, by, reason, isOver: false, isAppealDecided: false };
  const appeal = { type: 'AppealSuspension', suspensionId, text, suspension, now: '2026-03-10T09:00:00.000Z' } as const;
  const appealed = { type: 'SuspensionAppealed', data: { suspensionId, text } } as const;

  it('is made once, while the suspension lasts', () => {
    given(suspensionAppealDecider).when(appeal).then([appealed]);
    given(suspensionAppealDecider, [appealed]).when(appeal).thenRejected('ALREADY_DONE');
    for (const over of [
      { ...appeal, suspension: { ...suspension, isOver: true } },
      { ...appeal, now: until },
    ]) {
      given(suspensionAppealDecider).when(over).thenRejected('SUSPENSION_OVER');
    }
    given(suspensionAppealDecider)
      .when({ ...appeal, suspension: undefined })
      .thenRejected('NOT_FOUND');
  });

  it('is decided once, by another person than the one who suspended', () => {
    for (const granted of [true, false]) {
      given(suspensionDecider, [ordered]).when(decide(granted)).then([decided(granted)]);
      given(suspensionDecider, [ordered]).when(decide(granted, by)).thenRejected('OWN_DECISION');
      given(suspensionDecider, [ordered, decided(granted)])
        .when(decide(granted))
        .thenRejected('ALREADY_DONE');
    }
    given(suspensionDecider, [ordered])
      .when({ ...decide(true), isAppealed: false })
      .thenRejected('NOT_FOUND');
    given(suspensionDecider, [ordered])
      .when({ ...decide(true), actor: holding('official') })
      .thenRejected('FORBIDDEN_ROLE');
  });

  it('ends the suspension where it is granted, and has nothing left to end where somebody did before', () => {
    given(suspensionDecider, [ordered, decided(true)])
      .when(end)
      .thenRejected('ALREADY_DONE');
    given(suspensionDecider, [ordered, decided(false)])
      .when(end)
      .then([ended]);
    given(suspensionDecider, [ordered, ended]).when(decide(true)).thenRejected('ALREADY_DONE');
  });
});

describe('a suspension', () => {
  it('is ordered and ended by moderators and administrators of the whole site, once', () => {
    given(suspensionDecider).when(order).then([ordered]);
    given(suspensionDecider)
      .when({ ...order, rule: 'respect' })
      .then([{ ...ordered, data: { ...ordered.data, rule: 'respect' } }]);
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

  it('is refused while another is in force, which is told, and changed by ending it first', () => {
    const standing = { until, orderedAs: 'administrator', reason: 'Threats', isAppealed: true } as const;
    given(suspensionDecider)
      .when({ ...order, standing })
      .thenRejected('ALREADY_SUSPENDED');
    given(suspensionDecider, [ordered])
      .when({ ...order, standing })
      .thenNothing();
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
