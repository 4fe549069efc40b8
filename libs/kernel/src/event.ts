/** A fact of the domain: a past-tense sentence and what it says. `data` is JSON and never holds plain personal data. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** What is recorded with every event. Times are UTC strings (RFC 3339, milliseconds). */
export interface EventMetadata {
  /** The version of the event's data; a later version comes with an upcaster from each earlier one. */
  readonly schema: number;
  /** When the command was received; the log adds the time when it recorded the event. */
  readonly at: string;
  /** Ties the events of one command together. No two commands share it, so it never ties two contributions of one person. */
  readonly correlationId: string;
  /**
   * The fingerprint of the request, where it had an `Idempotency-Key`: made under a secret from the key and everything that the request
   * said. It distinguishes a retry from another request under the same key, and says nothing to anybody without the secret.
   */
  readonly request?: string;
  /** Present when an office brought the contribution in from elsewhere. */
  readonly imported?: Imported;
  /** Present where the event is an act of staff. */
  readonly act?: ActProof;
}

/** Shows that the platform took an act of staff from somebody who was signed in, by a key that the event store lacks. */
export interface ActProof {
  /** Whose session it was; null where the platform recorded it by itself. */
  readonly account: string | null;
  /** A keyed digest of the session (hex): the same for all acts of one session; null where there was none. */
  readonly session: string | null;
  /** A keyed digest of the command (hex); null where there was none. */
  readonly command: string | null;
  /** Which key signed: the first 8 bytes of the SHA-256 of the raw public key (hex). */
  readonly key: string;
  /** Ed25519, base64url, over what docs/reference/acts.md states. */
  readonly signature: string;
}

/** The command that an event comes from, as its service received it. Only digests of it are recorded, and only with an act of staff. */
export interface Origin {
  /** Who acts: the account of the session. */
  readonly account: string | null;
  /** The id of the session. */
  readonly session?: string;
  readonly asked?: Asked;
}

/** A command as it arrived, without its secrets. */
export interface Asked {
  readonly subject: string;
  readonly command: object;
}

/** The origin of an imported contribution, attested by the account of the importing office. */
export interface Imported {
  /** The original time, as the source gives it. */
  readonly at: string;
  /** The account that attests the import. */
  readonly by: string;
}

/** An event as the log gives it back. `position` is the place in the whole log, `revision` the place in its stream (from 0). */
export type Recorded<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** When the log recorded it (UTC). */
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
  /** The data as the log has them and as its leaf commits to them, if they were recorded in an earlier version than that of `data`. */
  readonly stored?: object;
};
