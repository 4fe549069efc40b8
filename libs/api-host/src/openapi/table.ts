import { rolesWith, type Audience } from '@isegoria/kernel';
import type { Contract } from '../contract/serves';
import { Schemas, type Schema } from './schemas';

/** The routes of the API as a table in Markdown, by address. */
export function routeTable(contracts: readonly Contract[]): string {
  const routes = [...contracts].sort((one, other) => compare(keyOf(one), keyOf(other)));
  return ['| Method | Path | For | What |', '|---|---|---|---|', ...routes.map(rowOf)].join('\n');
}

function rowOf(contract: Contract): string {
  const { method } = contract.route!;
  return `| ${method} | \`${addressOf(contract)}\` | ${audienceOf(contract.may)} | ${wordsFor(contract)} |`;
}

const addressOf = ({ route }: Contract) => route!.path.replace(/:(\w+)/g, '{$1}');
const keyOf = (contract: Contract) => `${addressOf(contract)} ${contract.route!.method}`;
const compare = (one: string, other: string) => (one < other ? -1 : 1);

/** Every role that has a permission: it counts in the unit in which it is held and in all below. */
function audienceOf(audience: Audience): string {
  if (audience === 'anyone') return 'everybody';
  if (audience === 'contribute') return 'signed in, not suspended';
  return audience === 'participate' ? 'signed in' : rolesWith[audience].join(', ');
}

function wordsFor(contract: Contract): string {
  const limit = 'atMostAMinute' in contract ? [`At most ${contract.atMostAMinute} a minute`] : [];
  const versioned = 'versionedBy' in contract ? ['Takes `If-Match`'] : [];
  return [contract.summary, ...questionsOf(contract), ...limit, ...versioned].join('. ').replaceAll('|', '\\|');
}

/** What may be asked after the question mark, but for `after`, which every query takes. */
function questionsOf(contract: Contract): string[] {
  const { route, shape } = contract;
  if (route?.method !== 'GET') return [];
  const { properties } = new Schemas().fieldsOf(shape);
  const asked = Object.entries(properties).filter(([field]) => !route.parameters.includes(field));
  return asked.map(([field, schema]) => [`\`?${field}=\``, ...valuesOf(schema)].join(' '));
}

function valuesOf({ enum: values }: Schema): string[] {
  return Array.isArray(values) ? [values.join(', ')] : [];
}
