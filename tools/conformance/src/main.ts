import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareSuite } from './prepare-suite';
import { runSuite } from './run-suite';
import { table, verdict } from './report';

const help = `Runs the public test suite of EventStore-Client-NodeJS against the embedded event store.

  node tools/run.mjs conformance -- CHECKOUT [PATTERN]

  CHECKOUT   a checkout of https://github.com/EventStore/EventStore-Client-NodeJS at v6.2.1; it is read, never written
  PATTERN    only the test files whose paths match this regular expression, as streams/readAll

The exit code is 0 when every test passes but those that are named, with the reason, in tools/conformance/src/left-out.ts.`;

async function main(): Promise<number> {
  const [checkout, pattern = ''] = process.argv.slice(2).filter((argument) => argument !== '--');
  if (!checkout || checkout === '--help') {
    console.log(help);
    return checkout ? 0 : 1;
  }
  const folder = resolve(checkout);
  if (!existsSync(join(folder, 'packages/test/src/streams')))
    throw new Error(`${folder} is no checkout of EventStore-Client-NodeJS: it has no packages/test/src/streams.`);
  const suite = await prepareSuite(folder);
  try {
    const results = await runSuite(suite, pattern);
    console.log(`\n${table(results)}\n\n${verdict(results)}`);
    return results.length > 0 && results.every(({ failed }) => failed.length === 0) ? 0 : 1;
  } finally {
    rmSync(suite.folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
