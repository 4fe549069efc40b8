import { describe, expect, it } from '@jest/globals';
import type { AnsweredView } from '@isegoria/audit-kit';
import type { ConsultationResults } from '@isegoria/contracts';
import { numbersIn } from './reading/numbers-in';
import { checkResultsPage } from './results-page';
import { hidingClasses, visibleLines } from './reading/visible-text';

const results = {
  consultationId: 'c',
  position: 2_024,
  computedAt: '2026-03-02T12:00:00.000Z',
  skippedEvents: [],
  questions: { open: 1, answered: 2, withdrawn: 0 },
  comments: 4,
  activities: [
    {
      activityId: 'a',
      method: 'poll',
      title: null,
      participants: 1_500,
      participantsByAssurance: { verified: 1_100, unverified: 400 },
      votesCast: 1_712,
      excludedBallots: 0,
      late: 0,
      participation: [
        { day: '2026-03-02', newParticipants: 1_500, participants: 1_500, byAssurance: { verified: 1_100, unverified: 400 } },
      ],
      statements: [],
      statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 },
      options: [
        { id: '1', text: 'A pool of 50 metres', votes: 900, byAssurance: { verified: 700, unverified: 200 } },
        { id: '2', text: 'A wall', votes: 600, byAssurance: { verified: 400, unverified: 200 } },
      ],
    },
  ],
} as unknown as ConsultationResults;

const honest = `<!doctype html><html><head><title>9999</title></head><body><nav>77</nav><main>
  <p>Computed at log position 2,024 <time datetime="x">2 March 2026 at 12:00 UTC</time></p>
  <dl><div><dt>People</dt><dd>1,500</dd><dd>1,100 verified, 400 unverified</dd></div>
    <div><dt>Votes</dt><dd>1,712</dd><dd>Changed votes included</dd></div>
    <div><dt>Questions</dt><dd>3</dd><dd>2 answered, 1 waiting</dd></div><div><dt>Comments</dt><dd>4</dd></div></dl>
  <p>“A pool of 50 metres” leads: 60% of the people chose it (900 of 1,500).</p>
  <ol><li><span>A pool of 50 metres</span><svg><title>700 and 200</title></svg><strong>900 votes</strong><span>60% of people</span></li>
    <li><span>A wall</span><strong>600 votes</strong><span>40% of people</span></li></ol>
  <table><tr><th>Option</th><th>Votes</th><th>Share</th><th>Verified</th><th>Not</th></tr>
    <tr><th>A pool of 50 metres</th><td>900</td><td>60%</td><td>700</td><td>200</td></tr>
    <tr><th>A wall</th><td>600</td><td>40%</td><td>400</td><td>200</td></tr></table>
  <table><tr><td><time>2 March 2026</time></td><td>1,500</td><td>1,500</td><td>1,100</td><td>400</td></tr></table>
</main></body></html>`;

