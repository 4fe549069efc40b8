import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { consultationsApi } from '@isegoria/consultations/api';
import { opinionMapRows } from '@isegoria/consultations/read-models';
import { contentApi } from '@isegoria/content/api';
import type { Actor } from '@isegoria/contracts';
import { feedbackApi } from '@isegoria/feedback/api';
import { identityApi } from '@isegoria/identity/api';
import { EpochKeyFiles, Epochs, SubjectKeys, migrateVault } from '@isegoria/privacy';
import { liveSchema, readingFor, rowsOfVersion, runGroup, waitForPosition, type Answer } from '@isegoria/projection';
import { officialAnswers, readModelAnswers, readModelGroups, readModelNames, readModels, searchAnswers } from '@isegoria/read-models';
import { eventually, freshSecrets } from '@isegoria/testing';
import { readCommandLine } from './command-line';
import { Finding } from '@isegoria/audit-kit';
import { AlterableStore } from './alterable-store.fixture';
import { LogTables } from './log-tables.fixture';
import { run } from './run';
import { signingStore } from './signed-acts.fixture';
import { TestSite } from './site.fixture';
import { recordWords } from './words-history.fixture';
import { Client } from 'pg';

const answers: readonly Answer[] = [consultationsApi, feedbackApi, contentApi, identityApi]
  .flatMap((part) => part.answers ?? [])
  .concat(officialAnswers as never, readModelAnswers as never, searchAnswers as never) as Answer[];

/** Made once, since an audit asks hundreds of questions, and each may be of any route. */
const patterns = new Map(answers.map((one) => [one, new RegExp(`^/api/v1${one.query.route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)]));

const silent = { reading: () => undefined };
const auditor: Actor = { accountId: 'auditor', roles: [{ role: 'auditor', unit: 'root' }], assurance: 'email' };

/**
 * A site with the real log and real read models, whose answers come from their rows; somebody with the password of the database, and an
 * auditor.
 */
export async function siteWithRows() {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-rows-'));
  const eventStore = await AlterableStore.start();
  const site = await TestSite.start(eventStore);
  const store = signingStore(eventStore.url, site.secrets.ACT_SIGNING_KEY);
  const dataSource = await new DataSource({ type: 'postgres', url: site.databaseUrl, poolSize: 10, ...readModels }).initialize();
  await rowsOfVersion(dataSource, opinionMapRows);
  await migrateVault(dataSource);
  const epochs = new Epochs(dataSource, new EpochKeyFiles(freshSecrets().KEY_EPOCHS_FOLDER), randomBytes(32));
  const keys = new SubjectKeys(epochs);
  const abort = new AbortController();
  const options = { store, dataSource, signal: abort.signal };
  const groups = Promise.all(readModelGroups.map((group) => runGroup({ ...options, group })));
  const history = await recordWords(store, keys);
  await waitForPosition(dataSource, readModelNames, history.last, 30_000);
  const db = new Client({ connectionString: site.databaseUrl });
  await db.connect();
  await eventually(async () => {
    if ((await new LogTables(db).coveredPosition()) < history.last) throw new Error('not covered yet');
  }, 60_000);

  site.published.set('/api/v1/erasures/pending', { pending: 0, together: 10, withinDays: 30 });
  for (const [file, bytes] of history.bytes) site.published.set(`/api/v1/files/${file}`, Buffer.from(bytes));
  site.api = async (path, { authorization }) => {
    const [address = '', asked] = path.split('?');
    for (const [answer, pattern] of patterns) {
      const found = pattern.exec(address);
      if (!found) continue;
      const reader = authorization === undefined ? undefined : auditor;
      const parameters = { ...found.groups, ...Object.fromEntries(new URLSearchParams(asked)) };
      return answer.give(parameters, readingFor(answer, answers, { rows: dataSource, keys, reader })).catch(() => undefined);
    }
    return undefined;
  };

  const tables: string[] = (
    await db.query(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = ANY ($1)`, [
      readModelNames.map((name) => liveSchema(name)),
    ])
  ).rows.map(({ name }: { name: string }) => name);
  for (const [index, table] of tables.entries()) await db.query(`CREATE TABLE public.kept_rows_${index} AS TABLE ${table}`);
  await db.query(`SET search_path TO ${readModelNames.map(liveSchema).join(', ')}`);

  // The log gives an auditor by role the bodies of all events, and everybody else those of public streams.
  const stored = await eventStore.history();
  const bodies = new Map(stored.map(({ id, data, metadata }) => [id, { data, metadata }]));
  site.tamper = (path, body, { authorization }) =>
    path.startsWith('/log/entries') && authorization !== undefined ? body.replace(/^.+$/gm, (line) => withBody(line, bodies)) : body;

  const outcome = async (...args: string[]): Promise<Record<string, unknown>> => {
    try {
      const { json } = await run(readCommandLine([...args, '--state', join(folder, `${randomUUID()}.json`), '--wait', '1']), silent);
      return { exitCode: 0, ...json };
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      return { exitCode: error.exitCode, finding: error.message, index: error.index };
    }
  };
  const auditedBy = (...args: string[]) => outcome(site.url, '--token', 'of-an-auditor', ...args);

  return {
    site,
    history,
    keys,
    folder,
    audit: auditedBy,
    /** By somebody without a role. */
    auditByAnybody: (...args: string[]) => outcome(site.url, ...args),
    offline: outcome,
    /** The type of the event of an entry. */
    typeOf: (seq: number) => stored[seq]?.type,
    /** Alters rows of the read models. */
    alter: (statement: string, parameters: readonly unknown[] = []) => db.query(statement, [...parameters]),
    async putBack() {
      await db.query(tables.map((table, index) => `DELETE FROM ${table}; INSERT INTO ${table} TABLE public.kept_rows_${index}`).join('; '));
    },
    async stop() {
      abort.abort();
      await groups;
      await db.end();
      await dataSource.destroy();
      await store.close();
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function withBody(line: string, bodies: ReadonlyMap<string, { readonly data: Buffer; readonly metadata: Buffer }>): string {
  const entry = JSON.parse(line) as { leaf: string; data: string | null };
  if (entry.data !== null) return line;
  const { data, metadata } = bodies.get((JSON.parse(entry.leaf) as { id: string }).id)!;
  return JSON.stringify({ ...entry, data: data.toString('base64'), metadata: metadata.toString('base64') });
}
