import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../../portal';
import { methods, type MethodResults } from '../../../methods/methods.contract';
import { atEachLevel } from '../../assurance/by-assurance.contract';
import type { ActivityResults } from '../../results.contract';
import { analysisAsCsv } from './analysis-file.page';
import { AnalysisPage, type AnalysisProps } from './analysis.page';
import { readFilter } from './filter.page';

const texts = textsIn('en');
const noResults = Object.assign({}, ...methods.map((method) => method.noResults)) as MethodResults;
const consultation = { id: 'c', title: 'Lake park', status: 'open', methods: [], language: 'en', summary: null, translations: [] };

/** The page and the file of an activity whose method shows nothing there. */
function shownOf(own: Partial<ActivityResults>, votes: number): string[] {
  const byAssurance = atEachLevel(0, { email: votes });
  const days = votes > 0 ? [{ day: '2026-03-01', byAssurance, office: 0 }] : [];
  const asOf = { position: 7, computedAt: '2026-03-02T12:00:00.000Z' };
  const filtered = { activityId: 'a', countsFrom: 'email', votes, votesByAssurance: byAssurance, days, ...asOf, ...noResults };
  const activity = { activityId: 'a', title: null, countsFrom: 'email', ...noResults, ...own };
  const activities = [{ activity, filtered, shown: undefined }];
  const props = { consultation, asked: readFilter({}), zone: 'UTC', activities } as unknown as AnalysisProps;
  return [renderFragment({ texts }, <AnalysisPage {...props} />), analysisAsCsv(texts, props, 'UTC')];
}

describe('results by day, level and channel', () => {
  it.each([
    ['a vote with hidden results', { method: 'poll', resultsHidden: true }, 'The results are hidden until the vote closes.'],
    ['a survey', { method: 'survey' }, 'Responses on paper and by a personal link are in no figure here'],
    ['a draft law', { method: 'document' }, 'Of this activity, this page tells only how many people took part, and when.'],
  ] as const)('say why nothing is told of %s, on the page and in the file', (_, own, why) => {
    for (const votes of [0, 3]) for (const shown of shownOf(own, votes)) expect(shown).toContain(why);
  });
});
