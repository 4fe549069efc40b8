import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readModelNames, type ReadModelName } from '@isegoria/read-models';

export const help = `The read models of a platform that runs: what they say of themselves, what is left out of them, and how they are filled again.

  npm run rebuild -- [GROUP ...] [--data DIR]                      fills the groups (or all) again from the log
  npm run read-models -- status [--data DIR]                       where each group stands, and at which event one stopped
  npm run read-models -- skip GROUP EVENT --reason WORDS [--code N] [--data DIR]   leaves the event at which a group stopped out of it, on record

  GROUP         ${readModelNames.join(', ')}
  --reason      public, and on the list of what officials did
  --code N      what the app of the administrator's account shows, where it has a second factor
  --data DIR    the data folder of the platform                    (default .isegoria in the clone)

Pages answer from the old rows while a group is filled again, and notice nothing when the new ones take their place.
DATABASE_URL and EVENTSTORE_URL name real servers; without them, the parts that npm start runs are asked.
Exit code: 0 done, 1 otherwise.`;

/** A failure that one sentence explains. */
export class Refused extends Error {}

export interface Operator {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

export interface Servers {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
}

export type Options =
  | { readonly command: 'help' }
  | { readonly command: 'rebuild'; readonly groups: readonly ReadModelName[]; readonly servers: Servers }
  | { readonly command: 'status'; readonly operator: Operator }
  | {
      readonly command: 'skip';
      readonly operator: Operator;
      readonly group: ReadModelName;
      readonly eventId: string;
      readonly reason: string;
      /** Of the second factor of the operator's account, where it has one. */
      readonly code?: string;
    };

/** @throws Refused what is missing or wrong */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parsed(args);
  const [command, ...rest] = positionals;
  const folder = values.data ?? '.isegoria';
  if (values.help || command === undefined) return { command: 'help' };
  if (command === 'rebuild')
    return { command, groups: rest.length > 0 ? rest.map(groupNamed) : readModelNames, servers: serversOf(folder) };
  if (command === 'status') return { command, operator: fromFile<Operator>(folder, 'operator.json') };
  if (command !== 'skip') throw new Refused(`There is no command ${command}. Try npm run read-models -- --help.`);
  const [group, eventId] = rest;
  if (!group || !eventId || !values.reason) throw new Refused('Name the group, the event and, with --reason, why it is left out.');
  const { reason, code } = values;
  return { command, operator: fromFile<Operator>(folder, 'operator.json'), group: groupNamed(group), eventId, reason, code };
}

function parsed(args: string[]) {
  try {
    const options = {
      reason: { type: 'string' },
      code: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Refused(`${(error as Error).message.split('.')[0]}. Try npm run read-models -- --help.`);
  }
}

function groupNamed(name: string): ReadModelName {
  const group = readModelNames.find((each) => each === name);
  if (!group) throw new Refused(`There is no group ${name}; there are ${readModelNames.join(', ')}.`);
  return group;
}

function serversOf(folder: string): Servers {
  const { DATABASE_URL: databaseUrl, EVENTSTORE_URL: eventStoreUrl } = process.env;
  if (databaseUrl && eventStoreUrl) return { databaseUrl, eventStoreUrl };
  const parts = fromFile<Servers>(folder, 'parts.json');
  return { databaseUrl: databaseUrl ?? parts.databaseUrl, eventStoreUrl: eventStoreUrl ?? parts.eventStoreUrl };
}

function fromFile<Content>(folder: string, name: string): Content {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content;
  } catch {
    throw new Refused(`${join(folder, name)} cannot be read: start the platform, or name its data folder with --data.`);
  }
}
