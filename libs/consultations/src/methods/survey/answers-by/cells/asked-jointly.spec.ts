import { deepStrictEqual, ok } from 'node:assert';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assuranceLevels, rankOf, type AssuranceLevel } from '@isegoria/kernel';
import type { ActivityDrafted } from '../../../../activity/activity.contract';
import { atEachLevel, type ByAssurance } from '../../../../results/assurance/by-assurance.contract';
import { ActivityRecount } from '../../../../results/results.recount';
import type { CountedEvent } from '../../../method/method.recount';
import { holds, withoutHidden } from '../../questionnaire/conditions.pure';
import { anyAnswers, anyQuestionnaire, recorded } from '../../questionnaire/questionnaire.fixture';
import { questionsOf, type Answers, type Condition, type Question, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { countedChoices } from '../../results/counted-choices.read-model';
import { questionResults } from '../../results/question-results.read-model';
import { questionsThatTellApart } from '../answers-by.contract';
import { answersInGroups, noAnswer, type CountsBy } from './answers-in-groups.read-model';
import { basisOf, isInSpan } from './linear.fixture';

/** So many people at a level who answer alike. */
interface Alike {
  readonly answers: Answers;
  readonly level: AssuranceLevel;
  readonly people: number;
}

const choicesOf = (questionnaire: Questionnaire, { answers }: Alike) =>
  countedChoices(questionnaire, recorded(questionnaire, withoutHidden(questionnaire, answers)));

function resultsOf(questionnaire: Questionnaire, alike: readonly Alike[], least: number) {
  const tallies = new Map<string, ByAssurance<number>>();
  for (const one of alike)
    for (const choice of choicesOf(questionnaire, one)) {
      const before = tallies.get(choice) ?? atEachLevel(0);
      tallies.set(choice, { ...before, [one.level]: before[one.level] + one.people });
    }
  return questionResults({ questionnaire, smallestGroup: least }, tallies, 'email').answers;
}

describe('what several questions ask', () => {
  it('is told by the platform as an auditor counts it', () => {
    let untold = 0;
    fc.assert(
      fc.property(
        anyQuestionnaire.chain((questionnaire) => {
          const [answers, level] = [anyAnswers(questionnaire), fc.constantFrom(...assuranceLevels)];
          const alike = fc.record({ answers, level, people: fc.constant(1) });
          return fc.tuple(fc.constant(questionnaire), fc.array(alike, { maxLength: 40 }));
        }),
        fc.integer({ min: 1, max: 4 }),
        ([questionnaire, alike], least) => {
          const settings = { questionnaire, smallestGroup: least };
          const recount = new ActivityRecount({ activityId: 'a', method: 'survey', settings } as ActivityDrafted['data'], 'email');
          const metadata = { at: '2026-03-01T00:00:00.000Z' };
          const take = (type: string, data: object) =>
            recount.take({ type, data, metadata, recordedAt: metadata.at, position: 0 } as unknown as CountedEvent, false);
          alike.forEach(({ answers, level }, at) => {
            const given = recorded(questionnaire, withoutHidden(questionnaire, answers));
            take('AnswersGiven', { activityId: 'a', voter: String(at), answers: given, commitment: String(at) });
            take('ResponseSubmitted', { activityId: 'a', voter: String(at), answers: String(at), assurance: level });
          });
          const shown = resultsOf(questionnaire, alike, least);
          untold += shown.filter(({ state }) => state === 'tooFew').length;
          deepStrictEqual((recount.results(true) as unknown as { readonly answers: unknown }).answers, shown);
        },
      ),
      { numRuns: 300 },
    );
    ok(untold > 50);
  });

  it('is not told by levels where what it hangs on is not', () => {
    const people = (answers: Answers, level: AssuranceLevel, count: number): Alike => ({ answers, level, people: count });
    const alike = [
      people({ one: 'a', this: 'a', next: 'x' }, 'email', 20),
      people({ one: 'a', this: 'b' }, 'email', 20),
      // None of these three is asked the last question, which would tell what they answered to the one before.
      people({ one: 'a', this: 'b' }, 'attested', 3),
      people({ one: 'b' }, 'attested', 20),
    ];
    const shown = resultsOf({ sections: [{ questions: [one, then, asked('next', 'x', is('this', 'a'))] }] }, alike, least);
    expect(shown.map(({ answered, answeredByAssurance }) => [answered, answeredByAssurance !== null])).toEqual([
      [63, true],
      [43, false],
      [20, false],
    ]);
  });

  it('gives nothing of few people away, whatever public figures are added and taken away', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.constantFrom(...surveys), anySizes, (questions, sizes) => {
        const survey = { sections: [{ questions }] };
        const all = everybodyIn(survey);
        shown += tell(survey, all.map((one, at) => ({ ...one, people: sizes(one, at, all.length) }))); // prettier-ignore
      }),
      { numRuns: 300 },
    );
    ok(shown > 50);
  });
});

