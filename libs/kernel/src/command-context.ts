import { IsInt, IsOptional, IsString } from 'class-validator';
import type { AssuranceLevel } from './assurance';
import type { Asked, Imported } from './event';
import type { Language } from './text';
import type { HeldRole } from './roles';

/** Who acts. An edge service (the gateway) fills it from the session; a command service trusts nobody else to. */
export interface Actor {
  readonly accountId: string;
  /** Beyond that of a citizen, which everybody with an account is. */
  readonly roles: readonly HeldRole[];
  /** In general; `assuranceIn` says what a contribution to one consultation counts as. */
  readonly assurance: AssuranceLevel;
  /**
   * Set when what the account was verified by, such as its e-mail address, had verified an account before that was erased: the log position
   * at which it verified this one.
   */
  readonly reissuedAt?: number;
}

/**
 * What a person's contribution to a consultation counts as. Somebody else, or the same person, may have taken part with the credential
 * before it was released; if that is possible, it counts as verified only once.
 * @param publishedAt the log position at which the consultation was first published; undefined while it is not
 */
export function assuranceIn(actor: Pick<Actor, 'assurance' | 'reissuedAt'>, publishedAt: number | undefined): AssuranceLevel {
  const mayBeSure = publishedAt !== undefined && !isReissuedIn(actor, publishedAt);
  return mayBeSure || actor.reissuedAt === undefined ? actor.assurance : 'unverified';
}

/**
 * Whether the person's credential was reissued since the consultation was published: a question of log positions, never of clocks.
 */
export function isReissuedIn({ reissuedAt }: Pick<Actor, 'reissuedAt'>, publishedAt: number): boolean {
  return reissuedAt !== undefined && publishedAt < reissuedAt;
}

/** Whose session a token opens, and until when (UTC). */
export interface AuthenticatedSession {
  readonly actor: Actor;
  readonly expiresAt: string;
}

/** What comes with every command. */
export interface CommandContext {
  /** Absent for a visitor without a session. */
  readonly actor?: Actor;
  /** A UUID made under a secret from the request's Idempotency-Key, its person and its address; becomes the event id. */
  readonly commandId: string;
  /** The fingerprint of what the request says, made under the same secret; absent if it had no Idempotency-Key. */
  readonly request?: string;
  /** Random, and for this command alone: what the public log shows beside one ballot appears beside no other. */
  readonly correlationId: string;
  readonly language: Language;
  /** Set when an office acts for an imported person; `actor` is then that person. */
  readonly imported?: Imported;
  /** The name of the session in which somebody with a role acts: the SHA-256 of its token (hex). Never recorded as it is. */
  readonly session?: string;
  /** Set where the command arrives, whatever its sender says. */
  readonly asked?: Asked;
}

/** The message that carries a command over NATS. */
export interface CommandMessage<Command extends object = object> {
  readonly command: Command;
  readonly context: CommandContext;
}

/** The reply to an accepted command: given only once the command is durable. */
export class Accepted {
  /** The id of the thing that the command made or changed. */
  @IsString()
  readonly id: string;

  /** The log position to pass as `after` to a query, to read one's own writes. */
  @IsInt()
  readonly position: number;

  /** A signed promise that the contribution is in the log; present for contributions. */
  @IsOptional()
  @IsString()
  readonly receipt?: string;
}
