/** The form says its times in UTC; browsers send them without a zone. */
export function inUtc(local: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local}${local.length === 16 ? ':00' : ''}Z` : local;
}
