import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { constraintTexts } from './rejection.texts';

const root = join(import.meta.dirname, '../../..');

/** The constraints that rules name, wherever they are. */
function constraintsNamed(): string[] {
  const files = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/[.-]spec\.tsx?$|node_modules/.test(file));
  const named = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bconstraint: '(\w+)'/g)].map(([, name]) => name!));
  return [...new Set(named)].sort();
}

describe('what is wrong with a field', () => {
  it('is said in a sentence of its own, whichever rule found it', () => {
    const named = constraintsNamed();
    expect(named).toContain('isOfProposal');
    expect(named.filter((name) => !(`constraint.${name}` in constraintTexts))).toEqual([]);
  });
});
