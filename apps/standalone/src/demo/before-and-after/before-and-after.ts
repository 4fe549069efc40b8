import type { ApiClient } from '@isegoria/api-client';
import type { DraftActivity } from '@isegoria/contracts';
import { wordsOf, type Draft } from '../demo-consultations';
import { parks } from './before-and-after-words';

/** Points for each of several wishes, for which people have to wait. */
export async function parksDraft(office: ApiClient, unit: string): Promise<Draft> {
  const scores: DraftActivity = { method: 'score-vote', options: [...parks.options] };
  return { unit, ...(await wordsOf(office, parks, unit)), phases: [{ activities: [scores] }] };
}
