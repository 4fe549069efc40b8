import { parseArgs } from 'node:util';

export const help = `Looks after the folder of an embedded event store.

  node tools/run.mjs event-store verify --from FOLDER
  node tools/run.mjs event-store backup --from FOLDER --to NEW_FOLDER
  node tools/run.mjs event-store restore --from BACKUP --to NEW_FOLDER

  verify    reads the whole store: the pages of its file, a checksum a record, positions and revisions without a gap, and
            whether the log, the index and the heads of the streams agree; names each finding with its position or stream
  backup    copies one moment of the store, with everything that was acknowledged before, and verifies the copy
  restore   puts a backup in a store's place, and verifies it

  --from FOLDER   the folder to read, which holds data.mdb; a store may have it and take appends meanwhile
  --to FOLDER     a folder that does not exist or is empty; it appears whole or not at all

Exit code: 0 sound, or copied; 1 damaged; 2 it could not be done.`;

export interface Options {
  readonly command: 'verify' | 'backup' | 'restore';
  readonly from: string;
  /** Empty for verify. */
  readonly to: string;
}

/** @throws a sentence that says what is missing or wrong */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [command, ...rest] = positionals;
  if ((command !== 'verify' && command !== 'backup' && command !== 'restore') || rest.length > 0)
    throw new Error('Name one of verify, backup and restore; --help says what they do.');
  if (!values.from) throw new Error('Name the folder to read with --from.');
  if (command === 'verify' && values.to) throw new Error('verify writes nowhere, so it takes no --to.');
  if (command !== 'verify' && !values.to) throw new Error('Name a new folder with --to.');
  return { command, from: values.from, to: values.to ?? '' };
}

function parsed(args: string[]) {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    // What stands before the program's own arguments when another program hands them on.
    return parseArgs({ args: args[0] === '--' ? args.slice(1) : args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${(error as Error).message.split('.')[0]}. --help says what there is.`);
  }
}
