import { IsInt, IsOptional, IsString } from 'class-validator';
import type { AssuranceLevel } from './assurance';
import type { Imported } from './event';
import type { Language } from './text';
import type { Role } from './roles';

/** Who acts. An edge service (the gateway) fills it from the session; a command service trusts nobody else to. */
export interface Actor {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly assurance: AssuranceLevel;
}

/** What comes with every command. */
export interface CommandContext {
  /** Absent for a visitor without a session. */
  readonly actor?: Actor;
  /** A UUID made from the request's Idempotency-Key, its person and its content; becomes the event id. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly language: Language;
  /** Set when an office acts for an imported person; `actor` is then that person. */
  readonly imported?: Imported;
}

/** The message that carries a command over NATS. */
export interface CommandMessage<Command extends object = object> {
  readonly command: Command;
  readonly context: CommandContext;
}

/** The reply to an accepted command: durable when it is given. */
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
