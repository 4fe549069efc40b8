import { describe, expect, it } from '@jest/globals';
import { check } from './check';
import { mergedPo } from './po-file';
import type { Source } from './sources';

const agree: Source = { key: 'vote.agree', text: 'Agree', file: 'apps/portal/src/votes.texts.ts', comment: 'One of three answers.' };
const pass: Source = { key: 'vote.pass', text: 'Pass', file: 'apps/portal/src/votes.texts.ts' };
/** As a translator does. */
const translated = (file: string, english: string, translation: string) =>
  file.replace(`msgid "${english}"\nmsgstr ""`, `msgid "${english}"\nmsgstr "${translation}"`);

describe('extracting', () => {
  it('gives an empty file every message, with its key, its comment and where it stands', () => {
    const file = mergedPo('', [agree, pass], 'fr');
    expect(file).toContain('"Language: fr\\n"');
    expect(file).toContain('#: apps/portal/src/votes.texts.ts\n#. One of three answers.\nmsgctxt "vote.agree"\nmsgid "Agree"\nmsgstr ""\n');
    expect(check(file, [agree, pass], 'fr')).toEqual({
      language: 'fr',
      all: 2,
      missing: ['vote.agree', 'vote.pass'],
      fuzzy: [],
      broken: [],
    });
  });

  it('keeps what was translated and what translators noted, adds what is new and drops what is gone', () => {
    const before = translated(mergedPo('', [agree], 'fr'), 'Agree', 'D’accord').replace('#: ', '# As the ministry says it.\n#: ');
    const after = mergedPo(before, [pass, agree], 'fr');
    expect(after).toContain('# As the ministry says it.\n#: apps/portal/src/votes.texts.ts');
    expect(after).toContain('msgid "Agree"\nmsgstr "D’accord"');
    expect(check(after, [pass, agree], 'fr')).toMatchObject({ missing: ['vote.pass'], fuzzy: [] });
    expect(mergedPo(after, [pass], 'fr')).not.toContain('D’accord');
    expect(mergedPo(after, [pass, agree], 'fr')).toBe(after);
  });

  it('marks as fuzzy what translates an English that has changed, and keeps that English', () => {
    const before = translated(mergedPo('', [agree], 'fr'), 'Agree', 'D’accord');
    const changed = { ...agree, text: 'I "agree"' };
    const after = mergedPo(before, [changed], 'fr');
    expect(after).toContain('#, fuzzy\n#| msgid "Agree"\nmsgctxt "vote.agree"\nmsgid "I \\"agree\\""\nmsgstr "D’accord"');
    expect(check(after, [changed], 'fr')).toMatchObject({ missing: [], fuzzy: ['vote.agree'], broken: [] });
    expect(mergedPo(after, [{ ...agree, text: 'Yes' }], 'fr')).toContain('#| msgid "Agree"\nmsgctxt "vote.agree"\nmsgid "Yes"');
  });
});

it('a changed English is fuzzy to the check also before it is extracted', () => {
  const file = translated(mergedPo('', [agree], 'fr'), 'Agree', 'D’accord');
  expect(check(file, [{ ...agree, text: 'Yes' }], 'fr')).toMatchObject({ fuzzy: ['vote.agree'] });
});
