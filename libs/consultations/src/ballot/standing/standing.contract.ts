/** How something that was cast stands among what is counted. Where several are true of it, the first of them is said. */
export const standings = ['late', 'excluded', 'belowLevel', 'unopened', 'received', 'beyondQuota', 'counted'] as const;
export type Standing = (typeof standings)[number];
