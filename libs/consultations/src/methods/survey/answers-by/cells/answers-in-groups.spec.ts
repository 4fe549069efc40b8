import { deepStrictEqual, ok } from 'node:assert';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atEachLevel } from '../../../../results/assurance/by-assurance.contract';
import { withoutHidden } from '../../questionnaire/conditions.pure';
import { anyAnswers, anyQuestionnaire } from '../../questionnaire/questionnaire.fixture';
import { questionsOf, type Questionnaire } from '../../questionnaire/questionnaire.pure';
import { countedChoices } from '../../results/counted-choices.read-model';
import { RecountedGroups } from '../answers-by.recount';
import { questionsThatTellApart } from '../answers-by.contract';
import { basisOf, isInSpan } from './linear.fixture';
import { answersInGroups, noAnswer, type CountsBy } from './answers-in-groups.read-model';

/** Counted one response after the other. */
function countsBy(by: string, responses: readonly (readonly string[])[]): CountsBy {
  const counts = new Map<string, Map<string, number>>();
  for (const choices of responses) {
    const row = choices.find((choice) => choice.startsWith(`${by}:`))?.slice(by.length + 1) ?? noAnswer;
    const own = counts.get(row) ?? new Map<string, number>();
    for (const choice of choices) own.set(choice, (own.get(choice) ?? 0) + 1);
    counts.set(row, own);
  }
  return counts;
}

const asked = (questionnaire: Questionnaire, question: string, responses: readonly (readonly string[])[], least: number) =>
  answersInGroups(
    questionnaire,
    questionsOf(questionnaire).find(({ id }) => id === question)!,
    countsBy(question, responses),
    least,
  );

describe('the answers of some people', () => {
  it('are shown by the platform as an auditor counts them', () => {
    let groups = 0;
    fc.assert(
      fc.property(
        anyQuestionnaire.chain((questionnaire) =>
          fc.tuple(fc.constant(questionnaire), fc.array(anyAnswers(questionnaire), { maxLength: 40 })),
        ),
        fc.integer({ min: 1, max: 4 }),
        ([questionnaire, answers], least) => {
          const responses = answers.map((one) => countedChoices(questionnaire, withoutHidden(questionnaire, one) as never));
          const said = responses.map((choices) => ({ choices: new Set(choices), people: atEachLevel(0, { email: 1 }) }));
          for (const { id } of questionsThatTellApart(questionnaire)) {
            const shown = asked(questionnaire, id, responses, least);
            deepStrictEqual(new RecountedGroups(questionnaire, id, said, 'email', least).shown(), shown);
            groups += shown.groups.length;
          }
        },
      ),
      { numRuns: 300 },
    );
    ok(groups > 50);
  });

  const choices = (ids: string) => [...ids].map((id) => ({ id, text: id }));
  const survey: Questionnaire = {
    sections: [
      {
        questions: [
          { id: 'where', kind: 'single', text: 'Where?', isRequired: false, options: choices('nsew') },
          { id: 'how', kind: 'single', text: 'How?', isRequired: false, options: choices('abc') },
          { id: 'well', kind: 'scale', text: 'How well?', isRequired: true, scale: { style: 'stars', from: 1, to: 3 } },
        ],
      },
    ],
  };

  it('cannot be worked out from all tables of a survey together, whatever is added and subtracted', () => {
    // How many people gave these three answers (the last of the first two questions: none) is what nobody knows: every figure is a sum.
    const sizes = [5, 4, 3];
    const withOneMore = (one: readonly number[], size: number) => Array.from({ length: size }, (_, at) => [...one, at]);
    const kinds = sizes.reduce<number[][]>((all, size) => all.flatMap((one) => withOneMore(one, size)), [[]]);
    const [names, ids] = [[[...'nsew'], [...'abc'], ['1', '2', '3']], ['where', 'how', 'well']];
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: kinds.length, maxLength: kinds.length }), (people) => {
        const responses = kinds.flatMap((kind, at) => {
          const given = kind.flatMap((answer, which) => {
            const name = names[which]![answer];
            return name ? [ids[which]!, `${ids[which]}:${name}`] : [];
          });
          return Array.from({ length: people[at]! }, () => ['#', ...given]);
        });
        const sumOver = (wanted: readonly (readonly [number, number])[]) =>
          kinds.map((kind) => Number(wanted.every(([which, answer]) => kind[which] === answer)));
        const isGiven = (which: number, answer: number) => kinds.some((kind, at) => kind[which] === answer && people[at]! > 0);
        const known = sizes.flatMap((size, which) => Array.from({ length: size }, (_, answer) => sumOver([[which, answer]])));
        const secret: { readonly sum: number[]; readonly what: string }[] = [];
        const shownOf = (which: number) => asked(survey, ids[which]!, responses, 10);
        for (const which of [0, 1, 2]) {
          const { groups } = shownOf(which);
          names[which]!.forEach((choice, answer) => {
            const group = groups.find((one) => one.choice === choice);
            for (const other of [0, 1, 2].filter((one) => one !== which)) {
              const question = group?.questions.find(({ id }) => id === ids[other]);
              names[other]!.forEach((value, at) => {
                const sum = sumOver([[which, answer], [other, at]]); // prettier-ignore
                const count = kinds.reduce((all, _, kind) => all + sum[kind]! * people[kind]!, 0);
                const votes = question?.choices.find((one) => one.choice === value)?.votes ?? null;
                if (votes !== null) expect(votes).toBe(count);
                if (votes !== null) known.push(sum);
                else if (count < 10 && isGiven(which, answer) && isGiven(other, at)) secret.push({ sum, what: `${choice} ${value}` });
              });
              const none = [other, names[other]!.length] as const;
              if (typeof question?.answered === 'number' && none[1] < sizes[other]!) known.push(sumOver([[which, answer], none]));
            }
          });
        }
        const basis = basisOf(known);
        for (const { sum, what } of secret) ok(!isInSpan(sum, basis), `${what} follows from ${JSON.stringify(people)}`);
      }),
      { numRuns: 150 },
    );
  });
});
