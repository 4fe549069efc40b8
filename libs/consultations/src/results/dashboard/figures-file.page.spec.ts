import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { languages, textsIn } from '@isegoria/texts';
import '../../portal';
import { methods, type MethodResults } from '../../methods/methods.contract';
import { dashboardFor } from '../../methods/methods.page';
import { atEachLevel } from '../assurance/by-assurance.contract';
import type { ActivityResults } from '../results.contract';
import { figuresAsCsv, figuresAsJson } from './figures-file.page';
import type { Dashboard } from './results.page';

const texts = ['=HYPERLINK("https://evil.example")', 'مترو\nإلى الميناء', 'Trams, "soon" 👩🏽‍🌾'];
const options = texts.map((text, at) => ({ id: String(at + 1), text, votes: 5 - at, byAssurance: atEachLevel(0, { email: 5 - at }) }));
const noResults = Object.assign({}, ...methods.map((method) => method.noResults)) as MethodResults;
const ids = options.map(({ id }) => id);
const nothing = { byLot: false, lots: ids, rounds: [], order: [], preferred: [], strengths: [] };

/** What the office translated. */
const wordsIn = Object.entries({ '=title': '=titre', '@title': '@activité', [texts[2]!]: '+Des trams' });
const translated = { language: 'fr', texts: new Map(wordsIn) } as const;

async function dashboardOf(method: ActivityResults['method'], own: Partial<ActivityResults>, view?: object): Promise<Dashboard> {
  const activity: ActivityResults = {
    ...{ activityId: 'a', phaseId: 'f', method, title: '@title', countsFrom: 'email', participants: 12, closed: true },
    ...{ participantsByAssurance: atEachLevel(0, { email: 12 }), votesCast: 14, votesCastByAssurance: atEachLevel(0, { email: 14 }) },
    ...{ excludedBallots: 0, late: 0, participation: [], ...noResults, options, ...own },
  };
  const results = { consultationId: 'c', position: 7, computedAt: '2026-03-02T12:00:00.000Z', activities: [activity] };
  const shown = await dashboardFor({ ask: () => Promise.resolve(view) } as never, activity, { ...results, id: 'c' });
  const consultation = { title: '=title', language: 'ar', translated, translations: [{ language: 'fr', title: '=titre', summary: null }] };
  return { consultation, results, activities: [shown] } as unknown as Dashboard;
}

/** The lines of the file but for its head, each as its option, its figure, what is counted, and its words. */
async function linesOf(method: ActivityResults['method'], own: Partial<ActivityResults>, view?: object): Promise<string[][]> {
  const [, ...lines] = parse(figuresAsCsv(textsIn('en'), await dashboardOf(method, own, view)), {}) as string[][];
  return lines.map((cells) => [cells[1]!, cells[2]!, cells[3]!, cells[9]!]);
}

const [preferred, strengths] = ['0 4 9,8 0 7,3 5 0', '0 0 9,8 0 8,0 0 0'].map((table) =>
  table.split(',').map((row) => row.split(' ').map(Number)),
) as [number[][], number[][]];
const pairs = { order: ['2', '1', '3'], preferred, strengths };
const ranked = { ...nothing, ...pairs, counting: 'schulze', winner: '2' } as const;