const outcome = (html: string, hiding: readonly string[] = [], views: readonly AnsweredView[] = []) => {
  try {
    checkResultsPage({ path: '/p', language: 'en', lines: visibleLines(html, new Set(hiding)) }, {}, results, views);
    return 'as it must be';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a page of results', () => {
  it('shows beside a statement the figures of the list or of the map, and of no other statement', () => {
    const list = { items: [{ id: 's', text: 'Two parties are too few.', status: 'accepted', agrees: 34, disagrees: 1, passes: 5 }] };
    const map = {
      groups: [
        {
          representative: [
            { statementId: 's', agrees: 8, disagrees: 0, votes: 9 },
            { statementId: 'r', votes: 77 },
          ],
        },
      ],
    };
    const views = [list, map].map((answer) => ({ view: {}, answer })) as unknown as AnsweredView[];
    const shown = (figures: string) =>
      outcome(honest.replace('</main>', `<ul><li>Two parties are too few. <b>${figures}</b></li></ul></main>`), [], views);
    for (const figures of ['85% agree, 40 votes', '89% agree, 9 votes']) expect(shown(figures)).toBe('as it must be');
    for (const figures of ['97% agree, 77 votes', '40% agree, 40 votes']) expect(shown(figures)).toMatch('which its figures do not make');
  });

  it('shows statements whose words nobody may read by their figures alone', () => {
    const [activity] = results.activities as unknown as [{ statements: unknown[] }];
    const waiting = { id: 's', text: null, status: 'pending', agrees: 1, disagrees: 0, passes: 0, byAssurance: { email: { agrees: 1 } } };
    activity.statements.push(waiting);
    const row = (agrees: number) => `<table><tr><th>Waiting for a moderator</th><td>${agrees}</td><td>0</td></tr></table></main>`;
    expect(outcome(honest.replace('</main>', row(1)))).toBe('as it must be');
    expect(outcome(honest.replace('</main>', row(31)))).toMatch('Waiting for a moderator 31 0');
    activity.statements.pop();
  });

  it('shows the words that wait where everybody may read them, with their figures', () => {
    const [activity] = results.activities as unknown as [{ statements: unknown[] }];
    const byAssurance = { email: { agrees: 1 } };
    activity.statements.push({ id: 's', text: 'More trams', status: 'pending', agrees: 1, disagrees: 0, passes: 0, byAssurance });
    const row = (words: string, agrees: number) => `<table><tr><th>${words}</th><td>${agrees}</td><td>0</td></tr></table></main>`;
    expect(outcome(honest.replace('</main>', row('More trams', 1)))).toBe('as it must be');
    expect(outcome(honest.replace('</main>', row('More trams', 31)))).toMatch('More trams 31 0');
    expect(outcome(honest.replace('</main>', row('Waiting for a moderator', 1)))).toMatch('does not show the figures of "More trams"');
    activity.statements.pop();
  });

  it('says a sentence that begins with the letters by which an option goes, which is no line about that option', () => {
    const [activity] = results.activities as unknown as [{ options: object[] }];
    const before = [...activity.options];
    activity.options = before.map((option, at) => ({ ...option, text: 'CV'[at] }));
    const named = honest.replaceAll('A pool of 50 metres', 'C').replaceAll('A wall', 'V');
    expect(outcome(named)).toBe('as it must be');
    expect(outcome(named.replace('<span>C</span>', '<span>C 600</span>'))).toMatch('which its figures do not make');
    activity.options = before;
  });

  it('says what the site answers', () => {
    expect(outcome(honest)).toBe('as it must be');
  });

  it.each([
    ['people beside their term', '<dd>1,500</dd>', '<dd>1,600</dd>'],
    ['people of a kind', '400 unverified', '401 unverified'],
    ['a share in a sentence', 'leads: 60%', 'leads: 61%'],
    ['votes in a sentence', '(900 of', '(901 of'],
    ['the name in a sentence', '“A pool of 50 metres” leads', '“A wall” leads'],
    [
      'who leads, with figures of its own',
      '“A pool of 50 metres” leads: 60% of the people chose it (900',
      '“A wall” leads: 40% of the people chose it (600',
    ],
    ['a name that nothing has, in a sentence', '“A pool of 50 metres” leads', '“A fence” leads'],
    [
      'who leads, without a figure',
      '“A pool of 50 metres” leads: 60% of the people chose it (900 of 1,500).',
      '“A wall” leads: more people chose it than any other.',
    ],
    [
      'who leads, in no words of ours',
      '“A pool of 50 metres” leads: 60% of the people chose it (900 of 1,500).',
      'A wall leads: most people chose it.',
    ],
    ['a name that nothing has, beside a bar', '<li><span>A pool of 50 metres</span>', '<li><span>A fence</span>'],
    [
      'a name that nothing has, in a row',
      '<th>A wall</th><td>600',
      '<th>A fence</th><td>600</td><td>40%</td></tr>\n<tr><th>A wall</th><td>600',
    ],
    ['votes beside a bar', '900 votes', '600 votes'],
    ['a share beside a bar', '40% of people</span></li></ol>', '60% of people</span></li></ol>'],
    ['votes in a table', '<td>900</td>', '<td>600</td>'],
    ['a share in a table', '<td>40%</td>', '<td>60%</td>'],
    ['the people of a day', '<td>1,100</td>', '<td>1,101</td>'],
    ['where in the log it is', 'position 2,024', 'position 2,025'],
    ['a time', '12:00 UTC', '13:00 UTC'],
    ['the name in a row', '<th>A wall</th><td>600', '<th>A fence</th><td>600'],
    ['a number that is cut in two', '<dd>1,712</dd>', '<dd>1,71<b>2</b><i>7</i></dd>'],
    ['a digit of another script', '<dd>4</dd>', '<dd>٥</dd>'],
    ['the number that is seen, beside an honest one that is not', '<dd>4</dd>', '<dd><span hidden>4</span>5</dd>'],
    ['the number, with the honest one in a comment', '<dd>4</dd>', '<dd><!-- 4 -->5</dd>'],
    ['the number, with the honest one in an attribute', '<dd>4</dd>', '<dd title="4">5</dd>'],
    ['the number, with the honest one in a template', '<dd>4</dd>', '<dd><template>4</template>5</dd>'],
    ['the number, with the honest one out of sight', '<dd>4</dd>', '<dd><span style="display: none">4</span>5</dd>'],
    ['the number, with the honest one moved away', '<dd>4</dd>', '<dd><i style="position: absolute; left: -9999px">4</i>5</dd>'],
    ['the number, as if for listeners alone', '<dd>4</dd>', '<dd><i hidden>4</i><i class="ds-sr-only" style="all: unset">5</i></dd>'],
    ['a main part, beside the honest one that is not seen', '</main>', '</main></div><main><p>Votes: 1,713</p></main>'],
    [
      'the number, by a stylesheet in the page',
      '<dd>4</dd>',
      '<style>.x { color: red; display: none }</style><dd><i class="x">4</i>5</dd>',
    ],
  ])('is found with another: %s', (_, was, is) => {
    expect(honest).toContain(was);
    expect(outcome(honest.replace(was, is))).toContain('The page /p');
  });

  it('is read where it is seen: an honest main part in something hidden is none', () => {
    const other = '</main></div><main><dl><dt>Votes</dt><dd>9</dd></dl></main>';
    const shown = honest.replace('<main>', '<div hidden><main>').replace('</main>', other);
    expect(outcome(shown)).toContain('The page /p');
  });

  it('is not read where a stylesheet hides it', () => {
    const hidden = honest.replace('<p>Computed', '<p class="print-only">Printed 8 times</p><p>Computed');
    expect(outcome(hidden)).toContain('Printed 8 times');
    expect(outcome(hidden, hidingClasses('a{b:c} .print-only, .other { display: none } @media print { .page { display: none } }'))).toBe(
      'as it must be',
    );
    expect(hidingClasses('@media print { .page, .x { display: none } .y { color: red } } .z{display:none}')).toEqual(['z']);
  });
});

describe('numbers', () => {
  it.each<[string, (number | string)[]]>([
    ['1,234 votes and 5', [1234, 5]],
    ['1\u202f234 voix, 62\u202f%', [1234, '62%']],
    ['١٬٢٣٤ صوت، ٦٢٪', [1234, '62%']],
    ['37 votes62% of people', [37, '62%']],
    ['0.714', [0.714]],
    ['none', []],
  ])('are read in %s', (text, numbers) => {
    expect(numbersIn(text).map(({ value, isPercent }) => (isPercent ? `${value}%` : value))).toEqual(numbers);
  });
});
