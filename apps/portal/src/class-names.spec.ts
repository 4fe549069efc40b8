import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { extraStyles, printStyles, stylesheet } from '@isegoria/ui';

/** Where something stands, for scripts and tests alone; what is in a picture is drawn without a stylesheet. */
const places = ['form-row', 'map-sure', 'own-mark', 'own-name', 'picture-ground', 'picture-note', 'question'];

const pages = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('.spec.') && !name.includes('node_modules'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);
const styles = [stylesheet(), printStyles(), ...extraStyles().map(({ file }) => file)].map(({ body }) => body.toString()).join('\n');

describe('the classes of pages', () => {
  it('have a rule in a stylesheet: one without looks like a slip of the pen, as buttons did that touched each other', () => {
    const used = new Set(pages.flatMap((page) => [...page.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(/\s+/))));
    expect(used.size).toBeGreaterThan(100);
    const styled = (name: string) => new RegExp(`\\.${name}(?![\\w-])`).test(styles);
    expect([...used].filter((name) => !styled(name) && !places.includes(name)).toSorted()).toEqual([]);
  });
});
