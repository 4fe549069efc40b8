import { describe, expect, it } from '@jest/globals';
import type { AnsweredView } from '@isegoria/audit-kit';
import '@isegoria/consultations/portal';
import { dashboardFor } from '@isegoria/consultations/methods/methods.page';
import {
  atEachLevel,
  beside,
  eachLevel,
  listOfficialAnswers,
  methods,
  noTexts,
  showCoverage,
  showTextCoverage,
  type ActivityResults,
  type ByAssurance,
  type CoverageView,
  type ConsultationResults,
  type TextCoverage,
} from '@isegoria/contracts';
import { renderFragment } from '@isegoria/portal-kit';
import { languages, textsIn } from '@isegoria/texts';
import { visibleLines } from './reading/visible-text';
import { cases, counted } from './results-of-methods.fixture';
import { checkResultsPage } from './results-page';

/** What a method shows, below the figures that every page of results begins with. */
async function shown(results: ConsultationResults, language: string, coverage?: object): Promise<string> {
  const [activity] = results.activities as [ActivityResults];
  const answers = new Map<unknown, object | undefined>([
    [showCoverage, coverage],
    [showTextCoverage, coverage ?? noTexts],
    [listOfficialAnswers, { items: [], next: null, count: 0 }],
  ]);
  const api = { ask: (asked: unknown) => Promise.resolve(answers.get(asked)) } as never;
  const { Finding = () => null, Results } = await dashboardFor(api, activity, { id: 'c', ...results });
  const { number } = textsIn(language);
  const others = beside(activity.participantsByAssurance, activity.countsFrom);
  const headlines = [activity.participants, ...(others > 0 ? [others] : []), activity.votesCast, 3, results.comments];
  const figures = (
    <>
      <dl>
        {headlines.map((figure) => (
          <div key={figure}>
            <dt>-</dt>
            <dd>{number(figure)}</dd>
          </div>
        ))}
      </dl>
      <Finding />
      <Results />
    </>
  );
  return `<html lang="${language}"><main>${renderFragment({ texts: textsIn(language) }, figures)}</main></html>`;
}

const judged = (html: string, language: string, results: ConsultationResults, coverage?: CoverageView | TextCoverage) => {
  try {
    const name = results.activities[0]!.method === 'survey' ? 'text coverage' : 'coverage';
    const views = coverage ? [{ view: { ...view, name }, answer: coverage }] : [];
    checkResultsPage({ path: '/p', language, lines: visibleLines(html, new Set()) }, {}, results, views);
    return 'as it must be';
  } catch (error) {
    return (error as Error).message;
  }
};

const view = { name: 'coverage', activityId: 'a' } as unknown as AnsweredView['view'];
const answered = { answer: null, annotations: 9, open: 1, accepted: 1, partly: 0, rejected: 3, noted: 3, withParagraph: 1 };
const coverage: CoverageView = {
  ...{ activityId: 'a', position: 2_024, annotations: 30, open: 3, accepted: 11, partly: 0, rejected: 7, noted: 7, withParagraph: 2 },
  proposals: { annotations: 12, open: 2, accepted: 4, partly: 0, rejected: 6, noted: 0, withParagraph: 0 },
  paragraphs: [
    {
      ...{ paragraph: 'p2', number: 1, answer: 'partly', annotations: 12 },
      ...{ open: 1, accepted: 9, partly: 0, rejected: 1, noted: 1, withParagraph: 0 },
    },
    { paragraph: 'p3', number: null, ...answered },
    { paragraph: 'p7', number: null, ...answered },
  ],
};

