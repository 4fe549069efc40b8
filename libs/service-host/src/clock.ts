/** What time it is; a service's only clock, so that a test can set it. */
export type Clock = () => Date;
export const CLOCK = Symbol('clock');