const least = 8;
const levels = ['email', 'attested'] as const satisfies readonly AssuranceLevel[];

const options = (ids: string) => [...ids].map((id) => ({ id, text: id }));
const is = (question: string, ...isAnyOf: string[]): Condition => ({ question, isAnyOf });
const asked = (id: string, ids: string, when?: Condition): Question => {
  return { id, kind: 'single', text: id, isRequired: true, options: options(ids), ...(when && { when }) };
};
const [one, other, then] = [asked('one', 'abc'), asked('other', 'ab'), asked('this', 'ab', is('one', 'a'))];
const both = asked('both', 'x', { all: [is('one', 'a'), is('other', 'a')] });
/** Surveys whose questions hang on several answers in all ways that we know of. */
const surveys: readonly (readonly Question[])[] = [
  [one, other, asked('both', 'x', { all: [is('one', 'a', 'b'), is('other', 'a')] })],
  [{ ...one, isRequired: false }, other, asked('either', 'x', { any: [is('one', 'a'), { not: is('other', 'a') }] })],
  [one, other, both, asked('more', 'x', { all: [is('one', 'a', 'b'), is('other', 'a')] })],
  [one, then, asked('that', 'ab', is('one', 'a')), asked('both', 'x', { all: [is('this', 'a'), is('that', 'a')] })],
  [one, then, asked('rest', 'x', { not: is('this', 'a') }), asked('next', 'x', is('this', 'a'))],
  [one, other, then, asked('both', 'ab', { all: [is('this', 'a'), is('other', 'a')] }), asked('next', 'x', is('both', 'a'))],
  [{ ...one, kind: 'multiple', options: options('ab') }, other, asked('any', 'x', is('one', 'a', 'b')), both],
];
/** Of those who answer alike in each way there are enough, but for some, and for those who give a rare answer. */
const anySizes = fc
  .record({
    where: fc.array(fc.nat(), { maxLength: 3 }),
    rare: fc.option(fc.tuple(fc.constantFrom('one', 'other', 'this'), fc.constantFrom(...'abc'), fc.constantFrom(...levels, undefined))),
    few: fc.infiniteStream(fc.constantFrom(0, 0, 1, 4)),
    sizes: fc.infiniteStream(fc.integer({ min: least, max: 3 * least })),
  })
  .map(({ where, rare, few, sizes }) => ({ answers, level }: Pick<Alike, 'answers' | 'level'>, at: number, of: number) => {
    const isRare = rare !== null && answers[rare[0]] === rare[1] && (rare[2] ?? level) === level;
    return (isRare || where.some((one) => one % of === at) ? few : sizes).next().value!;
  });

/** Everything that anybody may answer, at each level. */
function everybodyIn(questionnaire: Questionnaire): Pick<Alike, 'answers' | 'level'>[] {
  const asked = new Map<string, Question>();
  const all = questionsOf(questionnaire).reduce<Answers[]>(
    (some, question) => {
      asked.set(question.id, question);
      return some.flatMap((answers) => {
        if (question.when && !holds(question.when, asked, answers)) return [answers];
        const ids = question.options!.map(({ id }) => id);
        const given = question.kind === 'single' ? ids : [['a'], ['b'], ['a', 'b']];
        return [...(question.isRequired ? [] : [answers]), ...given.map((answer) => ({ ...answers, [question.id]: answer }))];
      });
    },
    [{}],
  );
  return levels.flatMap((level) => all.map((answers) => ({ answers, level })));
}

