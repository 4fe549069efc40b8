import type { SequencerFigures } from './storage/sequencer';

/** Counted since the start; durations in seconds. */
export interface EventStoreFigures extends SequencerFigures {
  /** Position of the last event. */
  readonly lastPosition: number;
  /** Reads and subscriptions that are open now. */
  readonly openReads: number;
}
