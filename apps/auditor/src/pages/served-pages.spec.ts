import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listOfficialActions, showConsultation } from '@isegoria/contracts';
import { inEnglish } from '@isegoria/texts';
import type { Source } from '../source/source';
import { Pages } from './pages';

const officials = '<html lang="en"><main><h1>What officials did</h1></main></html>';
const consultation = {
  ...{ id: 'c', title: 'Buses', description: '', phases: [], activities: [], dateChanges: [], participants: 0 },
  ...{ opensAt: null, closesAt: null },
  ...{ closedEarlyAt: null, closedEarlyReason: null, cancellation: null, review: null, outcome: null },
};
const about = '<html lang="en"><main><h1>Buses</h1><p><span>Nobody has taken part yet</span></p></main></html>';

async function refusing(pages: Readonly<Record<string, string>>): Promise<Pages> {
  const page = (path: string) => Promise.resolve(pages[path.split('?')[0]!]?.replace('"en"', path.includes('lang=') ? '"en-GB"' : '"en"'));
  const checking = new Pages({ isLive: false, page, optional: () => Promise.resolve(undefined) } as unknown as Source);
  const answers = new Map<object, unknown>([
    [showConsultation, consultation],
    [listOfficialActions, { items: [] }],
  ]);
  await checking.checkWords((query) => (answers.has(query) ? [['/api', answers.get(query)]] : []));
  return checking;
}

describe('the pages that a site serves', () => {
  it('are named as not checked where it serves none', async () => {
    const pages = await refusing({});
    expect(() => pages.refuse()).not.toThrow();
    expect(pages.notChecked()).toEqual(['4 pages that the site does not serve here']);
  });

  it('are missing where it serves others beside them', async () => {
    const pages = await refusing({ '/transparency/officials': officials });
    expect(() => pages.refuse()).toThrow('no page at /consultations/c');
  });

  it.each([
    ['a place of its own', about.replace('<main>', '<main style="position:absolute;left:-99em">')],
    ['a style around its main part', about.replace('<main>', '<div style="top:0"></div><main>')],
    ['a stylesheet of its own', about.replace('<main>', '<style>main{left:-99em}</style><main>')],
  ])('have no style of their own: %s', async (_, html) => {
    const pages = await refusing({ '/transparency/officials': officials, '/consultations/c': html });
    expect(() => pages.refuse()).toThrow('a style of its own');
  });
});

describe('the words that pages must say', () => {
  const clone = join(import.meta.dirname, '../../../..');
  const translated = readFileSync(join(clone, 'libs/texts/po/fr.po'), 'utf8');
  const listed = [...translated.matchAll(/^msgctxt "([^"]+)"$/gm)].map(([, name]) => name!);
  const below = (folder: string) =>
    readdirSync(join(clone, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const recounts = below('libs').filter((file) => file.endsWith('.recount.ts'));
  const sources = [...recounts, ...below('apps/auditor/src').filter((file) => /(?<!\.spec|\.fixture)\.ts$/.test(file))];
  /** Each text that is written in single quotes, or begins a template: names that a part of it completes are all that begin so. */
  const namedIn = (source: string) =>
    [...source.matchAll(/(says: )?(?:'([\w-]+(?:\.[\w-]+)+)'|`([\w-]+\.[\w.-]*)\$\{)/g)].flatMap(([, says, whole, start]) => {
      if (start !== undefined) return listed.filter((name) => name.startsWith(start));
      return says || listed.includes(whole!) ? [whole!] : [];
    });
  const named = [...new Set(sources.flatMap((file) => namedIn(readFileSync(join(clone, file), 'utf8'))))];

  it('are of lists that are read with what checks them', () => {
    expect(named).toEqual(expect.arrayContaining(['quota.beyond', 'channel.link', 'answerOwed.due']));
    expect(named.filter((name) => !isRead(name))).toEqual([]);
  });
});

function isRead(name: string): boolean {
  try {
    return inEnglish(name) !== '';
  } catch {
    return false;
  }
}
