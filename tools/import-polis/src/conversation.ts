import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';

/** A conversation as Polis exports it: https://compdemocracy.org/export (summary.csv, comments.csv, votes.csv). */
export interface Conversation {
  /** Names the conversation for ever: the name of its folder. */
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly url: string;
  readonly statements: readonly Statement[];
  /** In order of time; votes of one moment in the order of the file. */
  readonly votes: readonly Vote[];
  /** SHA-256 of votes.csv, in hex: whether two runs read the same votes. */
  readonly votesDigest: string;
  readonly broken: readonly BrokenRow[];
}

export interface Statement {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly moderation: 'accepted' | 'rejected' | 'none';
  /** How many agreed and disagreed, where the source says so: it counts each vote, those that were changed later too. */
  readonly counted?: { readonly agrees: number; readonly disagrees: number };
  /** Its line in comments.csv. */
  readonly line: number;
}

/** There may be a million: numbers, and texts that are shared. */
export interface Vote {
  readonly statement: string;
  readonly voter: string;
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly choice: 'agree' | 'disagree' | 'pass';
  /** Its line in votes.csv. */
  readonly line: number;
}

export interface BrokenRow {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

const moderations: Record<string, Statement['moderation']> = { '1': 'accepted', '-1': 'rejected', '0': 'none' };
const choices: Record<string, Vote['choice']> = { '1': 'agree', '-1': 'disagree', '0': 'pass' };

/** Reads a conversation's folder. A row that cannot be understood is named in `broken` and left out. @throws when a file is missing */
export async function readConversation(folder: string): Promise<Conversation> {
  const broken: BrokenRow[] = [];
  const summary = new Map<string, string>();
  for await (const { fields } of rows(folder, 'summary.csv', broken, false)) if (fields[0]) summary.set(fields[0], fields[1] ?? '');

  const statements: Statement[] = [];
  for await (const { record, line } of rows(folder, 'comments.csv', broken)) {
    const statement = statementOf(record, line);
    if (typeof statement === 'string') broken.push({ file: 'comments.csv', line, why: statement });
    else statements.push(statement);
  }
  const known = new Set(statements.map(({ id }) => id));
  const votes: Vote[] = [];
  const shared = sharedTexts();
  const digest = createHash('sha256');
  for await (const { record, line } of rows(folder, 'votes.csv', broken, true, digest)) {
    const vote = voteOf(record, line, known, shared);
    if (typeof vote === 'string') broken.push({ file: 'votes.csv', line, why: vote });
    else votes.push(vote);
  }
  return {
    name: basename(resolve(folder)),
    topic: summary.get('topic')?.trim() || basename(resolve(folder)),
    description: summary.get('conversation-description')?.trim() ?? '',
    url: summary.get('url') ?? '',
    statements: statements.sort((a, b) => a.at.localeCompare(b.at) || Number(a.id) - Number(b.id)),
    votes: votes.sort((a, b) => a.time - b.time || a.line - b.line),
    votesDigest: digest.digest('hex'),
    broken,
  };
}

function statementOf(record: Record<string, string>, line: number): Statement | string {
  const at = timeOf(record['timestamp']);
  const moderation = moderations[record['moderated'] ?? ''];
  const text = record['comment-body']?.replaceAll('\u0000', '').trim();
  if (!at) return `"${record['timestamp']}" is not a time in milliseconds`;
  if (!isId(record['comment-id']) || !isId(record['author-id'])) return 'the comment or its author has no number';
  if (!moderation) return `"${record['moderated']}" is not a moderation (1, 0 or -1)`;
  if (!text) return 'the comment has no text';
  return { id: record['comment-id']!, author: record['author-id']!, at, text, moderation, ...countedIn(record), line };
}

function countedIn({ agrees, disagrees }: Record<string, string>): Pick<Statement, 'counted'> {
  return isId(agrees) && isId(disagrees) ? { counted: { agrees: Number(agrees), disagrees: Number(disagrees) } } : {};
}

function voteOf(record: Record<string, string>, line: number, known: ReadonlySet<string>, shared: (text: string) => string): Vote | string {
  const at = timeOf(record['timestamp']);
  const choice = choices[record['vote'] ?? ''];
  if (!at) return `"${record['timestamp']}" is not a time in milliseconds`;
  if (!choice) return `"${record['vote']}" is not a vote (1, 0 or -1)`;
  if (!isId(record['voter-id'])) return 'the vote has no voter';
  if (!known.has(record['comment-id'] ?? '')) return `there is no comment ${record['comment-id']}`;
  return { statement: shared(record['comment-id']!), voter: shared(record['voter-id']!), time: Date.parse(at), choice, line };
}

/** Each text of the file once, however many rows have it. */
function sharedTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
}

function timeOf(milliseconds: string | undefined): string | undefined {
  if (!/^\d{1,15}$/.test(milliseconds ?? '')) return undefined;
  return new Date(Number(milliseconds)).toISOString();
}

function isId(value: string | undefined): boolean {
  return /^\d+$/.test(value ?? '');
}

/** Hands the bytes on, each digested. @throws an Error where they are not in UTF-8 */
function inUtf8(file: string, digest?: { update(bytes: Buffer): unknown }) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (bytes?: Buffer) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new Error(`${file} is not in UTF-8: save it in that encoding, so that no letter is lost`);
    }
  };
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const bytes of source) {
      check(bytes);
      digest?.update(bytes);
      yield bytes;
    }
    check();
  };
}

interface Row {
  readonly record: Record<string, string>;
  readonly fields: string[];
  readonly line: number;
}

/** The rows of one file with their line numbers; with a header, rows of another length are broken. */
async function* rows(
  folder: string,
  file: string,
  broken: BrokenRow[],
  hasHeader = true,
  digest?: { update(bytes: Buffer): unknown },
): AsyncGenerator<Row> {
  let header: string[] | undefined;
  const path = join(folder, file);
  // Fails with a sentence of its own where there is no such file; a stream would fail in the middle of the parser.
  await (await open(path)).close();
  const parser = parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  // Failures on the way are thrown by the parser, to the code that reads its rows.
  pipeline(createReadStream(path), inUtf8(file, digest), parser, () => {});
  for await (const { record: fields, info } of parser as unknown as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const line = info.lines;
    if (!hasHeader) yield { record: {}, fields, line };
    else if (!header) header = fields;
    else if (fields.length !== header.length)
      broken.push({ file, line, why: `it has ${fields.length} fields instead of ${header.length}` });
    else yield { record: Object.fromEntries(header.map((name, index) => [name, fields[index]!])), fields, line };
  }
}
