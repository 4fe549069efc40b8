import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { SingleBar } from 'cli-progress';
import { ApiClient } from '@isegoria/api-client';
import { faultsOf } from './check';
import { readConversation, type BrokenRow, type Conversation } from './conversation';
import { failureOf } from './failure';
import { importConversation, repeatsFor, type ImportOutcome } from './import-conversation';
import { ImportRefused, help, readOptions } from './options';
import { countedStatements, differingResults, publishedTallies } from './tallies';

const linesShown = 20;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return console.log(help);
  const conversation = await readConversation(options.folder).catch((error: Error) => {
    throw new ImportRefused(`The folder cannot be read as a Polis export: ${error.message}.`);
  });
  reportBroken(conversation.broken);
  console.log(`${conversation.topic}: ${conversation.statements.length} statements, ${conversation.votes.length} votes.`);
  const faults = faultsOf(conversation, options.language, await publishedTallies(options.folder));
  if (faults.length > 0) throw new ImportRefused(`Nothing was imported, since it cannot be imported whole:\n${listed(faults)}`);

  mustBeWritable(options.progressFile);

  const office = await new ApiClient(options.url).signIn(options.email, options.password, options.code);
  const bar = new SingleBar({
    format: '[{bar}] {value}/{total}  {rate} a second  {eta_formatted} left',
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    hideCursor: true,
  });
  const started = Date.now();
  let done = 0;
  const progress = {
    total: (count: number) => bar.start(count, 0, { rate: 0 }),
    done: (count = 1) => bar.update((done += count), { rate: Math.round(done / ((Date.now() - started) / 1000 || 1)) }),
  };
  const outcome = await importConversation(office, conversation, { ...options, progress }).finally(() => bar.stop());
  const seconds = (Date.now() - started) / 1000;
  if (outcome.wasThere) console.log('It was imported before and is closed: nothing was added.');
  else
    console.log(
      `Imported in ${seconds.toFixed(1)} s: ${done} contributions, ${Math.round(done / seconds)} a second; ${conversation.broken.length} broken rows left out.`,
    );
  if (outcome.leftOut > 0)
    console.log(
      `${outcome.leftOut} contributions of people who were erased since an earlier import were left out, or are on their statements.`,
    );
  console.log(`${options.url}/consultations/${outcome.consultationId}/results`);
  await compare(office, conversation, outcome);
}

function mustBeWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new ImportRefused(`${file}, which remembers how far the import is, cannot be written: name another file with --progress.`);
  }
}

/** @throws ImportRefused naming the statements whose results are not those of the source */
async function compare(office: ApiClient, conversation: Conversation, outcome: ImportOutcome): Promise<void> {
  const { consultationId, position, votesLeftOut } = outcome;
  // The read models may still be on their way after a long import.
  const reader = office.as({ after: position, repeatsFor });
  const differences = differingResults(conversation, votesLeftOut, await countedStatements(reader, consultationId));
  if (differences.length > 0) throw new ImportRefused(`The results are not those of the source:\n${listed(differences)}`);
  console.log('The results of all statements are those of the source.');
}

function listed(lines: readonly string[]): string {
  const more = lines.length > linesShown ? [`... and ${lines.length - linesShown} more.`] : [];
  return [...lines.slice(0, linesShown), ...more].map((line) => `  ${line}`).join('\n');
}

function reportBroken(broken: readonly BrokenRow[]): void {
  for (const { file, line, why } of broken.slice(0, linesShown)) console.log(`${file} line ${line} is left out: ${why}.`);
  if (broken.length > linesShown) console.log(`... and ${broken.length - linesShown} more broken rows.`);
}

main().catch((error: Error) => {
  console.error(failureOf(error));
  process.exit(1);
});
