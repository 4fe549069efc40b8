import { hash } from 'node:crypto';

/** Milliseconds before the end of a phase. */
const [latest, earliest] = [10 * 60_000, 120 * 60_000];

/**
 * From when on everybody who waits is told of, however few: some time before the end of the phase, at another time in each consultation, so
 * that of those that end at the same moment no two name the same few people side by side.
 */
export function beginsLastCall(consultationId: string, end: Date): Date {
  const share = Number.parseInt(hash('sha256', consultationId, 'hex').slice(0, 8), 16) / 2 ** 32;
  return new Date(end.getTime() - latest - share * (earliest - latest));
}
