import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DataSource } from 'typeorm';
import { readContributions } from '@isegoria/consultations/read-models';
import { csvOf } from '@isegoria/consultations/api';
import type { SubjectKeys } from '@isegoria/privacy';
import { readModels } from '@isegoria/read-models';
import type { SurveyRows } from './survey-rows';

/** What an export said of itself when it was done. */
export interface Exported {
  readonly rows: number;
  readonly milliseconds: number;
  /** Of the process, above what it had before, at the most. */
  readonly megabytes: number;
}

/** A process of its own that streams the answers of a survey to nobody and watches its memory. */
export async function runExport(): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'], poolSize: 2, ...readModels }).initialize();
  const survey = JSON.parse(process.env['BENCH_SURVEY']!) as SurveyRows;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Compiles what runs, so that it is not counted.
  await exported(dataSource, survey, 1_000);
  collect();
  const idle = process.memoryUsage().rss;
  let most = idle;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  const began = performance.now();
  const rows = await exported(dataSource, survey, Infinity);
  clearInterval(watch);
  process.send!({ rows, milliseconds: performance.now() - began, megabytes: (most - idle) / 2 ** 20 } satisfies Exported);
  await dataSource.destroy();
}

/** Choices only: no text is opened. */
const noKeys = { open: (sealed: readonly string[]) => Promise.resolve(sealed.map(() => ({ state: 'erased' as const }))) };

async function exported(dataSource: DataSource, survey: SurveyRows, most: number): Promise<number> {
  let count = 0;
  const wanted = { ...survey, contents: 'responses', forModerator: true } as const;
  await readContributions(dataSource, noKeys as unknown as SubjectKeys, wanted, async ({ columns, rows }) => {
    async function* counted() {
      for await (const row of rows) {
        yield row;
        if (++count >= most) return;
      }
    }
    await pipeline(counted, csvOf(columns), new Writable({ write: (_chunk, _encoding, done) => setImmediate(done) }));
  }).catch((error: Error) => {
    if (most === Infinity) throw error;
  });
  return count;
}
