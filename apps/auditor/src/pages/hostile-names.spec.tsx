import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import '@isegoria/consultations/portal';
import { dashboardFor } from '@isegoria/consultations/methods/methods.page';
import { Figures, ResultsPage } from '@isegoria/consultations/results/dashboard/dashboards.portal';
import { atEachLevel, type ConsultationResults, type ConsultationView } from '@isegoria/contracts';
import { renderFragment } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import { inOneLine, visibleLines } from './reading/visible-text';
import { counted } from './results-of-methods.fixture';
import { checkResultsPage } from './results-page';

/** What a consultation, its activities and their options are called. */
interface Names {
  readonly title: string;
  readonly summary: string;
  readonly activities: readonly { readonly title: string | null; readonly options: readonly string[] }[];
}

const ranked = ({ length }: readonly string[]) => {
  const pairs = Array.from({ length }, (_, row) => Array.from({ length }, (__, column) => (row === column ? 0 : row < column ? 58 : 42)));
  const order = pairs.map((_, at) => `1 ${at}`);
  const ranking = { ...none, counting: 'schulze', winner: order[0]!, order, preferred: pairs, strengths: pairs } as const;
  return counted({ ranking }).activities[0]!;
};
const none = { rounds: [], lots: [], byLot: false } as const;

/** Polls, but for the second, with 42, 26, 15 votes and so on, of 100 people each. */
function site({ title, summary, activities }: Names) {
  const votes = [42, 26, 15, 17];
  const results: ConsultationResults = {
    ...counted({}),
    activities: activities.map((names, index) => ({
      ...(index === 1 ? ranked(names.options) : counted({ method: 'poll' }).activities[0]!),
      activityId: `activity-${index}`,
      title: names.title,
      options: names.options.map((text, at) => ({
        ...{ id: `${index} ${at}`, text, votes: votes[at]!, byAssurance: atEachLevel(0, { email: votes[at]! }) },
      })),
    })),
  };
  const consultation = {
    ...{ id: 'c', title, summary, language: 'en', status: 'closed', methods: ['poll'], translations: [], participants: 100, themes: 0 },
    ...{ answer: { state: 'none', dueAt: null, laterDate: null }, milestonesOverdue: 0 },
    activities: results.activities.map((activity) => ({ id: activity.activityId, title: activity.title, settings: {} })),
  } as unknown as ConsultationView;
  return { results, consultation };
}

type Site = ReturnType<typeof site>;

async function drawn({ results, consultation }: Site, language: string): Promise<string> {
  const texts = textsIn(language);
  const api = { ask: () => Promise.reject(new Error('A poll asks nothing.')) } as never;
  const activities = await Promise.all(results.activities.map((activity) => dashboardFor(api, activity, { id: 'c', ...results })));
  const figures = renderFragment({ texts }, <Figures {...{ consultation, results, activities }} />);
  const page = <ResultsPage {...{ consultation, results, activities, figures }} steps={[]} />;
  return `<html lang="${language}"><main>${renderFragment({ texts }, page)}</main></html>`;
}

const judged = (html: string, language: string, { consultation, results }: Site) => {
  try {
    checkResultsPage({ path: '/p', language, lines: visibleLines(html, new Set()) }, consultation, results, []);
    return 'as it must be';
  } catch (error) {
    return (error as Error).message;
  }
};

/** Digits, single characters, what is empty once it is bare, what is a figure or the words of one, what is the beginning of another. */
const hostile = [
  ...['2030', '2031', 'R2', '2/3', '1', '10', '100', '0', '42', '26', '42%', '60 %', '1,000', '1 000', '2.5', '٤٢', '٪', '4', '42 votes'],
  ...['+', '+1', '-1', '👍', '👎', '…', '·', '"', '“2”', 'A', 'a', 'Poll', 'Poll 2', '2030 Poll', 'No', 'Option', 'Votes', '3 of 5'],
  ...['2030 budget', 'budget 2030', '2 March 2026', '42 votes 42% of people', '100 people', '<b>7</b>', '[7](x)', '&amp;', 'صوت واحد'],
];
const plain: Names = {
  title: 'Buses',
  summary: 'How often?',
  activities: [
    { title: '2030', options: ['Often', 'Never', '+1', '-1'] },
    { title: 'Trams', options: ['Red', 'Green'] },
  ],
};

/** The first words of what a page says of itself. */
const beginnings = async (language: string) =>
  visibleLines(await drawn(site(plain), language), new Set())
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => [1, 2, 3].map((words) => cell.split(' ').slice(0, words).join(' ')))
    .filter((words) => !/\p{Nd}/u.test(words));

function namesFrom(words: readonly string[]): fc.Arbitrary<Names> {
  const digits = fc.string({ unit: fc.constantFrom(...'0129.,%/ AR·"'), minLength: 1, maxLength: 6 });
  const name = fc.oneof(fc.constantFrom(...hostile), fc.constantFrom(...words), digits).map((text) => inOneLine(text) || '7');
  const options = fc.uniqueArray(name, { minLength: 2, maxLength: 4 });
  const activities = fc.array(fc.record({ title: fc.option(name), options }), { minLength: 1, maxLength: 3 });
  return fc.record({ title: name, summary: name, activities });
}

describe('the page of results of what has names that look like figures', () => {
  it.each(languages)('is as it must be, whatever they are, in %s', async (language) => {
    await fc.assert(
      fc.asyncProperty(namesFrom(await beginnings(language)), async (names) => {
        const of = site(names);
        expect(judged(await drawn(of, language), language, of)).toBe('as it must be');
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['another name in the list of activities', '>2030</bdi></a>', '>2031</bdi></a>'],
    ['a figure behind a name in that list', '>2030</bdi></a>', '>2030 12</bdi></a>'],
    ['another name above its figures', '>2030</bdi></h2>', '>2031</bdi></h2>'],
    ['another name beside a picture', '· <bdi lang="en" dir="ltr">2030<', '· <bdi lang="en" dir="ltr">2031<'],
    ['a name as the figure of another', '>26<', '>2030<'],
    ['the name of an option as the figure of another', '>26<', '>1<'],
    ['a name as the figure of a term', '<dt>Votes</dt><dd>117<', '<dt>Votes</dt><dd>2030<'],
    ['the figures of two options that differ in a sign', /-1(<.{1,60}>)17(<.*?\+1<.{1,60}>)15</s, '-1$115$217<'],
    ['an option as the figure of a note', 'Changed votes included', '+1'],
  ])('is found with %s', async (_, was, is) => {
    const of = site(plain);
    const page = await drawn(of, 'en');
    expect(page).not.toBe(page.replace(was, is));
    expect(judged(page, 'en', of)).toBe('as it must be');
    expect(judged(page.replace(was, is), 'en', of)).toContain('The page /p');
  });
});
