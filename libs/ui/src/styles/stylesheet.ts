import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charts } from './charts';
import { layout } from './layout';
import { pages } from './pages';
import { paper } from './paper/paper';
import { places } from './places';
import { print } from './paper/print';
import { tables } from './tables';
import { theme } from './theme';

/** The parts of Designsystemet that pages use: all of it would be twice the bytes. */
const parts = [
  'alert',
  'breadcrumbs',
  'button',
  'details',
  'error-summary',
  'field',
  'fieldset',
  'heading',
  'input',
  'label',
  'link',
  'list',
  'skip-link',
  'table',
  'tag',
  'validation-message',
];

export interface StaticFile {
  /** The file's name with the hash of its content in it: it may be cached for ever. */
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
}

/** The stylesheet of every page, read from the installed design system and the house's own styles. */
export function stylesheet(): StaticFile {
  const require = createRequire(import.meta.url);
  const read = (name: string) => readFileSync(require.resolve(`@digdir/designsystemet-css/${name}`), 'utf8');
  const components = parts.map((part) => read(`${part}.css`)).join('\n');
  const css = [
    '@layer ds.theme, ds.base, ds.components;',
    read('theme.css'),
    `@layer ds.base {${read('base.css')}}`,
    `@layer ds.components {${components}}`,
    theme,
    layout,
    tables,
    pages,
  ].join('\n');
  return cssFile('site', css);
}

/** For paper alone. */
export const printStyles = (): StaticFile => cssFile('print', print);

/** Styles that few pages need: those on which one of the classes stands. */
export interface ExtraStyles {
  readonly file: StaticFile;
  readonly classes: ReadonlySet<string>;
}

export function extraStyles(): ExtraStyles[] {
  const everywhere = classesIn([layout, tables, pages].join('\n'));
  const own = (css: string) => new Set([...classesIn(css)].filter((name) => !everywhere.has(name)));
  return [
    { file: cssFile('charts', charts), classes: own(charts) },
    { file: cssFile('paper', paper), classes: own(paper) },
    { file: cssFile('map', `${libraryOfMaps()}${places}`), classes: new Set(['place-map']) },
  ];
}

/** Without the pictures of buttons that no map of ours has. */
function libraryOfMaps(): string {
  const css = readFileSync(createRequire(import.meta.url).resolve('leaflet/dist/leaflet.css'), 'utf8');
  return css
    .split('}')
    .filter((rule) => !rule.includes('url('))
    .join('}');
}

function classesIn(css: string): Set<string> {
  const selectors = css.replace(/\{[^{}]*\}/g, '{}');
  return new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!));
}

const cssFile = (name: string, css: string): StaticFile => hashed(name, 'css', 'text/css; charset=utf-8', Buffer.from(css));

/** Names a file by its content. */
export function hashed(name: string, extension: string, type: string, body: Buffer): StaticFile {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { name: `${name}.${hash}.${extension}`, type, body };
}
