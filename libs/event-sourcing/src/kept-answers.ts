import type { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { migrate } from '@isegoria/privacy';
import { mustBeTheSameRequest, type Answers, type KeptAnswer } from './answers';

/** How long an answer is remembered, in days. Long enough for an import or a queue that was left alone for weeks. */
export const answersKeptFor = 30;

/**
 * A row says that a command came, what it asked for, and what the answer was. Id and fingerprint are made under a secret that only gateways
 * have, and the row names neither account nor stream; without a `position` the answer is in the log.
 */
const migrations = [
  `CREATE TABLE %.answer (
     command_id uuid PRIMARY KEY, request text, position bigint, revision int, kept_at timestamptz NOT NULL DEFAULT now());
   CREATE INDEX answer_kept_at ON %.answer USING brin (kept_at)`,
];

interface Row {
  readonly command_id: string;
  readonly request: string | null;
  readonly position: string | null;
  readonly revision: number | null;
}

/** Answers in a table of a service's own, shared by its instances. */
export class KeptAnswers implements Answers {
  private readonly wanted = new Set<string>();
  private finding?: Promise<Map<string, Row>>;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly schema: string,
  ) {}

  /** @param service whose answers they are; names the schema of the table */
  static async of(dataSource: DataSource, service: string): Promise<KeptAnswers> {
    const schema = `${service}_answers`;
    await migrate(
      dataSource,
      schema,
      migrations.map((step) => step.replaceAll('%', schema)),
    );
    return new KeptAnswers(dataSource, schema);
  }

  async find(commandId: string, request: string | undefined): Promise<KeptAnswer | undefined> {
    const row = await this.rowOf(commandId);
    if (!row) return undefined;
    mustBeTheSameRequest(row.request, request);
    if (row.position === null) return undefined;
    return { request: row.request ?? undefined, position: Number(row.position), revision: row.revision ?? undefined };
  }

  async keep(commandId: string, { request, position, revision }: KeptAnswer): Promise<boolean> {
    const kept = await this.ask(
      `INSERT INTO ${this.schema}.answer AS a VALUES ($1, $2, $3, $4)
       ON CONFLICT (command_id) DO UPDATE SET position = $3, revision = $4 WHERE a.position IS NULL RETURNING 1`,
      [commandId, request ?? null, position, revision ?? null],
    );
    return kept.length > 0;
  }

  async withdraw(commandId: string): Promise<void> {
    await this.ask(`UPDATE ${this.schema}.answer SET position = NULL, revision = NULL WHERE command_id = $1`, [commandId]);
  }

  async claim(commandId: string, request: string | undefined): Promise<void> {
    if (request === undefined) return;
    await this.ask(`INSERT INTO ${this.schema}.answer VALUES ($1, $2) ON CONFLICT DO NOTHING`, [commandId, request]);
    mustBeTheSameRequest((await this.rowOf(commandId))?.request, request);
  }

  /** Forgets what was kept for longer than is promised. */
  async forgetOld(): Promise<void> {
    await this.ask(`DELETE FROM ${this.schema}.answer WHERE kept_at < now() - make_interval(days => $1)`, [answersKeptFor]);
  }

  /** @throws Rejection UNAVAILABLE while the database cannot be reached: the caller may ask again, under the same key */
  private async ask<Result>(statement: string, parameters: readonly unknown[]): Promise<Result[]> {
    return this.dataSource.query(statement, [...parameters]).catch((error: unknown) => {
      throw isAway(error) ? Object.assign(new Rejection('UNAVAILABLE'), { cause: error }) : error;
    });
  }

  /** Asks at once for all commands that reach this point in one turn of the event loop: a rush of votes costs few queries. */
  private async rowOf(commandId: string): Promise<Row | undefined> {
    this.finding ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.findWanted());
    this.wanted.add(commandId);
    return (await this.finding).get(commandId);
  }

  private async findWanted(): Promise<Map<string, Row>> {
    const commandIds = [...this.wanted];
    this.wanted.clear();
    this.finding = undefined;
    const rows = await this.ask<Row>(
      `SELECT command_id, request, position, revision FROM ${this.schema}.answer WHERE command_id = ANY($1::uuid[])`,
      [commandIds],
    );
    return new Map(rows.map((row) => [row.command_id, row]));
  }
}

/** A statement that the database refuses has an SQLSTATE; of those, classes 08, 53 and 57 say that it cannot work just now. */
function isAway(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const isSqlState = /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  return !isSqlState || /^(08|53|57)/.test(code);
}
