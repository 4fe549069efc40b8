/**
 * Where a milestone stands among all: what is due first first; what is due together, in the order in which it was planned. As text it has
 * the order of what it says.
 * @param dueAt milliseconds since 1970
 */
export const placeOfMilestone = (dueAt: number, plannedPosition: number): string =>
  [dueAt, plannedPosition].map((part) => String(part).padStart(15, '0')).join('.');
