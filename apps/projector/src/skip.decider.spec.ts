import { describe, it } from '@jest/globals';
import type { ProjectionEventSkipped } from '@isegoria/contracts';
import { given } from '@isegoria/event-sourcing';
import { skipDecider, type SkipCommand } from './skip.decider';

const data = { group: 'content', version: 1, eventId: 'e1', by: 'administrator-1', reason: 'Written by a fault' };
const skipped = (differing: object = {}): ProjectionEventSkipped => ({ type: 'ProjectionEventSkipped', data: { ...data, ...differing } });
const skip = (differing: object = {}): SkipCommand => ({ type: 'SkipEvent', standsThere: true, ...data, ...differing });

describe('an event that is to be left out of a group', () => {
  it('is put on record, with the reason', () => {
    given(skipDecider).when(skip()).then([skipped()]);
  });

  it('is the one at which the group stands', () => {
    given(skipDecider)
      .when(skip({ standsThere: false }))
      .thenRejected('NOT_FOUND');
    given(skipDecider, [skipped()])
      .when(skip({ standsThere: false }))
      .thenRejected('NOT_FOUND');
  });

  it('is put on record once for each version of a group', () => {
    given(skipDecider, [skipped()])
      .when(skip({ by: 'administrator-2' }))
      .thenNothing();
    for (const other of [{ group: 'feedback' }, { version: 2 }, { eventId: 'e2' }]) {
      given(skipDecider, [skipped(other)])
        .when(skip())
        .then([skipped()]);
    }
  });
});