/** @returns how many questions that hang on several are told @throws where a figure of few people follows from those that are public */
function tell(questionnaire: Questionnaire, alike: readonly Alike[]): number {
  const said = alike.map((one) => new Set(choicesOf(questionnaire, one)));
  type Of = (at: number) => boolean;
  const isCounted: Of = (at) => rankOf(alike[at]!.level) >= rankOf('email');
  const sum = (...conditions: readonly Of[]) => alike.map((_, at) => Number(conditions.every((is) => is(at))));
  const says =
    (choice: string): Of =>
    (at) =>
      said[at]!.has(choice);
  const isAt =
    (level: AssuranceLevel): Of =>
    (at) =>
      alike[at]!.level === level;
  const isNot =
    (is: Of): Of =>
    (at) =>
      !is(at);
  const count = (row: readonly number[]) => row.reduce((all, one, at) => all + one * alike[at]!.people, 0);

  const questions = questionsOf(questionnaire);
  const results = resultsOf(questionnaire, alike, least);
  if (results.length === 0) return 0;
  // Who responded at which level is public.
  const open = levels.map((level) => sum(isAt(level)));
  const known = [...open];
  // Figures of one question are no secret, whether everybody is asked or whoever gave one answer.
  const accepted = [...open];
  for (const result of results) {
    if (result.state !== 'shown') continue;
    const { id, when } = questions.find((one) => one.id === result.id)!;
    const figures = [id, ...result.choices.map(({ choice }) => `${id}:${choice}`)];
    const own = figures.flatMap((figure) => [
      sum(isCounted, says(figure)),
      ...(result.answeredByAssurance ? levels.map((level) => sum(isAt(level), says(figure))) : []),
    ]);
    known.push(...own);
    if (!when || when.question) accepted.push(...own);
  }
  for (const by of questionsThatTellApart(questionnaire)) {
    for (const group of answersInGroups(questionnaire, by, countsBy(by.id), least).groups)
      for (const other of group.questions) {
        const people: Of = says(`${by.id}:${group.choice}`);
        if (other.answered !== null) known.push(sum(isCounted, people, says(other.id)));
        for (const { choice, votes } of other.choices)
          if (votes !== null) known.push(sum(isCounted, people, says(`${other.id}:${choice}`)));
      }
  }
  function countsBy(by: string): CountsBy {
    const counts = new Map<string, Map<string, number>>();
    alike.forEach(({ people }, at) => {
      if (!isCounted(at)) return;
      const row = [...said[at]!].find((choice) => choice.startsWith(`${by}:`))?.slice(by.length + 1) ?? noAnswer;
      const own = counts.get(row) ?? counts.set(row, new Map()).get(row)!;
      for (const choice of said[at]!) own.set(choice, (own.get(choice) ?? 0) + people);
    });
    return counts;
  }

  const [basis, apart] = [basisOf(known), basisOf(accepted)];
  const figures = new Set(known.map(String));
  const mustNotFollow = (row: readonly number[], what: string) => {
    const people = count(row);
    // What one answer is said to have been given by is no secret, however few these are.
    if (people === 0 || people >= least || figures.has(String(row)) || isInSpan(row, apart)) return;
    const found = () => JSON.stringify({ questionnaire, alike: alike.filter((one) => one.people > 0), results });
    if (isInSpan(row, basis)) throw new Error(`${people} people, ${what}: ${found()}`);
  };
  const ofAll = questions.filter(({ when }) => !when);
  const figuresOf = ({ id, options = [] }: Question) => [id, ...options.map((option) => `${id}:${option.id}`)];
  const things = ofAll.map((question) => figuresOf(question).flatMap((one) => [says(one), isNot(says(one))]));
  things.forEach((own, at) =>
    things.slice(at + 1).forEach((others) =>
      own.forEach((one) => others.forEach((other) => mustNotFollow(sum(isCounted, one, other), 'two answers'))),
    ),
  );
  let told = 0;
  for (const question of questions) {
    const { id, when } = question;
    if (!when) continue;
    const { state, answeredByAssurance } = results.find((one) => one.id === id)!;
    const own = figuresOf(question);
    const behind = figuresIn(when);
    if (state === 'shown' && behind.length > 1) told += 1;
    if (state === 'tooFew') for (const one of own) mustNotFollow(sum(isCounted, says(one)), `${one} is untold`);
    for (const level of answeredByAssurance ? [] : levels)
      for (const one of own) mustNotFollow(sum(isAt(level), says(one)), `${one} at ${level}`);
    // Every sum of cells of what it hangs on.
    if (behind.length < 2 || behind.length > 3) continue;
    const halved = (some: Of[][], is: Of) => some.flatMap((cell) => [[...cell, is], [...cell, isNot(is)]]);
    const ways = behind.reduce(halved, [[]]);
    const nobody = alike.map(() => 0);
    for (const isOf of [isCounted, ...levels.map(isAt)]) {
      const cells = ways.map((cell) => sum(isOf, ...cell));
      for (let chosen = 1; chosen < 2 ** cells.length - 1; chosen++) {
        const sums = cells.reduce((all, cell, at) => (chosen & (2 ** at) ? all.map((n, one) => n + cell[one]!) : all), nobody);
        mustNotFollow(sums, `cells of ${id}`);
      }
    }
  }
  return told;

  function figuresIn({ all = [], any = [], not, question, isAnyOf }: Condition): readonly Of[] {
    if (question === undefined) return [...all, ...any, ...(not ? [not] : [])].flatMap(figuresIn);
    return [isAnyOf ? (at) => isAnyOf.some((option) => says(`${question}:${option}`)(at)) : says(question)];
  }
}
