import { describe, expect, it } from '@jest/globals';
import { listOfficialActions, showConsultation } from '@isegoria/contracts';
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
