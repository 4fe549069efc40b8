import { randomUUID } from 'node:crypto';
import type { LoadRequest } from '../load';

/** Votes of ever new people on a few statements. */
export function referenceRequest(): () => LoadRequest {
  const activityId = randomUUID();
  const statements = Array.from({ length: 20 }, () => randomUUID());
  let count = 0;
  return () => ({
    method: 'PUT',
    path: '/votes',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ activityId, statementId: statements[count++ % statements.length], voter: randomUUID(), choice: 'agree' }),
  });
}
