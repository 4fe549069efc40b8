import 'reflect-metadata';
import { ApiClient } from '@isegoria/api-client';
import { listReadModels, skipEvent } from '@isegoria/contracts';
import { Refused, help, readOptions, type Operator, type Options } from './options';
import { rebuild } from './rebuild';

async function main(options: Options): Promise<void> {
  if (options.command === 'help') return console.log(help);
  if (options.command === 'status') return status(options.operator);
  if (options.command === 'skip') return skip(options);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  await rebuild(options.groups, options.servers, stopping.signal);
  if (stopping.signal.aborted) throw new Refused('It was stopped: the rows are as they were.');
}

async function status({ url }: Operator): Promise<void> {
  const { items } = await new ApiClient(url).ask(listReadModels, {});
  for (const { group, version, position, stopped, skippedEvents } of items) {
    console.log(`${group}, version ${version}: position ${position}`);
    if (stopped) console.log(`  STOPPED at event ${stopped.eventId} (position ${stopped.position}): ${stopped.code}`);
    for (const event of skippedEvents) console.log(`  INCOMPLETE: leaves out event ${event}`);
  }
}

async function skip({ operator, group, eventId, reason, code }: Extract<Options, { command: 'skip' }>): Promise<void> {
  const administrator = await new ApiClient(operator.url).signIn(operator.email, operator.password, code);
  const { position } = await administrator.do(skipEvent, { group, eventId, reason });
  console.log(`Event ${eventId} is left out of ${group}, on record at position ${position}. Its figures say so.`);
}

try {
  await main(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  const unreachable = error instanceof TypeError && error.message === 'fetch failed';
  console.error(unreachable ? 'The platform does not answer: is it running?' : (error as Error).message);
  process.exit(1);
}
