import type { RuleBook } from '@isegoria/audit-kit';
import { eventsByContext } from '@isegoria/contracts';

const begin = '<!-- from here on written by `npm run docs` -->';
const end = '<!-- until here -->';

/** The page of the reference with the rules that an auditor judges by. @throws Error where the page has no place for them */
export function withRuleTables(page: string, books: readonly RuleBook[]): string {
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`The page of rules lacks the lines ${begin} and ${end}.`);
  const contexts = Object.entries(eventsByContext).map(([context, events]) =>
    section(
      context,
      events.map(({ type }) => type),
      books,
    ),
  );
  return `${before}${[begin, ofAll(books), ...contexts, end].join('\n\n')}${after}`;
}

function ofAll(books: readonly RuleBook[]): string {
  const rows = books.flatMap(({ ofAll: rules = [] }) => rules.map(({ name, says }) => `| \`${name}\` | ${says} |`));
  return ['## Every event', '', '| Rule | Says |', '|---|---|', ...rows].join('\n');
}

function section(context: string, types: readonly string[], books: readonly RuleBook[]): string {
  return [
    `## ${context}`,
    '',
    '| Event | Rule | Says | By the leaf |',
    '|---|---|---|---|',
    ...types.flatMap((type) => rows(type, books)),
  ].join('\n');
}

function rows(type: string, books: readonly RuleBook[]): string[] {
  return books.flatMap(({ rules }) => {
    const own = rules[type] ?? [];
    if (typeof own === 'string') return [`| \`${type}\` | none | ${own} | |`];
    return own.map(({ name, says, byLeaf }) => `| \`${type}\` | \`${name}\` | ${says} | ${byLeaf ? 'yes' : ''} |`);
  });
}
