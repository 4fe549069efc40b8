import { Rejection } from '@isegoria/kernel';

/** What is remembered about a command outside the log: that it came, what it asked for, and the answer if it changed nothing. */
export interface KeptAnswer {
  /** The fingerprint of the request; absent for a command without a request that had a key. */
  readonly request?: string;
  /** The log position of the answer. */
  readonly position: number;
  /** The revision of the event that the answer is about, if it is about one. */
  readonly revision?: number;
}

/**
 * The durable memory of answers to commands that appended nothing. A command that appended something needs none: the id of the event in its
 * stream is the memory. An answer is forgotten after a time that the implementation states; it survives a restart, and all instances share
 * it.
 */
export interface Answers {
  /** Undefined: nothing is remembered, or it was too long ago. @throws Rejection IDEMPOTENCY_KEY_REUSED when it was another request */
  find(commandId: string, request: string | undefined): Promise<KeptAnswer | undefined>;
  /** Remembers an answer, durably when it resolves. False when there is one already, which stays. */
  keep(commandId: string, answer: KeptAnswer): Promise<boolean>;
  /** Takes back an answer that this caller kept and that turned out wrong; the key stays bound to its request. */
  withdraw(commandId: string): Promise<void>;
  /**
   * Ties a key to its request before anything is appended. For commands whose streams follow from their content: another request under the
   * same key would otherwise look into another stream.
   * @throws Rejection IDEMPOTENCY_KEY_REUSED
   */
  claim(commandId: string, request: string | undefined): Promise<void>;
}

/**
 * A key stands for one request (draft-ietf-httpapi-idempotency-key-header, section 2.2). Nothing can be said if one of the two is unknown.
 * @throws Rejection IDEMPOTENCY_KEY_REUSED
 */
export function mustBeTheSameRequest(first: string | null | undefined, now: string | undefined): void {
  const areKnown = typeof first === 'string' && now !== undefined;
  if (areKnown && first !== now) throw new Rejection('IDEMPOTENCY_KEY_REUSED');
}
