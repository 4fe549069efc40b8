/** How quickly one person voted, in a row of votes. */
export interface Pace {
  /** Milliseconds since 1970; null where nothing was cast. */
  readonly first_at: number | null;
  readonly last_at: number | null;
  /** Milliseconds; null below two votes. */
  readonly shortest_pause: number | null;
  readonly steady_votes: number;
  readonly steady_time: number;
}

export const noPace: Pace = { first_at: null, last_at: null, shortest_pause: null, steady_votes: 0, steady_time: 0 };

/** Longer pauses are no voting: somebody reads, or comes back another day. In milliseconds. */
export const longestSteadyPause = 60_000;

/** The pace with one vote more. @param at milliseconds since 1970, in the order of the log: a clock that was set back makes no pause */
export function paceWith(pace: Pace, at: number): Pace {
  if (pace.last_at === null) return { ...pace, first_at: at, last_at: at };
  const pause = Math.max(0, at - pace.last_at);
  const isSteady = pause <= longestSteadyPause;
  return {
    ...pace,
    last_at: at,
    shortest_pause: Math.min(pace.shortest_pause ?? Infinity, pause, 2 ** 31 - 1),
    steady_votes: pace.steady_votes + Number(isSteady),
    steady_time: pace.steady_time + (isSteady ? pause : 0),
  };
}