describe('the file of figures', () => {
  it('has the rounds of an instant runoff, each in figures and in words', async () => {
    const rounds = [
      { votes: [5, 4, 3], exhausted: 0, eliminated: '3', byLot: false },
      { votes: [7, 4, null], exhausted: 1, eliminated: null, byLot: false },
    ];
    const lines = await linesOf('ranked-vote', { ranking: { ...nothing, counting: 'instant-runoff', winner: '1', rounds } });
    expect(lines).toContainEqual([`'${texts[0]}`, 'Round 2', '7', '']);
    expect(lines).toContainEqual(['Ballots that rank none of the options that are left', 'Round 2', '1', '']);
    expect(lines.filter(([of, figure]) => figure === 'Round 2' && of === texts[2])).toEqual([]);
    const outcome = `“${texts[0]}” won in round 2: 64% of the ballots that still counted were for it (7 of 11).`;
    expect(lines[0]).toEqual(['', 'Outcome', '', outcome]);
    expect(lines.map(([, , , words]) => words)).toContain(`Round 1: “${texts[2]}” has the fewest ballots and drops out.`);
    expect(lines.filter(([, figure]) => figure === 'Place in the order of the lots')).toHaveLength(3);
  });

  it('has every comparison of the Schulze method, and the order', async () => {
    const lines = await linesOf('ranked-vote', { ranking: ranked });
    expect(lines).toContainEqual([texts[1], `Ballots that prefer it to “${texts[0]}”`, '8', '']);
    expect(lines).toContainEqual([texts[1], `Strength of its strongest path to “${texts[2]}”`, '8', '']);
    expect(lines.filter(([, figure]) => /prefer it|strongest path/.test(figure!))).toHaveLength(12);
    expect(lines).toContainEqual([`'${texts[0]}`, 'Place in the result', '2', '']);
  });

  it('has points, mean and scores, and none where there is no mean', async () => {
    const scored = ids.map((id, at) => ({ id, people: at, total: at * 3, mean: at === 0 ? null : 3, counts: [0, 0, 0, at, 0, 0] }));
    const scores = { scoring: 'mean', highestScore: 5, options: scored, winner: '2', byLot: true, lots: ids } as const;
    const lines = await linesOf('score-vote', { scores });
    expect(lines).toContainEqual([texts[2], 'Points', '6', '']);
    expect(lines).toContainEqual([texts[2], 'People who gave it 3', '2', '']);
    expect(lines).toContainEqual([`'${texts[0]}`, 'Mean', '', '']);
    expect(lines[1]![3]).toBe(`These tied for first place: ${texts[1]} and ${texts[2]}. By lot, as was stated beforehand, “${texts[1]}” came first.`);
  });

  it('has the quorum and the majority of a motion', async () => {
    const votes = (['yes', 'no', 'abstain'] as const).map((vote) => ({ vote, votes: 2, byAssurance: atEachLevel(0, { email: 2 }) }));
    const motion = { majority: 'absolute', quorum: 90, votes, ballots: 6, reachesQuorum: false, isCarried: false } as const;
    const lines = await linesOf('motion', { options: [], motion });
    expect(lines).toContainEqual(['', 'Quorum', '90', '']);
    expect(lines).toContainEqual(['', 'Ballots, abstentions included', '6', '']);
    expect(lines.find(([, figure]) => figure === 'Majority')![3]).toMatch(/^Absolute majority/);
    expect(lines.slice(0, 2).map(([, , , words]) => words)).toEqual([
      'The motion is not carried.',
      'The quorum of 90 was not reached: 6 people voted.',
    ]);
  });

  it('has the answers to a survey, and no level where they are not told apart', async () => {
    const choices = [{ choice: '1', text: '+1', votes: 11, byAssurance: null }];
    const question = { id: 'q', kind: 'scale', text: 'How much?', answered: 12, mean: 1.5, tellsApart: false, state: 'shown' } as const;
    const few = { ...question, id: 'few', text: 'Of whom?', state: 'tooFew', answered: null, mean: null } as const;
    const elsewhere = [{ choice: 'elsewhere', text: null, votes: 12, byAssurance: null }];
    const answers = [
      { ...question, answeredByAssurance: null, choices },
      { ...({ ...question, kind: 'place', text: 'Where?', mean: null } as const), answeredByAssurance: null, choices: elsewhere },
      { ...few, answeredByAssurance: null, choices: [] },
    ];
    const asked = { items: [], listed: 3, open: 1, accepted: 2, partly: 0, rejected: 0, noted: 0 };
    const file = figuresAsCsv(textsIn('en'), await dashboardOf('survey', { options: [], answers, channels: [] }, asked));
    expect(file).toContain(`"'@title","How much?","'+1","11","","","","","","","ar","'@activité","",""\r\n`);
    expect(file).toContain('"How much?","Mean","1.5",');
    expect(file).toContain('"Where?","Elsewhere","12",');
    expect(file).toMatch(/,"Accepted","2",/);
    expect(file.match(/"Of whom\?".*/g)).toEqual([expect.stringMatching(/^"Of whom\?","Answers","","","","","","","The answers to this question are not shown/)]);
  });

  it('has how many responses to a survey came without an account, each channel apart, and says why no answers are told', async () => {
    const channels = [
      { channel: 'link', responses: 3, answers: [] },
      { channel: 'paper', responses: 4, answers: [] },
    ] as const;
    const noTexts = { items: [], listed: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0 };
    const of = (answersState: 'open' | 'tooFew') => linesOf('survey', { options: [], answersState, channels, smallestGroup: 5 }, noTexts);
    const open = await of('open');
    expect(open).toContainEqual(['', 'Responses by a personal link', '3', '']);
    expect(open).toContainEqual(['', 'Responses on paper', '4', '']);
    expect(open).toContainEqual(['', 'Answers, question by question', '', expect.stringContaining('once the survey has closed')]);
    const tooFew = 'Answers are shown once 5 people have responded, so that nobody’s answers can be told.';
    expect(await of('tooFew')).toEqual(
      expect.arrayContaining([
        ['', 'Answers, question by question', '', tooFew],
        ['', 'Responses on paper', '4', tooFew],
      ]),
    );
  });

  it('has the groups of a deliberation, what sets them apart and what they agree on, and every vote', async () => {
    const tally = { agrees: 5, disagrees: 1, passes: 0 };
    const said = { ...tally, byAssurance: atEachLevel(tally), externalId: null, at: null };
    const statements = [
      { ...said, id: 's1', text: texts[0]!, status: 'pending' } as const,
      { ...said, id: 's2', text: null, status: 'rejected' } as const,
      { ...said, id: 's3', text: null, status: 'accepted' } as const,
    ];
    const representative = [{ statementId: 's1', choice: 'agree', agrees: 4, disagrees: 1, votes: 6, score: 2 }];
    const consensus = [{ statementId: 's1', score: 0.6 }];
    const groups = [{ id: 'B', participants: 6, representative }];
    const view = { participants: [{}, {}], groups, consensus, silhouette: 0.4, certainty: 0.9 };
    const map = { map: view, position: 5, participants: 8, statements: 3, needed: 7, unplaced: { tooFewVotes: 3, onlyOnRejected: 1 } };
    const statementCounts = { accepted: 1, pending: 1, rejected: 1, withdrawn: 0 };
    const lines = await linesOf('deliberation', { options: [], statements, statementCounts }, map);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['Statements', 'Rejected by a moderator', '1', ''],
        [`'${texts[0]}`, 'Agree', '5', ''],
        ['Rejected by a moderator; its votes stay counted', 'Agree', '5', ''],
        [textsIn('en').t('text.erased'), 'Agree', '5', ''],
        ['', textsIn('en').t('map.title'), '', 'Computed at log position 5'],
        ['Group B', 'People', '6', ''],
        [`'${texts[0]}`, 'Pass, Group B', '1', ''],
        [`'${texts[0]}`, 'Place among what all groups agree on', '1', ''],
        ['Not on the map: voted on fewer than 7 statements', 'People', '3', ''],
      ]),
    );
  });

  it('has what became of annotations to a draft law, of its proposals, and paragraph by paragraph', async () => {
    const counts = { annotations: 4, open: 1, accepted: 2, partly: 0, rejected: 1, noted: 0 };
    const proposals = { ...counts, annotations: 2, open: 0, accepted: 1 };
    const paragraphs = [{ ...counts, paragraph: 'p2', number: 1 }];
    const lines = await linesOf('document', { options: [] }, { ...counts, proposals, paragraphs });
    expect(lines).toEqual(
      expect.arrayContaining([
        ['The whole text', 'Annotations', '4', ''],
        ['Proposals of other words', 'Accepted', '1', ''],
        ['Proposals of other words', 'Not accepted', '1', ''],
        ['Paragraph 1', 'Open', '1', ''],
      ]),
    );
    expect(lines[0]).toEqual(['', 'Outcome', '', 'Nobody supported anything that was written to this text.']);
  });

  it('says of how many the statements and annotations are those with the most votes', async () => {
    const tally = { agrees: 5, disagrees: 1, passes: 0 };
    const words = { id: 's', externalId: null, text: 'Trams', at: null, status: 'accepted' } as const;
    const said = { ...words, ...tally, byAssurance: atEachLevel(tally) };
    const statementCounts = { accepted: 1, pending: 0, rejected: 0, withdrawn: 0 };
    const counts = (rejected: number) => ({ options: [], statements: [said], statementCounts: { ...statementCounts, rejected } });
    const nothing = { annotations: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0 };
    const map = { map: null, position: 5, participants: 8, statements: 3, needed: 7, unplaced: { tooFewVotes: 0, onlyOnRejected: 0 } };
    for (const [method, view] of [['deliberation', map], ['document', { ...nothing, proposals: nothing, paragraphs: [] }]] as const) {
      const words = async (rejected: number) => (await linesOf(method, counts(rejected), view)).map((cells) => cells[3]);
      expect(await words(1_203)).toContainEqual(expect.stringMatching(/the most (votes|support), of 1,204 in all/));
      expect((await words(0)).filter((said) => said?.startsWith('This file has'))).toEqual([]);
    }
  });

  it.each(languages)('is harmless to spreadsheets, keeps what was written, and is the same as JSON, in %s', async (language) => {
    const dashboard = await dashboardOf('ranked-vote', { ranking: ranked });
    const [head, ...lines] = parse(figuresAsCsv(textsIn(language), dashboard), {}) as string[][];
    for (const cell of [head!, ...lines].flat()) for (const line of cell.split('\n')) expect(line).not.toMatch(/^\s*[=+\-@]/);
    const json = JSON.parse(JSON.stringify(figuresAsJson(textsIn(language), dashboard))) as { figures: Record<string, unknown>[] };
    const asRead = (text: unknown) => String(text ?? '').replace(/^(?=[=+@])/, "'");
    expect(json).toMatchObject({ consultationId: 'c', title: '=title', position: 7 });
    expect(json).toMatchObject({ language: 'ar', translatedInto: ['fr'], wordsIn: language });
    const cellsOf = ({ activity, of, figure, counted, words, translated }: Record<string, unknown>) =>
      [activity, of, figure, counted, words, 'ar', ...Object.values(translated as object)].map(asRead);
    expect(json.figures.map(cellsOf)).toEqual(lines.map((cells) => [...cells.slice(0, 4), ...cells.slice(9)]));
    expect(lines.find(([, of]) => of === texts[2])!.slice(10)).toEqual(['ar', "'@activité", "'+Des trams", '']);
    expect(json.figures.map(({ of }) => of)).toEqual(expect.arrayContaining(texts));
  });
});
