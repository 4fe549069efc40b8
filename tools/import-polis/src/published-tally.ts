import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { ConsultationResults, VoteTally } from '@isegoria/contracts';

/** The tally of each statement by last votes, from participants-votes.csv: one column a statement, named by its number. */
export async function publishedTally(folder: string): Promise<Map<string, VoteTally>> {
  const tally = new Map<string, { agrees: number; disagrees: number; passes: number }>();
  const records = parse(await readFile(join(folder, 'participants-votes.csv')), { columns: true, bom: true });
  for await (const record of records as unknown as AsyncIterable<Record<string, string>>) {
    for (const [column, vote] of Object.entries(record)) {
      if (!/^\d+$/.test(column)) continue;
      const counts = tally.get(column) ?? { agrees: 0, disagrees: 0, passes: 0 };
      tally.set(column, counts);
      if (vote === '1') counts.agrees++;
      if (vote === '-1') counts.disagrees++;
      if (vote === '0') counts.passes++;
    }
  }
  return tally;
}

/** The statements whose published and counted tallies differ, in words. */
export function differences(published: ReadonlyMap<string, VoteTally>, { activities }: ConsultationResults): string[] {
  const counted = new Map(activities[0]!.statements.map((statement) => [statement.externalId, statement]));
  return [...published].flatMap(([id, tally]) => {
    const statement = counted.get(id);
    const words = ({ agrees, disagrees, passes }: VoteTally) => `${agrees} agree, ${disagrees} disagree, ${passes} pass`;
    const none = { agrees: 0, disagrees: 0, passes: 0 };
    return words(statement ?? none) === words(tally)
      ? []
      : [`statement ${id}: ${words(tally)} in the file, ${words(statement ?? none)} on the dashboard`];
  });
}
