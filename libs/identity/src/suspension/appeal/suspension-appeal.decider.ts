import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, type RecordedText } from '@isegoria/kernel';
import type { SuspensionState } from '../suspension.decider';
import type { SuspensionAppealed } from './suspension-appeal.contract';

export const appealedStream = (suspensionId: string) => `appealed-${suspensionId}`;

export interface AppealSuspensionOnce {
  readonly type: 'AppealSuspension';
  readonly suspensionId: string;
  readonly text: RecordedText;
  /** What the public record says of it. */
  readonly suspension: SuspensionState | undefined;
  readonly now: string;
}

/** One appeal against a suspension, while it lasts. What is decided on it stands in the stream of the suspension. */
export const suspensionAppealDecider: Decider<{ readonly isMade: boolean }, AppealSuspensionOnce, SuspensionAppealed> = {
  initialState: { isMade: false },

  decide({ suspensionId, text, suspension, now }, { isMade }) {
    if (!suspension) throw new Rejection('NOT_FOUND');
    if (isMade) throw new Rejection('ALREADY_DONE');
    if (suspension.isOver || suspension.until <= now) throw new Rejection('SUSPENSION_OVER');
    return [{ type: 'SuspensionAppealed', data: { suspensionId, text } }];
  },

  evolve(state, event) {
    return event.type === 'SuspensionAppealed' ? { isMade: true } : unchangedBy(event.type, state);
  },
};
