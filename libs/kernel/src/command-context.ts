import { IsBoolean, IsInt, IsString } from 'class-validator';
import type { AssuranceLevel } from './assurance';
import { OrAbsent } from './contract/fields';
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
   * Set when what the account's level rests on, such as its e-mail address, was that of an account before, which was erased: the log
   * position at which it became this one's.
   */
  readonly reissuedAt?: number;
  /** Set when the person holds roles that do not count, since nothing but the password showed who it is: `roles` is empty then. */
  readonly lacksSecondFactor?: true;
  /** Set while the account is suspended: its holder reads, appeals and erases, and adds nothing in any role. */
  readonly suspension?: Suspension;
}

/** Why somebody may add nothing for a while. */
export interface Suspension {
  readonly id: string;
  /** UTC. */
  readonly until: string;
}

/**
 * What a person's contribution to a consultation counts as. Somebody else, or the same person, may have taken part with the credential
 * before it was released; if that is possible, the later one counts as anonymous.
 * @param publishedAt the log position at which the consultation was first published; undefined while it is not
 */
export function assuranceIn(actor: Pick<Actor, 'assurance' | 'reissuedAt'>, publishedAt: number | undefined): AssuranceLevel {
  const mayBeSure = publishedAt !== undefined && !isReissuedIn(actor, publishedAt);
  return mayBeSure || actor.reissuedAt === undefined ? actor.assurance : 'anonymous';
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
  /** Its id, which opens nothing. */
  readonly id: string;
}

/** What a request comes from, as far as a service may know it. */
export interface Client {
  /**
   * The network, as keyed hashes: of today first, then of each day before that still counts, under which it may be known. The key stays
   * at the edge.
   */
  readonly origins: readonly string[];
  readonly device: Device;
}

/** The kind of thing that sent a request, as far as it says so itself. */
export const devices = ['phone', 'tablet', 'computer', 'program'] as const;
export type Device = (typeof devices)[number];

/** What comes with every command. */
export interface CommandContext {
  /** Absent for a visitor without a session. */
  readonly actor?: Actor;
  /** The id of the session in which the person acts. Never recorded as it is. */
  readonly session?: string;
  /** A UUID made under a secret from the request's Idempotency-Key, its person and its address; becomes the event id. */
  readonly commandId: string;
  /** The fingerprint of what the request says, made under the same secret; absent if it had no Idempotency-Key. */
  readonly request?: string;
  /** Random, and for this command alone: what the public log shows beside one ballot appears beside no other. */
  readonly correlationId: string;
  readonly language: Language;
  /** What the request came from; present where a command or its answer has a secret in it. In no event. */
  readonly client?: Client;
  /**
   * A keyed hash of the class of networks and devices that the request came from, another in each activity (see
   * {@link CommandContract.originWithin}). In no event, no log line and no answer.
   */
  readonly originClass?: string;
  /** Set when an office acts for an imported person; `actor` is then that person. */
  readonly imported?: Imported;
  /** Set where the command arrives, whatever its sender says. */
  readonly asked?: Asked;
  /** The versions of which one must be the present one of what is changed; absent where the request does not say. */
  readonly versions?: readonly number[];
  /** Set where the command arrives, from its contract: the types of the events that make a new version. */
  readonly versionedBy?: readonly string[];
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
  @OrAbsent()
  @IsString()
  readonly receipt?: string;

  /** True where nothing was recorded: what was asked for stood so already. */
  @OrAbsent()
  @IsBoolean()
  readonly unchanged?: boolean;
}
