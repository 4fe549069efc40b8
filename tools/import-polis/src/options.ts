import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const help = `Replays a conversation exported from Polis through the public API: accounts, statements, each vote in its order, moderation.

  npm run import:polis -- FOLDER [--language CODE] [--rate N] [--url URL]
                                   [--email ADDRESS --password WORD | --data DIR] [--progress FILE] [--keep-open]

  FOLDER        holds summary.csv, comments.csv and votes.csv
  --language CODE  the language of the conversation (default: en)
  --rate N      at most N votes a second                    (default: as fast as the platform takes them)
  --url URL     the platform's address                      (default: as in operator.json)
  --email, --password   the importing office's account      (default: as in operator.json)
  --code N      what the app of that account shows, where it has a second factor
  --data DIR    the data folder that holds operator.json    (default .isegoria in the clone)
  --progress FILE  remembers how far the import is  (default: isegoria-import.json in FOLDER)
  --keep-open   leave the consultation open at the end      (default: closed, since the original is over)

Everything is checked before the first request: what the platform would refuse, and votes that do not add up to the tallies of the source.
A row that cannot be read is reported by its line and left out. A second run of the same import adds nothing; an interrupted one goes on
where it was.
Exit code: 0 imported, with the tallies of the source; 1 otherwise.`;

export interface Options {
  readonly folder: string;
  readonly rate: number;
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly code?: string;
  readonly keepOpen: boolean;
  readonly language: string;
  /** The file that remembers how far the import is. */
  readonly progressFile: string;
}

/** A failure that one sentence explains. */
export class ImportRefused extends Error {}

/** @throws ImportRefused what is missing or wrong */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [folder] = positionals;
  if (!folder || positionals.length > 1) throw new ImportRefused('Name one folder of a Polis export. Try npm run import:polis -- --help.');
  const rate = values.rate === undefined ? Infinity : Number(values.rate);
  if (!(rate > 0)) throw new ImportRefused(`--rate ${values.rate} is not a number of votes a second.`);
  const operator = values.email && values.password && values.url ? undefined : operatorOf(values.data ?? '.isegoria');
  return {
    folder,
    rate,
    url: (values.url ?? operator!.url).replace(/\/$/, ''),
    email: values.email ?? operator!.email,
    password: values.password ?? operator!.password,
    code: values.code,
    keepOpen: values['keep-open'] ?? false,
    language: values.language ?? 'en',
    progressFile: values.progress ?? join(folder, 'isegoria-import.json'),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rate: { type: 'string' },
        url: { type: 'string' },
        email: { type: 'string' },
        password: { type: 'string' },
        code: { type: 'string' },
        data: { type: 'string' },
        language: { type: 'string' },
        progress: { type: 'string' },
        'keep-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ImportRefused(`${(error as Error).message.split('.')[0]}. Try npm run import:polis -- --help.`);
  }
}

function operatorOf(dataFolder: string): { url: string; email: string; password: string } {
  const file = join(dataFolder, 'operator.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ImportRefused(`${file} cannot be read: run npm start first, or give --url, --email and --password.`);
  }
}