describe('how much of a draft law is answered, on the page of results', () => {
  const law = counted({ method: 'document', options: [] });

  const figures = [['At most 50 of 100.', '10,000 people', true], ['25', '20', false], ['Who pays 30?', null, true]] as const;
  const proposals = (first: string) =>
    figures.map(([text, words, leavesOut]) => {
      const votes = { agrees: text === first ? 90 : 3, disagrees: 0, passes: 0 };
      const selected = words && { exact: words, prefix: '', suffix: '', start: 7, end: 8 };
      const at = { paragraph: 'p2', version: 1, replaces: true, leavesOut, words: selected };
      return { id: text, externalId: null, status: 'accepted', text, at, ...votes, byAssurance: atEachLevel(votes) } as const;
    });
  it.each(languages.flatMap((language) => figures.map(([first]) => [language, first] as const)))(
    'is what the site answers, also where proposals look like figures, in %s, first of them %j',
    async (language, first) => {
      const of = counted({ ...law.activities[0], statements: proposals(first) });
      const page = await shown(of, language, coverage);
      expect(judged(page, language, of, coverage)).toBe('as it must be');
      for (const [was, is] of [[/10,000(?= people)/g, '20,000'], [/(?<=numeric">)90(?=<)/, '7']] as const)
        expect(judged(page.replace(was, is), language, of, coverage)).toMatch(/which its figures do not make|does not show/);
    },
  );

  it('is nothing where nobody wrote to it', async () => {
    const none = { ...coverage, annotations: 0, open: 0, accepted: 0, rejected: 0, noted: 0, withParagraph: 0, paragraphs: [] };
    const html = await shown(law, 'en', none);
    expect(html).not.toContain('Answers to annotations');
    expect(judged(html, 'en', law, none)).toBe('as it must be');
  });

  it.each([
    ['the sentence', 'has answered 27 of', 'has answered 30 of'],
    ['what is open', '3 are open', '0 are open'],
    ['what has the answer of its paragraph', 'its paragraph</th><td class="numeric">2<', 'its paragraph</th><td class="numeric">3<'],
    ['a row of the table', '>Not accepted</th><td class="numeric">7<', '>Not accepted</th><td class="numeric">5<'],
    ['what became of proposals', '>7</td><td class="numeric">6<', '>7</td><td class="numeric">1<'],
    ['two rows of the table that are turned round', /Accepted(<\/th><td class="numeric">11<.*?)>Open</s, 'Open$1>Accepted<'],
    ['a row of a paragraph', '>12</td><td class="numeric">9<', '>9</td><td class="numeric">12<'],
    ['what was left out', '>18</td><td class="numeric">2<', '>9</td><td class="numeric">1<'],
  ])('is refused with another figure in %s', async (_, was, is) => {
    const html = await shown(law, 'en', coverage);
    const altered = html.replace(was, is);
    expect(altered).not.toBe(html);
    expect(judged(altered, 'en', law, coverage)).toMatch(/does not (say|show)|which its figures do not make/);
  });
});

describe('the page of results of a survey whose texts an office answers', () => {
  const survey = cases['a survey whose levels have few people'];
  const coverage: TextCoverage = {
    ...{ activityId: 'a', position: 2_024, state: 'shown' },
    ...{ listed: 40, open: 28, accepted: 5, partly: 4, rejected: 2, noted: 1 },
  };

  it.each(languages)('says how many are answered, and how, in %s', async (language) => {
    const html = await shown(closed(survey), language, coverage);
    expect(judged(html, language, closed(survey), coverage)).toBe('as it must be');
    if (language === 'en') expect(html).toContain('The ministry has answered 12 of 40 listed texts.');
    const silent = await shown(closed(survey), language);
    expect(judged(silent, language, closed(survey), coverage)).toMatch(/does not say/);
  });
});

const closed = (results: ConsultationResults): ConsultationResults => ({
  ...results,
  activities: results.activities.map((activity) => ({ ...activity, closed: true })),
});

describe('the page of results that the portal draws', () => {
  it.each(Object.entries(cases).flatMap(([of, results]) => languages.map((language) => [of, language, closed(results)] as const)))(
    'says of %s what its figures make once it is closed, in %s',
    async (_, language, results) => expect(judged(await shown(results, language), language, results)).toBe('as it must be'),
  );

  const ofAll = Object.keys(cases) as (keyof typeof cases)[];
  it.each(ofAll)('is refused where it says of %s that is open what it would say once closed', async (of) => {
    const [open, over] = [await shown(cases[of], 'en'), await shown(closed(cases[of]), 'en')];
    // A survey has no outcome, and a score vote without points has none either way.
    if (open === over) return expect(of).toMatch(/survey|gave a score/);
    expect(judged(over, 'en', cases[of])).toMatch(/does not say|which its figures do not make/);
  });

  it('never gives all ballots to one of two that are tied', async () => {
    expect(await shown(cases['an instant runoff of two that are tied'], 'en')).not.toMatch(/100% of the ballots|more than half/);
  });

  it.each(Object.entries(cases).flatMap(([of, results]) => languages.map((language) => [of, language, results] as const)))(
    'says of %s what its figures make, in %s',
    async (_, language, results) => expect(judged(await shown(results, language), language, results)).toBe('as it must be'),
  );

  it('shows no answers of a survey that the log has not closed, whatever else it says', async () => {
    const open = cases['a survey that is open'];
    const html = await shown(open, 'en');
    const answers = '<p>Mean: 1.38</p><p>100 people answered</p>';
    expect(judged(html.replace('</main>', `${answers}</main>`), 'en', open)).toMatch(/which its figures do not make/);
  });

  it('says no level of anybody where levels are not told apart', async () => {
    const html = await shown(cases['a survey whose levels have few people'], 'en');
    expect(html.slice(html.indexOf('How far do you trust it?'))).not.toContain('E-mail confirmed');
  });

  it.each([
    ['another winner', 'an instant runoff', /Knoxville(.{1,20} comes first in round)/s, 'Memphis$1'],
    ['another share', 'an instant runoff', '58% of the ballots', '59% of the ballots'],
    ['another round that decides', 'an instant runoff', 'first in round 3', 'first in round 2'],
    ['another option that drops out', 'an instant runoff', /Chattanooga(.{1,20} has the fewest)/s, 'Knoxville$1'],
    ['other ballots in a round', 'an instant runoff', '>32<', '>33<'],
    ['other ballots that are exhausted', 'an instant runoff', /(none of the options that are left<[^0-9]*>)0</, '$15<'],
    ['another winner of the pairs', 'a Schulze count', /Nashville(.{1,20} comes first: compared)/s, 'Memphis$1'],
    ['another comparison', 'a Schulze count', '>83<', '>17<'],
    ['another option that the lot prefers', 'a poll with a tie by lot', /Chattanooga(.{1,20} comes first\.)/s, 'Memphis$1'],
    ['another option that is tied', 'a poll with a tie by lot', /(first place: .*?)Memphis/s, '$1Bristol'],
    ['another order of the lots', 'a poll with a tie by lot', /(in which the earlier .*?)Memphis(.*?)Knoxville/s, '$1Knoxville$2Memphis'],
    ['another order of the lots', 'a score vote by total, with a tie', /(in which the earlier .*?)Nashville/s, '$1Memphis'],
    ['another option that no other beats', 'a tie by lot', /(no other option beats: .*?)Chattanooga/s, '$1Memphis'],
    ['no order of the lots', 'a tie by lot', /The lots were drawn.*?<\/p>/s, '</p>'],
    ['another option that ties in a round', 'an instant runoff with a lot on the way', /(these have the fewest .*?)Chattanooga/s, '$1Memphis'],
    ['another outcome', 'a motion without two thirds', 'the motion would not be', 'the motion would be'],
    ['another share of yes and no', 'a motion without two thirds', '58% of those', '68% of those'],
    ['another majority', 'a motion without two thirds', 'two thirds are needed', 'more than half is needed'],
    ['another quorum', 'a motion without two thirds', 'quorum of 90', 'quorum of 80'],
    ['a quorum that is reached', 'a motion with more yes than no and no quorum', 'is not reached', 'is reached'],
    ['other votes in the table', 'a motion without two thirds', '>37<', '>36<'],
    ['other votes in the chart', 'a motion without two thirds', '37 votes', '38 votes'],
    ['another share in the chart', 'a motion without two thirds', '37% of the people', '38% of the people'],
    ['no word of a lot that decided', 'a tie by lot', 'first by lot, as was stated beforehand', 'first'],
    ['no word of a lot on the way', 'an instant runoff with a lot on the way', /On the way.*?dropped out\./, ''],
  ] as const)('is refused with %s', async (_, of, what, instead) => {
    const results = cases[of];
    const html = await shown(results, 'en');
    const altered = html.replace(what, instead);
    expect(altered).not.toBe(html);
    expect(judged(altered, 'en', results)).toMatch(/does not (say|show)|which its figures do not make/);
  });
});

/** The same of an activity that counts from a surer level, to which others came as well: three at one level below it, two at another. */
function withPeopleBelow(results: ConsultationResults): ConsultationResults {
  const isLevels = (value: object): value is ByAssurance<number> => typeof (value as ByAssurance<unknown>).anonymous === 'number';
  const raised = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(raised);
    if (isLevels(value)) return eachLevel((level) => ({ ...value, attested: value.email, email: 3, anonymous: 2 })[level]);
    return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, raised(own)]));
  };
  const { activities } = raised(results) as ConsultationResults;
  return { ...results, activities: activities.map((activity) => ({ ...activity, countsFrom: 'attested' })) };
}

describe('the page of results of an activity in which people take part whom its headline figures do not count', () => {
  const below = Object.entries(cases).map(([of, results]) => [of, withPeopleBelow(results)] as const);
  const besides = /5 of 5 participants/;

  it.each(below)('says of %s what the figures make of these people', async (_, results) => {
    for (const language of languages) expect(judged(await shown(results, language), language, results)).toBe('as it must be');
  });

  it('is looked at for every method whose charts tell these people apart', () => {
    const asked = below.map(([, { activities }]) => activities[0]!.method);
    expect(methods.map(({ method }) => method).filter((method) => !asked.includes(method))).toEqual(['deliberation', 'document']);
  });

  it.each(below)('is refused with other people beside %s', async (_, results) => {
    const html = await shown(results, 'en');
    const [{ options, motion, resultsHidden }] = results.activities as [ActivityResults];
    expect(besides.test(html)).toBe(options.length > 0 || (motion !== null && motion !== undefined && !resultsHidden));
    if (!besides.test(html)) return;
    for (const instead of ['3 of 5 participants', '5 of 100 participants', '15 of 5 participants', ''])
      expect(judged(html.replace(besides, instead), 'en', results)).toMatch(/does not say|which its figures do not make/);
  });
});
