/** What somebody responded last, as far as a quota asks for it. */
export interface Turn {
  /** The answers that have quotas. */
  readonly cells: readonly string[];
  /** The place in the log with which it came to the last of them that it has: sending the same again loses nothing. */
  readonly came: number;
  readonly leftOut: boolean;
  /** Whether it came at a level below the one from which responses are counted. */
  readonly below: boolean;
  /** Whether the person was raised to that level: whatever comes later has it. */
  readonly raised: boolean;
}

const none: Turn = { cells: [], came: 0, leftOut: false, below: false, raised: false };

/** @param counts whether its level is one that is counted */
export function responded(before: Turn | undefined, cells: readonly string[], position: number, counts: boolean): Turn {
  const { raised, leftOut, ...last } = before ?? none;
  const isNew = cells.some((cell) => !last.cells.includes(cell));
  return { cells, came: isNew ? position : last.came, leftOut, raised, below: !counts && !raised };
}

/** Whether it takes a place where there is one: it wants one, is not left out, and is counted. */
export const stands = ({ cells, leftOut, below }: Turn): boolean => cells.length > 0 && !leftOut && !below;

export const isSameTurn = (one: Turn, other: Turn): boolean =>
  stands(one) === stands(other) && one.came === other.came && one.cells.join(' ') === other.cells.join(' ');
