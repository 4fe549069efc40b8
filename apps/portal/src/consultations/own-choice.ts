import type { MyBallot, VoteChoice } from '@isegoria/contracts';

/** A choice in a few characters, for the thanks that follow it. */
export const votedFor = (statementId: string, choice: VoteChoice): string => `${statementId}:${choice}`;
export const chosen = (options: readonly string[]): string => [...options].sort().join();

/**
 * Whether what somebody is thanked for is what stands. An old page that is sent again, as its first sending was, gets the first answer again,
 * though another choice may have taken its place since.
 */
export function stands(said: string, { votes, options }: Pick<MyBallot, 'votes' | 'options'>): boolean {
  return chosen(options) === said || votes.some(({ statementId, choice }) => votedFor(statementId, choice) === said);
}
