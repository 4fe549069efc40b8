import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { ApiClient, ApiProblem } from '@isegoria/api-client';
import { showConsultation, showResults } from '@isegoria/contracts';
import { readConversation, type BrokenRow } from './conversation';
import { importConversation } from './import-conversation';
import { ImportRefused, help, readOptions } from './options';
import { differences, publishedTally } from './published-tally';

const brokenRowsShown = 20;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return console.log(help);
  const conversation = await readConversation(options.folder).catch((error: Error) => {
    throw new ImportRefused(`The folder cannot be read as a Polis export: ${error.message}.`);
  });
  reportBroken(conversation.broken);
  console.log(`${conversation.topic}: ${conversation.statements.length} statements, ${conversation.votes.length} votes.`);

  const office = await new ApiClient(options.url).signIn(options.email, options.password);
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
    done: () => bar.update(++done, { rate: Math.round(done / ((Date.now() - started) / 1000 || 1)) }),
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
  await compare(office, options.folder, outcome.consultationId, outcome.position);
  console.log(`${options.url}/consultations/${outcome.consultationId}/results`);
}

async function compare(office: ApiClient, folder: string, consultationId: string, position: number): Promise<void> {
  if (!existsSync(join(folder, 'participants-votes.csv'))) return;
  const reader = office.as({ after: position });
  await untilRead(reader, consultationId);
  const results = await reader.ask(showResults, { consultationId });
  const published = await publishedTally(folder);
  const found = differences(published, results);
  if (found.length === 0) return console.log(`The tallies of all ${published.size} statements equal participants-votes.csv.`);
  console.log(`${found.length} of ${published.size} statements differ from participants-votes.csv:`);
  for (const difference of found.slice(0, brokenRowsShown)) console.log(`  ${difference}`);
}

/** The read models may still be on their way after a long import. */
async function untilRead(reader: ApiClient, consultationId: string): Promise<void> {
  for (let attempt = 0; attempt < 12; attempt++) {
    try {
      return void (await reader.ask(showConsultation, { consultationId }));
    } catch (error) {
      if (!(error instanceof ApiProblem) || !error.is('UNAVAILABLE')) throw error;
    }
  }
}

function reportBroken(broken: readonly BrokenRow[]): void {
  for (const { file, line, why } of broken.slice(0, brokenRowsShown)) console.log(`${file} line ${line} is left out: ${why}.`);
  if (broken.length > brokenRowsShown) console.log(`... and ${broken.length - brokenRowsShown} more broken rows.`);
}

main().catch((error: Error) => {
  const sentence = error instanceof ImportRefused || error instanceof ApiProblem;
  const unreachable = error instanceof TypeError && error.message === 'fetch failed';
  console.error(
    unreachable
      ? 'The platform does not answer: is it running? Start it with npm start, or name it with --url.'
      : sentence
        ? error.message
        : error,
  );
  process.exit(1);
});
