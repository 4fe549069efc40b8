import type { RowAlteration } from './row-alteration.fixture';

const inRide = (does: string, exitCode: number, statement: string): RowAlteration => ({
  does,
  saidBy: null,
  exitCode,
  statement: ({ ride }) => [`${statement} AND activity_id = $1`, ride.activityId],
});

/** What an insider does to what a full quota made of responses, once the survey is closed. */
export const quotaAlterations: readonly RowAlteration[] = [
  inRide('how many responses are beyond a quota', 10, `UPDATE choice_tally SET votes = ARRAY[0, 1, 0] WHERE choice = '!#'`),
  inRide('that responses are beyond a quota', 10, `DELETE FROM choice_tally WHERE choice LIKE '!%'`),
  inRide('whether responses beyond a quota are counted', 4, `UPDATE choice_tally SET votes = ARRAY[0, 12, 0] WHERE choice NOT LIKE '!%'`),
];
