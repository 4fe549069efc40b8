import { expect, it } from '@jest/globals';
import '@isegoria/content/portal';
import '@isegoria/feedback/portal';
import '@isegoria/identity/portal';
import { UnitTree, CategoryTree } from '@isegoria/portal-kit';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { MyPage } from '../my/my.page';
import '../texts';
import { StartPage } from '../start/start.page';
import { consultations } from '../testing/sample-data.fixture';

const none = { items: [], next: null, count: 0 };
const noCounts = { statuses: [], units: [], topics: [], areas: [] };
const narrowing = { chosen: {}, counts: noCounts, tree: new CategoryTree([], 'en'), units: new UnitTree([], 'Ministry', 'en') };
const nothing = { narrowing, open: [], scheduled: [], closed: [], decided: [], announcements: [], sections: [], answered: [], overdue: 0 };
const statesOn = (page: VNode) => [...renderToString(page).matchAll(/<div class="empty-state">(.*?)<\/div>/gs)].map(([, state]) => state!);

it('what is empty says so, and where to go on', () => {
  const own = {
    ...{ consultations: none, statements: none, comments: none, questions: none, reports: none, appeals: [] },
    ...{ supportedComments: none, supportedQuestions: none },
  };
  const states = [...statesOn(<StartPage {...nothing} />), ...statesOn(<MyPage {...own} cursors={() => undefined} />)];
  expect(states.length).toBeGreaterThanOrEqual(11);
  expect(states.filter((state) => !/<a [^>]*href="\/\w/.test(state))).toEqual([]);
});

it('the start page promises earlier decisions only where there are any', () => {
  const decided = consultations.filter(({ outcome }) => outcome !== null);
  expect(decided.length).toBeGreaterThan(0);
  expect(renderToString(<StartPage {...nothing} />)).not.toContain('earlier decisions');
  expect(renderToString(<StartPage {...nothing} decided={decided} />)).toContain('You can read earlier decisions below.');
});
