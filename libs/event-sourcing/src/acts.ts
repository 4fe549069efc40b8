import type { ActProof, Origin } from '@isegoria/kernel';

/** An act of staff that is about to be appended. */
export interface Act {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  /** When the command was received (UTC). */
  readonly at: string;
  /** Absent for what the platform does by itself. */
  readonly origin?: Origin;
}

/** Signs acts of staff, so that nobody who only has the event store can append one in somebody's name. */
export interface Acts {
  proofOf(act: Act): ActProof;
}
