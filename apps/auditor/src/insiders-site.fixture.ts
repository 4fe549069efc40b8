import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { Client } from 'pg';
import { EventStore } from '@isegoria/event-sourcing';
import { eventually } from '@isegoria/testing';
import { AlterableStore } from './alterable-store.fixture';
import { recordHistory } from './history.fixture';
import { LogTables } from './log-tables.fixture';
import { signingStore } from './signed-acts.fixture';
import { TestSite, placedEvents } from './site.fixture';

/** A site whose operator has every password: the real log on a real event store and PostgreSQL, an honest history, and an auditor. */
export async function insidersSite({ more = 0 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-insider-'));
  const eventStore = await AlterableStore.start();
  const site = await TestSite.start(eventStore);
  site.home = folder;
  const db = new Client({ connectionString: site.databaseUrl });
  await db.connect();
  const tables = new LogTables(db);
  const history = await recorded(eventStore.url, site.secrets.ACT_SIGNING_KEY, more);
  publish(site, history);
  const store = new EventStore(eventStore.url);
  site.events = await placedEvents(store);
  await store.close();
  const covers = (position: number) =>
    eventually(async () => expect(await tables.coveredPosition()).toBeGreaterThanOrEqual(position), 60_000);
  await covers(history.last);
  const state = () => join(folder, `${randomUUID()}.json`);

  return {
    site,
    eventStore,
    tables,
    history,
    folder,
    covers,
    /** A file for the state of an auditor, before the first audit. */
    state,
    /** An audit by somebody who never saw this log before, unless a state is named. */
    audit: async (...args: string[]) => {
      const { said } = await site.audit(...(args.includes('--state') ? [] : ['--state', state()]), '--wait', '2', '--json', ...args);
      return JSON.parse(said) as { exitCode: number; index?: number | null; finding?: string };
    },
    /** The log reads its parts again, as after every start. */
    restart: async (environment?: Record<string, string>) => {
      await site.stopLog();
      await site.startLog(environment);
    },
    /** Resolves when the log serves its entries again. */
    answers: () => eventually(async () => expect((await fetch(`${site.url}/log/entries?from=0&limit=1`)).status).toBe(200), 60_000),
    async stop() {
      await db.end();
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The small history, and behind it as many further comments as are asked for, so that the tree has more levels. */
async function recorded(url: string, actSigningKey: string, more: number) {
  const store = signingStore(url, actSigningKey);
  const history = await recordHistory(store);
  let last = history.deliberation.position;
  const metadata = { schema: 1, at: new Date().toISOString(), correlationId: 'test' };
  for (let done = 0; done < more; done += 100) {
    const events = Array.from({ length: 100 }, (_, n) => ({ id: randomUUID(), type: 'Noted', data: { n: done + n }, metadata }));
    last = (await store.append('comment-notes', events, 'any')).position;
  }
  await store.close();
  return { ...history, last };
}

function publish(site: TestSite, { deliberation, poll, opinionMap }: Awaited<ReturnType<typeof recorded>>): void {
  for (const results of [deliberation, poll]) site.published.set(`/api/v1/consultations/${results.consultationId}/results`, results);
  site.published.set(`/api/v1/activities/${opinionMap.activityId}/opinion-map`, opinionMap);
}
