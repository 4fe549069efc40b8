import { Rejection } from '@isegoria/kernel';

/** An id from an address, fit for a path of the API: anything that is not a UUID is not found, so no other path can be smuggled in. */
export function idInPath(id: string): string {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id)) throw new Rejection('NOT_FOUND');
  return id;
}
