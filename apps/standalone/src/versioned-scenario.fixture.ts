import type { ApiClient } from '@isegoria/api-client';
import type { Accepted, CommandContract } from '@isegoria/contracts';

export interface Begun<Command> {
  /** The log position that includes it. */
  readonly after?: number;
  /** What is sent to it. */
  readonly by: (words: string) => Command;
}

/** Something that stands, and how it is changed. */
export interface Scenario<Command extends object = object> {
  readonly contract: CommandContract<Command>;
  /** Set where it is the citizen who reads and changes it; else the office does. */
  readonly isOwn?: true;
  /** Makes the thing. */
  begin(office: ApiClient, citizen: ApiClient): Promise<Begun<Command>>;
  /** The answer that is read before it is changed; absent where it is the position of what was last done. */
  read?(reader: ApiClient, command: Command): Promise<{ readonly version: number }>;
  /** How many events it makes; one when absent, none where it is in no log. */
  readonly records?: number;
  /** What somebody else does in between; the same command with other words where nothing is said. */
  overtake?(office: ApiClient, command: Command, citizen: ApiClient): Promise<Accepted | object>;
}

export function scenario<Command extends object>(one: Scenario<Command>): Scenario {
  return one as unknown as Scenario;
}

/** @returns the time in so many days, in ISO 8601 */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
