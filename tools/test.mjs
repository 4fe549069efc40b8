import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { installWhatIsMissing, root } from './install.mjs';

const help = `Runs the tests.

  npm test -- [LANE ...] [--servers-only] [--only FILE ...]

  lint typecheck unit integration end-to-end browser     all of them when none is named
  --servers-only    only the suites for which it may make a difference whether servers are embedded or real
  --only FILE       runs these files alone, of the lanes that are made of files

The parts are embedded unless NATS_URL, DATABASE_URL or EVENTSTORE_URL name real servers; on real servers suites run one after the other,
or as many side by side as TEST_NATS_URLS names brokers (separated by spaces).
A file that failed runs once more by itself, and is called UNSTEADY where it passes then. The last line is "N passed, N failed" over all lanes.`;

/**
 * What real servers may do otherwise: a broker with messages, an older PostgreSQL with statements. So there is each kind of what is sent,
 * all that is kept in rows and asked of them, and the platform as a whole.
 */
const MAY_DIFFER = [
  ...['embedded-broker', 'messaging', 'service-host', 'projection', 'privacy', 'read-models'].map((lib) => `libs/${lib}/`),
  ...['request/', 'reading/', 'exports/', 'permissions'].map((suite) => `apps/gateway/src/${suite}`),
  ...['consultation', 'registration', 'page', 'question'].map((command) => `/${command}/${command}\\.controller`),
  ...['read-model\\.int-spec', 'apps/projector/', 'apps/transparency-log/src/sequencing/sequencing', 'parts/database-roles'],
  ...['the-loop', 'start', 'resilience', 'rebuild', 'erasure', 'traces', 'import-and-audit'].map((suite) => `standalone/src/${suite}\\.`),
  ...(process.env.EVENTSTORE_URL ? ['libs/event-sourcing/'] : []),
];

/** More files than these do not fail by chance. */
const MOST_UNSTEADY = 5;

const lanes = {
  lint: () => command('tools/lint.mjs'),
  typecheck: () => command('node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit'),
  unit: () => jestRun('unit'),
  integration: () => jest('integration'),
  'end-to-end': () => jest('end-to-end'),
  browser: () => (chromium() ? jest('browser') : leftOut('browser tests are left out: no chromium was found on this machine')),
};

const { chosen, serversOnly, files } = understood();
installWhatIsMissing();
process.chdir(root);
if (chosen.length === 0 || chosen.some((lane) => lane === 'end-to-end' || lane === 'browser' || lane === 'integration'))
  await (await import('./build.mjs')).build();

const totals = { passed: 0, failed: 0 };
const isChosen = (lane) => chosen.length === 0 || chosen.includes(lane);
// Lint keeps one processor busy, and types are checked beside it.
const types = isChosen('lint') && isChosen('typecheck') ? lanes.typecheck() : undefined;
for (const [lane, run] of Object.entries(lanes)) {
  if (!isChosen(lane)) continue;
  console.log(`\n== ${lane}, on Node.js ${process.versions.node}`);
  const { passed, failed } = await (lane === 'typecheck' && types ? types : run());
  totals.passed += passed;
  totals.failed += failed;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

/** What the command line asks for; says how to ask where it cannot be understood. */
function understood() {
  const options = { help: { type: 'boolean' }, 'servers-only': { type: 'boolean' }, only: { type: 'string', multiple: true } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.some((lane) => !(lane in lanes));
    if (values.help || unknown) throw new Error(unknown ? 'There is no such lane.' : '');
    return { chosen: positionals, serversOnly: values['servers-only'] ?? false, files: values.only ?? [] };
  } catch ({ message }) {
    console.log(message ? `${message}\n\n${help}` : help);
    process.exit(message ? 1 : 0);
  }
}

/** A lane that is one check. */
async function command(program, ...args) {
  const ok = (await run([program, ...args])) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/**
 * A lane of tests with real parts. A few files that failed run once more, each alone: what fails again has failed; what passes then is told
 * as unsteady, since it depended on what ran beside it.
 */
async function jest(lane) {
  const first = await jestRun(lane);
  const { failedFiles } = first;
  if (failedFiles.length === 0 || failedFiles.length > MOST_UNSTEADY || first.isBroken) return first;
  console.log(`\nOnce more, by themselves: ${failedFiles.join(', ')}`);
  const again = await jestRun(lane, ['--runInBand', '--runTestsByPath', ...failedFiles]);
  for (const file of failedFiles.filter((name) => !again.failedFiles.includes(name)))
    console.log(`UNSTEADY ${file}: it failed beside others and passed alone.`);
  return { passed: first.passed - first.passedIn(failedFiles) + again.passed, failed: again.failed };
}

/** One run of Jest, counted from its own report; a suite that could not run counts as a failure. */
async function jestRun(lane, options = []) {
  const report = join(root, 'node_modules/.cache/isegoria', `${lane}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const brokers = process.env.TEST_NATS_URLS?.split(' ').length ?? 1;
  const realServers = ['NATS_URL', 'DATABASE_URL', 'EVENTSTORE_URL'].some((name) => process.env[name]);
  const ended = await run(
    [
      ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
      ...['--json', `--outputFile=${report}`, '--passWithNoTests', '--workerIdleMemoryLimit=1GB'],
      ...(options.includes('--runTestsByPath') ? [] : files.length > 0 ? ['--runTestsByPath', ...files] : serversOnly ? MAY_DIFFER : []),
      ...(options.length > 0 ? options : [`--maxWorkers=${realServers ? brokers : 2}`]),
    ],
    { TEST_LANE: lane },
    { stdout: 'ignore', over: () => existsSync(report) },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, failedFiles: [], isBroken: true };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites + (ended === 'hung' ? 1 : 0),
    failedFiles: testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name)),
    passedIn: (files) =>
      testResults
        .filter(({ name }) => files.includes(relative(root, name)))
        .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed')).length,
    isBroken: ended === 'hung',
  };
}

/** Ends a program that goes on long after it was over, and says so: something was left open. */
function run(args, env = {}, { stdout = 'inherit', over = () => false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', stdout, 'inherit'] });
    let hung = false;
    let overSince;
    const watch = setInterval(() => {
      overSince ??= over() ? Date.now() : undefined;
      if (overSince === undefined || Date.now() - overSince < 30_000) return;
      console.log('The tests were over for 30 seconds and Jest did not end: a test left something open.');
      hung = true;
      child.kill('SIGKILL');
    }, 1_000);
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(hung ? 'hung' : (code ?? 1));
    });
  });
}

function leftOut(sentence) {
  console.log(sentence);
  return { passed: 0, failed: 0 };
}

function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync('which', [name]).status === 0);
}
