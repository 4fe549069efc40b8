import { showConsultation } from '@isegoria/consultations';
import type { Reading } from '@isegoria/projection';

/** What consultations are called, by their ids. */
export async function titlesOf({ ask }: Reading, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const each = [...new Set(ids)].filter((id) => id !== null);
  return new Map(await Promise.all(each.map(async (id) => [id, (await ask(showConsultation, { consultationId: id })).title] as const)));
}
