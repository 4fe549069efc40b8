import { Rejection } from '@isegoria/kernel';

/** What is remembered of a command beside the log: that it came, what it asked for, and what it was told where it changed nothing. */
export interface KeptAnswer {
  /** The fingerprint of the request; absent for a command that no request with a key asked for. */
  readonly request?: string;
  /** The log position of the answer. */
  readonly position: number;
  /** The revision of the event that the answer is about, where it is about one. */
  readonly revision?: number;
}

/**
 * The durable memory of answers to commands that appended nothing. What a command appended needs none: the id of the event in its stream is
 * the memory. An answer is forgotten after a time that the implementation states; it survives a restart, and all instances share it.
 */
export interface Answers {
  /** Undefined: nothing is remembered, or it was too long ago. @throws Rejection IDEMPOTENCY_KEY_REUSED when it was another request */
  find(commandId: string, request: string | undefined): Promise<KeptAnswer | undefined>;
  /** Remembers an answer, durably when it resolves. False when there is one already, which stays. */
  keep(commandId: string, answer: KeptAnswer): Promise<boolean>;
  /** Takes back an answer that this caller kept and that did not hold; the request stays the one of its key. */
  withdraw(commandId: string): Promise<void>;
  /**
   * Ties a key to its request before anything is appended. For commands whose streams follow from what they say: another request under the
   * same key would otherwise look into another stream.
   * @throws Rejection IDEMPOTENCY_KEY_REUSED
   */
  claim(commandId: string, request: string | undefined): Promise<void>;
}

/**
 * A key stands for one request (draft-ietf-httpapi-idempotency-key-header, section 2.2). Nothing can be said where one of the two is
 * unknown.
 * @throws Rejection IDEMPOTENCY_KEY_REUSED
 */
export function mustBeTheSameRequest(first: string | null | undefined, now: string | undefined): void {
  const areKnown = typeof first === 'string' && now !== undefined;
  if (areKnown && first !== now) throw new Rejection('IDEMPOTENCY_KEY_REUSED');
}
