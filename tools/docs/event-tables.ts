import { eventsByContext, everyEvent, rolesWith, type EventContract } from '@isegoria/contracts';

const begin = '<!-- from here on written by `npm run docs` -->';
const end = '<!-- until here -->';

/** The page of the reference with its tables as the contracts say them. @throws Error where the page has no place for them */
export function withEventTables(page: string): string {
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`The page of events lacks the lines ${begin} and ${end}.`);
  const sections = [streams(), ...Object.entries(eventsByContext).map(([context, events]) => section(context, events))];
  return `${before}${[begin, ...sections, end].join('\n\n')}${after}`;
}

function streams(): string {
  const families = [...new Set((everyEvent as readonly EventContract[]).map(({ stream }) => stream))];
  return ['## Streams', '', '| Stream | Bodies |', '|---|---|', ...families.map(({ pattern, bodies }) => `| \`${pattern}\` | ${bodies} |`)].join('\n');
}

function section(context: string, events: readonly EventContract[]): string {
  return [`## ${context}`, '', '| Event | Stream | Says | Data | Recorded for |', '|---|---|---|---|---|', ...events.map(row)].join('\n');
}

function row(contract: EventContract): string {
  const { type, schema, stream, says, sample } = contract;
  const version = schema === 1 ? '' : ` Version ${schema}.`;
  const members = Object.keys(sample).map((member) => `\`${member}\``);
  return `| \`${type}\` | \`${stream.pattern}\` | ${says}${version} | ${members.join(', ')} | ${actors(contract)} |`;
}

function actors({ may, orElse }: EventContract): string {
  if (may === undefined) return '';
  const also = { 'by itself': 'or by itself', 'own account': 'or the account itself' };
  return `${rolesWith[may].join(', ')}${orElse ? `; ${also[orElse]}` : ''}`;
}
