import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse';
import { opinionMapOf } from './opinion-map';
import type { MapStatement, MapVote } from './vote-matrix';

const folder = join(process.cwd(), '../shared/data/polis');
const choices = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const;

async function conversation(name: string): Promise<{ votes: MapVote[]; statements: MapStatement[]; groupOf: Map<string, string> }> {
  const statements: MapStatement[] = (await rowsOf(name, 'comments.csv')).map((row) => ({
    id: row['comment-id']!,
    status: row['moderated'] === '-1' ? 'rejected' : 'accepted',
  }));
  const votes: MapVote[] = [];
  const groupOf = new Map<string, string>();
  for (const row of await rowsOf(name, 'participants-votes.csv')) {
    groupOf.set(row['participant']!, row['group-id']!);
    for (const [statementId, vote] of Object.entries(row)) {
      if (/^\d+$/.test(statementId) && vote in choices)
        votes.push({ voter: row['participant']!, statementId, choice: choices[vote as keyof typeof choices] });
    }
  }
  return { votes, statements, groupOf };
}

async function rowsOf(name: string, file: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const row of createReadStream(join(folder, name, file)).pipe(parse({ columns: true, relax_column_count: true })))
    rows.push(row);
  return rows;
}

const there = existsSync(folder);
if (!there) process.stdout.write('The maps of real conversations are not checked: the folder ../shared/data/polis is missing.\n');

(there ? describe : describe.skip)('the maps of real conversations', () => {
  it.each([
    ['vtaiwan.uberx', 0.85],
    ['canadian-electoral-reform', 0.95],
    ['scoop-hivemind.ubi', 0],
    ['london.youth.policing', 0],
  ])('%s: computed twice alike, with the published grouping on at least %d of the pairs of people', async (name, leastAgreement) => {
    const { votes, statements, groupOf } = await conversation(name);
    const begun = performance.now();
    const found = opinionMapOf(votes, statements);
    const took = Math.round(performance.now() - begun);
    const map = found.map!;
    const shared = agreement(map.participants.map(({ pseudonym, group }) => [group, groupOf.get(pseudonym) ?? '']));
    const sizes = map.groups.map(({ id, participants }) => `${id} ${participants}`).join(', ');
    const figures = `${sizes}; silhouette ${map.silhouette.toFixed(3)}; agreement ${shared.toFixed(3)}`;
    process.stdout.write(`${name}: ${found.participants} x ${found.statements} in ${took} ms: ${figures}\n`);
    expect(JSON.stringify(opinionMapOf(votes.reverse(), statements))).toBe(JSON.stringify(found));
    expect(shared).toBeGreaterThanOrEqual(leastAgreement);
    expect(map.groups.reduce((sum, { participants }) => sum + participants, 0)).toBe(found.participants);
    expect(map.silhouette).toBeGreaterThan(0.3);
  });
});

/**
 * Of all pairs of people whom both analyses placed, the share on which they agree whether the two belong together (Rand 1971). The
 * published analysis clusters a hundred base clusters, not people, so if groups are not distinct, the number of groups differs.
 */
function agreement(pairs: [string, string][]): number {
  const placed = pairs.filter(([, published]) => published !== '');
  let [same, all] = [0, 0];
  placed.forEach(([group, published], index) => {
    for (const [otherGroup, otherPublished] of placed.slice(0, index)) {
      all += 1;
      if ((group === otherGroup) === (published === otherPublished)) same += 1;
    }
  });
  return same / all;
}
