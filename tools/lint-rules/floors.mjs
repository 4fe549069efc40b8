import { basename, join, relative, sep } from 'node:path';
import { root } from '../install.mjs';
import { namesIn } from './import-graph.mjs';

export const contexts = ['identity', 'content', 'feedback', 'consultations'];

/** What is known of others: their contracts, and nothing else. */
const contracts = [...contexts, 'read-model-contracts'];

/** What keeps a process up is for everybody. */
const everybody = ['steady'];

const browser = { packages: /^preact$/, libs: ['kernel', 'texts', 'ui', 'portal-kit', 'api-client'] };
const service = {
  packages: /^(?!preact)/,
  libs: ['kernel', 'texts', 'event-sourcing', 'messaging', 'privacy', 'projection', 'service-host'],
  floors: ['contract', 'decider', 'controller', 'service', 'policy', 'texts', 'plain', 'pure'],
};

/**
 * What stands on a floor of a context may import: which packages, which libraries of the house, and which floors of its own context. Who
 * may import contracts may import those of other contexts too.
 */
export const table = {
  contract: { packages: /^(class-validator|reflect-metadata)$/, libs: ['kernel', 'texts'], floors: ['contract', 'pure'] },
  decider: { packages: /^immutable$/, libs: ['kernel', 'texts', 'event-sourcing'], floors: ['contract', 'decider', 'plain', 'pure'] },
  recount: { libs: ['kernel', 'audit-kit'], floors: ['contract', 'recount', 'plain'] },
  'read-model': {
    packages: /^(typeorm|temporal-polyfill|node:.*)$/,
    libs: ['kernel', 'texts', 'privacy', 'projection'],
    floors: ['contract', 'read-model', 'plain', 'pure'],
  },
  controller: service,
  service,
  policy: service,
  api: {
    packages: /^(?!preact)/,
    libs: ['kernel', 'texts', 'privacy', 'projection', 'service-host', 'api-host'],
    floors: ['contract', 'read-model', 'api', 'plain', 'pure'],
  },
  page: { ...browser, floors: ['contract', 'page', 'texts', 'plain', 'pure'] },
  portal: { ...browser, packages: /^(preact|lru-cache|@nestjs\/common)$/, floors: ['contract', 'page', 'portal', 'texts', 'plain', 'pure'] },
  island: { packages: /^leaflet$/, libs: ['merkle-log'], floors: ['island', 'pure'] },
  texts: { libs: ['texts'], floors: [] },
  plain: { packages: /^(node:(crypto|url)|diff|ical-generator)$/, libs: ['kernel', 'texts'], floors: ['contract', 'texts', 'plain', 'pure'] },
  // What server and browser both do; auditors do it anew.
  pure: { libs: [], floors: ['pure'] },
};

/** The rooms at the root of a context, by which others enter it: each stands on the floor of what it lists. */
const rooms = { index: 'contract', service: 'service', 'read-models': 'read-model', api: 'api', portal: 'portal', recount: 'recount' };

/** A floor is a suffix; what has none is a plain module, but for what stands at the root. Undefined for any other name. */
export function floorOf(file) {
  const [name, suffix, ...rest] = basename(file)
    .replace(/\.tsx?$/, '')
    .split('.');
  if (rest.length > 0) return undefined;
  if (suffix) return suffix !== 'plain' && suffix in table ? suffix : undefined;
  if (!isAtRoot(file)) return 'plain';
  return name === 'contract' ? name : rooms[name];
}

/** Each file of a context keeps to its floor. */
export const floors = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: 'This name is of no floor and of no room: see tools/lint-rules/floors.mjs.',
      forbidden: 'What stands on the floor "{{ floor }}" does not import {{ name }}.',
    },
  },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    return {
      Program(program) {
        const floor = floorOf(file);
        if (!floor) return context.report({ node: program, messageId: 'unknown' });
        for (const { name, pos } of namesIn(context.sourceCode.text)) {
          if (mayImport(file, table[floor], name)) continue;
          context.report({ loc: context.sourceCode.getLocFromIndex(pos), messageId: 'forbidden', data: { floor, name } });
        }
      },
    };
  },
};

function mayImport(file, { packages, libs, floors }, name) {
  if (name.startsWith('.')) return floors.includes(floorWithin(file, `${join(file, '..', name)}.ts`));
  if (!name.startsWith('@isegoria/')) return packages?.test(name) ?? false;
  const library = name.slice('@isegoria/'.length);
  return (
    everybody.includes(library) ||
    libs.includes(library) ||
    (floors.includes('pure') && library.endsWith('.pure')) ||
    (floors.includes('contract') && contracts.includes(library) && library !== contextOf(file))
  );
}

/** Undefined for what is of another context, and for rooms: those are for who comes from outside. */
function floorWithin(file, imported) {
  return contextOf(imported) === contextOf(file) && !isRoom(imported) ? floorOf(imported) : undefined;
}

const contextOf = (file) => /^libs\/([^/]+)\//.exec(file)?.[1];
const isAtRoot = (file) => /^libs\/[^/]+\/src\/[^/]+$/.test(file);
/** Whether a file is one of the rooms of a context. */
export const isRoom = (file) => isAtRoot(file) && basename(file).replace(/\.tsx?$/, '') in rooms;
