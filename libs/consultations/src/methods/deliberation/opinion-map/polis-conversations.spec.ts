import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse';
import { adjustedRand } from './groups/adjusted-rand';
import { opinionMapOf } from './opinion-map';
import type { MapStatement, MapVote } from './plane/vote-matrix';

const folder = join(process.cwd(), '../shared/data/polis');
const choices = { '1': 'agree', '-1': 'disagree', '0': 'pass' } as const;

interface Conversation {
  readonly votes: readonly MapVote[];
  readonly statements: readonly MapStatement[];
  readonly groupOf: ReadonlyMap<string, string>;
}

/** Each is read once: the largest has 50,000 votes. */
const known = new Map<string, Promise<Conversation>>();
function conversation(name: string): Promise<Conversation> {
  const read = known.get(name) ?? readConversation(name);
  known.set(name, read);
  return read;
}

async function readConversation(name: string): Promise<Conversation> {
  const statements: MapStatement[] = (await rowsOf(name, 'comments.csv')).map((row) => ({
    id: row['comment-id']!,
    status: row['moderated'] === '-1' ? 'rejected' : 'accepted',
  }));
  const votes = (await rowsOf(name, 'votes.csv'))
    .sort((a, b) => Number(a['timestamp']) - Number(b['timestamp']))
    .map((row): MapVote => ({
      voter: row['voter-id']!,
      statementId: row['comment-id']!,
      choice: choices[row['vote'] as keyof typeof choices],
    }));
  const people = await rowsOf(name, 'participants-votes.csv');
  return { votes, statements, groupOf: new Map(people.map((row) => [row['participant']!, row['group-id']!])) };
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
    ['vtaiwan.uberx', 2, 0.8, 1],
    ['canadian-electoral-reform', 2, 0.8, 0],
    ['scoop-hivemind.ubi', 0, 0, 60],
    ['london.youth.policing', 0, 0, 0],
  ])('%s: %d groups, with an adjusted Rand index of at least %d with the published ones', async (name, groups, least, withFewVotes) => {
    const { votes, statements, groupOf } = await conversation(name);
    const found = opinionMapOf(votes, statements);
    const map = found.map!;
    expect(map.groups).toHaveLength(groups);
    const pairs = map.participants.flatMap(({ pseudonym, group }) =>
      groupOf.get(pseudonym) ? [[group, groupOf.get(pseudonym)!] as const] : [],
    );
    expect(adjustedRand(pairs)).toBeGreaterThanOrEqual(least);
    const here = new Set(map.participants.map(({ pseudonym }) => pseudonym));
    expect([...groupOf].filter(([person, group]) => group !== '' && !here.has(person))).toHaveLength(withFewVotes);
  });

  it('are the same under other pseudonyms, and hardly others without the last vote', async () => {
    const { votes, statements } = await conversation('canadian-electoral-reform');
    const placesOf = (cast: readonly MapVote[]) => opinionMapOf(cast, statements).map!.participants;
    const places = placesOf(votes);
    const renamed = placesOf(votes.map((vote) => ({ ...vote, voter: `x${1_000_000 - Number(vote.voter)}` })));
    expect(renamed.map(({ pseudonym: _, ...place }) => place)).toEqual(places.map(({ pseudonym: _, ...place }) => place));
    const groups = new Map(placesOf(votes.slice(0, -1)).map(({ pseudonym, group }) => [pseudonym, group]));
    expect(places.filter(({ pseudonym, group }) => groups.has(pseudonym) && groups.get(pseudonym) !== group)).toEqual([]);
  });

  it.each([
    ['scoop-hivemind.ubi', 3],
    ['vtaiwan.uberx', 5],
  ])('%s: no groups are drawn of the first %d fiftieths of the votes, which would be others soon', async (name, fiftieths) => {
    const { votes, statements } = await conversation(name);
    expect(opinionMapOf(votes.slice(0, Math.round((votes.length * fiftieths) / 50)), statements).map!.groups).toEqual([]);
  });
});
