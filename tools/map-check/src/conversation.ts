import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';

type Choice = 'agree' | 'disagree' | 'pass';

/** What a map is made of, and the groups that Pol.is published, from one exported conversation. */
export interface Conversation {
  readonly name: string;
  readonly statements: readonly { readonly id: string; readonly status: 'accepted' | 'rejected' }[];
  /** In the order in which they were cast. */
  readonly votes: readonly { readonly voter: string; readonly statementId: string; readonly choice: Choice }[];
  /** Only of people whom Pol.is placed in a group. */
  readonly publishedGroup: ReadonlyMap<string, string>;
}

const choices: Record<string, Choice> = { '1': 'agree', '-1': 'disagree', '0': 'pass' };

/** @throws when a file is missing */
export async function readConversation(folder: string, name: string): Promise<Conversation> {
  const [comments, votes, people] = await Promise.all(
    ['comments.csv', 'votes.csv', 'participants-votes.csv'].map((file) => rowsOf(join(folder, name, file))),
  );
  return {
    name,
    statements: comments!
      .sort((a, b) => Number(a['timestamp']) - Number(b['timestamp']) || Number(a['comment-id']) - Number(b['comment-id']))
      .map((row) => ({ id: row['comment-id']!, status: row['moderated'] === '-1' ? 'rejected' : 'accepted' })),
    votes: votes!
      .sort((a, b) => Number(a['timestamp']) - Number(b['timestamp']))
      .map((row) => ({ voter: row['voter-id']!, statementId: row['comment-id']!, choice: choices[row['vote']!]! })),
    publishedGroup: new Map(people!.flatMap((row) => (row['group-id'] ? [[row['participant']!, row['group-id']] as const] : []))),
  };
}

async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const row of createReadStream(path).pipe(parse({ bom: true, columns: true, relax_column_count: true }))) rows.push(row);
  return rows;
}
