import type { Actor, AuthenticatedSession, CommandContract } from '@isegoria/kernel';

/** What the API asks to find out who acts: the context that keeps accounts and sessions answers. */
export interface WhoActs {
  /** Whose session a token opens. */
  readonly authenticate: CommandContract<{ token: string }, AuthenticatedSession>;
  /** Whether an imported account may be spoken for, and as whom. */
  readonly speakFor: CommandContract<{ accountId: string }, Actor>;
}
export const WHO_ACTS = Symbol('who acts');
