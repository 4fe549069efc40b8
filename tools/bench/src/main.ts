import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runReference } from './reference/reference';
import { measureBroker } from './cases/broker';
import { measureCounts } from './cases/counts';
import { measureDocuments } from './cases/documents';
import { runExport } from './cases/survey-export';
import { measureSurveys } from './cases/surveys';
import { measureSearches } from './cases/searches';
import { measureLog } from './cases/log';
import { byDefault } from './load';
import { measureEventStore } from './event-store';
import { measurePlatform } from './platform';
import { table, type Figure } from './figure';

const help = `Measures the platform beside references in the same run; every figure is a ratio to one of them, since machines are noisy.

  npm run bench -- [--only PART] [--seconds N] [--events N] [--out FILE]

  --only PART   platform, event-store, broker, log, counts, documents, surveys or searches  (default all, one after the other)
  --seconds N   how long each load lasts            (default ${byDefault}; shorter ones make cases smaller)
  --events N    how many events the log is measured with    (default 15,000 for each second)
  --out FILE    where the figures go as JSON        (default bench-results/<time>.json)

Everything runs on this machine, in a folder of its own that is removed at the end.`;

const parts = {
  platform: measurePlatform,
  'event-store': measureEventStore,
  broker: measureBroker,
  log: measureLog,
  counts: measureCounts,
  documents: measureDocuments,
  surveys: measureSurveys,
  searches: measureSearches,
};

function partCalled(name: string): typeof measureLog {
  if (name in parts) return parts[name as keyof typeof parts];
  console.error(`There is no part called ${name} to measure; take one of ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  console.error(`${option} ${text} is not a number above 0.`);
  process.exit(2);
}

async function main(): Promise<void> {
  if (process.env['BENCH_PART'] === 'reference') return runReference();
  if (process.env['BENCH_PART'] === 'export') return runExport();
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seconds: { type: 'string', default: String(byDefault) },
      events: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(help);
  const chosen = values.only === undefined ? Object.values(parts) : [partCalled(values.only)];
  const seconds = positive('--seconds', values.seconds);
  const events = values.events === undefined ? undefined : positive('--events', values.events);
  const figures: Figure[] = [];
  for (const measure of chosen) figures.push(...(await measure(seconds, (sentence) => console.log(`  ${sentence}`), events)));
  console.log(`\n${table(figures)}`);
  report(figures, values.out ?? join('bench-results', `${new Date().toISOString().replaceAll(':', '-')}.json`));
}

function report(figures: readonly Figure[], file: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), node: process.version, figures }, null, 2));
  console.log(`\nWritten to ${file}`);
}

main().catch((error: Error) => {
  console.error(error);
  process.exit(1);
});
