import type { Recorded } from '@isegoria/kernel';

/** When a contribution was made: at its source for an imported one, otherwise when its command was received. */
export function timeOf({ metadata, recordedAt }: Recorded): Date {
  const time = new Date(metadata.imported?.at ?? metadata.at);
  return Number.isNaN(time.getTime()) ? new Date(recordedAt) : time;
}
