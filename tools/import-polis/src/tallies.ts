import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { allPages, type ApiClient } from '@isegoria/api-client';
import { listStatementResults, showConsultation, type StatementResult, type VoteTally } from '@isegoria/contracts';
import type { Conversation, Vote } from './conversation';

type Counts = { agrees: number; disagrees: number; passes: number };
export type Tallies = ReadonlyMap<string, VoteTally>;

export const noVotes: VoteTally = { agrees: 0, disagrees: 0, passes: 0 };
const countOf = { agree: 'agrees', disagree: 'disagrees', pass: 'passes' } as const;

/**
 * The tally of each statement by last votes, from participants-votes.csv: one column a statement, named by its number. Undefined where
 * there is no such file.
 */
export async function publishedTallies(folder: string): Promise<Tallies | undefined> {
  const file = join(folder, 'participants-votes.csv');
  if (!existsSync(file)) return undefined;
  const tallies = new Map<string, Counts>();
  const records = parse(await readFile(file), { columns: true, bom: true });
  for await (const record of records as unknown as AsyncIterable<Record<string, string>>) {
    for (const [column, vote] of Object.entries(record)) {
      if (!/^\d+$/.test(column)) continue;
      const counts = countsIn(tallies, column);
      if (vote === '1') counts.agrees++;
      if (vote === '-1') counts.disagrees++;
      if (vote === '0') counts.passes++;
    }
  }
  return tallies;
}

/** The tally of each statement by the last vote of each person; with `everyVote`, votes that were changed later count too. */
export function talliesOf(votes: readonly Vote[], everyVote = false): Tallies {
  const tallies = new Map<string, Counts>();
  const last = new Map<string, Vote>();
  if (!everyVote) for (const vote of votes) last.set(`${vote.voter} ${vote.statement}`, vote);
  for (const { statement, choice } of everyVote ? votes : last.values()) countsIn(tallies, statement)[countOf[choice]] += 1;
  return tallies;
}

/** The statements whose tallies differ from those of the source, in words. */
export function differing(source: Tallies, found: Tallies, place: string): string[] {
  return [...new Set([...source.keys(), ...found.keys()])].flatMap((id) => {
    const [there, here] = [source.get(id) ?? noVotes, found.get(id) ?? noVotes];
    return words(there) === words(here) ? [] : [`statement ${id}: ${words(there)} at the source, ${words(here)} ${place}`];
  });
}

/** The results of all statements of an imported conversation, also of those that the dashboard leaves to its list. */
export async function countedStatements(reader: ApiClient, consultationId: string): Promise<StatementResult[]> {
  const { activities } = await reader.ask(showConsultation, { consultationId });
  return allPages((cursor) => reader.ask(listStatementResults, { activityId: activities[0]!.id, cursor }));
}

/**
 * The statements of the conversation whose results differ from the source, in words. Votes that were left out, because their people were
 * erased, may be missing or be those of an earlier import.
 */
export function differingResults(
  { votes }: Pick<Conversation, 'votes'>,
  leftOut: readonly Vote[],
  results: readonly StatementResult[],
): string[] {
  const source = talliesOf(votes);
  const counted = new Map(results.map((statement) => [statement.externalId, statement]));
  const missing = new Set(leftOut.map(({ voter, statement }) => `${voter} ${statement}`));
  const least = talliesOf(votes.filter(({ voter, statement }) => !missing.has(`${voter} ${statement}`)));
  return [...source].flatMap(([id, most]) => {
    const [here, fewest] = [counted.get(id) ?? noVotes, least.get(id) ?? noVotes];
    const fits = Object.values(countOf).every((count) => here[count] >= fewest[count] && here[count] <= most[count]);
    return fits ? [] : [`statement ${id}: ${words(most)} at the source, ${words(here)} on the dashboard`];
  });
}

function countsIn(tallies: Map<string, Counts>, statement: string): Counts {
  const counts = tallies.get(statement) ?? { ...noVotes };
  tallies.set(statement, counts);
  return counts;
}

function words({ agrees, disagrees, passes }: VoteTally): string {
  return `${agrees} agree, ${disagrees} disagree, ${passes} pass`;
}
