import fc from 'fast-check';
import type { RecordedAnswers } from '../response/response.contract';
import {
  questionKinds,
  questionsOf,
  type Answer,
  type Answers,
  type Condition,
  type FileAnswer,
  type Question,
  type Questionnaire,
} from './questionnaire.pure';

const options = fc
  .integer({ min: 2, max: 4 })
  .map((count) => Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: `Option ${at}` })));

/** A question of any kind, without a condition. */
function anyQuestion(id: string): fc.Arbitrary<Question> {
  return fc
    .record({
      kind: fc.constantFrom(...questionKinds),
      isRequired: fc.boolean(),
      options,
      hasOther: fc.boolean(),
      from: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ kind, isRequired, from, ...choices }) => {
      const question = { id, kind, text: `Question ${id}?`, isRequired };
      switch (kind) {
        case 'single':
        case 'multiple':
          return { ...question, ...choices };
        case 'matrix':
          return {
            ...question,
            options: choices.options,
            rows: [
              { id: 'r1', text: 'Row 1' },
              { id: 'r2', text: 'Row 2' },
            ],
          };
        case 'ranking':
          return { ...question, options: choices.options };
        case 'scale':
          return { ...question, scale: { style: 'numbers', from, to: 5 } };
        default:
          return question;
      }
    });
}

/** A condition on one of these questions, as deep as conditions may be. */
export function anyCondition(before: readonly Question[], depth = 1): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...before).chain(leafAbout);
  if (depth === 4) return leaf;
  const inner = fc.array(anyCondition(before, depth + 1), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: inner.map((all) => ({ all })) },
    { weight: 1, arbitrary: inner.map((any) => ({ any })) },
    { weight: 1, arbitrary: anyCondition(before, depth + 1).map((not) => ({ not })) },
  );
}

function leafAbout({ id, kind, options: offered = [], hasOther }: Question): fc.Arbitrary<Condition> {
  const answered = fc.boolean().map((isAnswered) => ({ question: id, isAnswered }));
  const known = [...offered.map((option) => option.id), ...(hasOther ? ['other'] : [])];
  const end = fc.integer({ min: 0, max: 6 });
  switch (kind) {
    case 'single':
    case 'multiple':
      return fc.oneof(
        answered,
        fc.uniqueArray(fc.constantFrom(...known), { minLength: 1 }).map((isAnyOf) => ({ question: id, isAnyOf })),
      );
    case 'scale':
    case 'number':
      return fc.oneof(
        answered,
        end.map((atLeast) => ({ question: id, atLeast })),
        end.map((atMost) => ({ question: id, atMost })),
        fc.tuple(end, fc.nat(3)).map(([atLeast, more]) => ({ question: id, atLeast, atMost: atLeast + more })),
      );
    default:
      return answered;
  }
}

/** Questions with conditions that look back, of which some may never hold. */
const anyQuestions = (most: number, ofAny = anyQuestion): fc.Arbitrary<Question[]> =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => ofAny(`q${at}`))))
    .chain((questions) =>
      fc.tuple(
        ...questions.map((question, at) =>
          at === 0
            ? fc.constant(question)
            : fc.option(anyCondition(questions.slice(0, at)), { nil: undefined }).map((when) => (when ? { ...question, when } : question)),
        ),
      ),
    );

export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = anyQuestions(8).chain((questions) =>
    fc.nat(questions.length - 1).map((half) => ({
      sections: [questions.slice(0, half), questions.slice(half)].filter(({ length }) => length > 0).map((own) => ({ questions: own })),
    })),
  );

/** As small as all answers to it can be tried; with bounds. */
export const anySmall: fc.Arbitrary<Questionnaire> = anyQuestions(3, (id) =>
  fc.tuple(anyQuestion(id), fc.nat(3), fc.nat(3)).map(([question, least, more]) => {
    const { kind, options: offered = [], hasOther } = question;
    if (kind === 'number') return { ...question, atLeast: least, atMost: least + more };
    if (kind !== 'multiple') return question;
    const most = offered.length + (hasOther ? 1 : 0);
    return { ...question, atLeast: Math.min(most, least + 1), atMost: Math.min(most, least + 1 + more) };
  }),
).map((questions) => ({ sections: [{ questions }] }));

/** All answers to a question that conditions may tell apart, none among them where none is needed. */
export function everyAnswer(question: Question): readonly (Answer | undefined)[] {
  const { kind, isRequired, options: offered = [], hasOther, scale, atLeast = 1, atMost = 9 } = question;
  const none = isRequired ? [] : [undefined];
  const ids = offered.map(({ id }) => id);
  const own = { options: [], other: 'Something else' };
  const steps = (from: number, to: number, by: number) => Array.from({ length: (to - from) / by + 1 }, (_, at) => from + at * by);
  switch (kind) {
    case 'single':
      return [...none, ...ids, ...(hasOther ? [own] : [])];
    case 'multiple': {
      const sets = steps(0, 2 ** ids.length - 1, 1).map((bits) => ids.filter((_, at) => bits & (1 << at)));
      const all = [...sets, ...(hasOther ? sets.map((set) => ({ ...own, options: set })) : [])];
      const sizeOf = (set: Answer) => (Array.isArray(set) ? set.length : (set as typeof own).options.length + 1);
      return [...none, ...all.filter((set) => sizeOf(set) >= Math.max(1, atLeast) && sizeOf(set) <= atMost)];
    }
    case 'scale':
      return [...none, ...steps(scale!.from, scale!.to, 1)];
    case 'number':
      return [...none, ...steps(atLeast, atMost, 0.5)];
    default:
      return [...none, ...fc.sample(anyAnswer(question), { numRuns: 1, seed: 1 })];
  }
}

/** A right answer to a question. */
export function anyAnswer({ kind, options: offered = [], rows = [], hasOther, scale }: Question): fc.Arbitrary<Answer> {
  const ids = offered.map(({ id }) => id);
  const own = hasOther ? [fc.constant<Answer>({ options: [], other: 'Something else' })] : [];
  switch (kind) {
    case 'single':
      return fc.oneof(fc.constantFrom(...ids), ...own);
    case 'multiple':
      return fc.oneof(fc.subarray(ids, { minLength: 1 }), ...own);
    case 'ranking':
      return fc.shuffledSubarray(ids, { minLength: ids.length });
    case 'scale':
      return fc.integer({ min: scale!.from, max: scale!.to });
    case 'number':
      return fc.integer({ min: 0, max: 9 });
    case 'matrix':
      return fc.record(Object.fromEntries(rows.map(({ id }) => [id, fc.constantFrom(...ids)])), { noNullPrototype: true });
    case 'date':
      return fc.constant('2026-03-01');
    case 'place':
      return fc.constant({ text: 'Market square' });
    case 'file':
      return fc.constant({ file: 'a-file', name: 'Plan.pdf', mediaType: 'application/pdf', size: 4 });
    default:
      return fc.constant('Some words');
  }
}

/** Answers to some of all questions, whether they are asked or not. */
export function anyAnswers({ sections }: Questionnaire): fc.Arbitrary<Answers> {
  const questions = sections.flatMap((section) => section.questions);
  return fc.record(Object.fromEntries(questions.map((question) => [question.id, fc.option(anyAnswer(question), { nil: undefined })])), {
    noNullPrototype: true,
  });
}

export const anyAnswered = anyQuestionnaire.chain((questionnaire) => fc.tuple(fc.constant(questionnaire), anyAnswers(questionnaire)));

/** As they are recorded, but for the seal. */
export function recorded(questionnaire: Questionnaire, answers: Answers): RecordedAnswers {
  return Object.fromEntries(
    questionsOf(questionnaire).flatMap(({ id, kind }) => {
      const answer = answers[id];
      if (answer === undefined) return [];
      if (kind === 'short-text' || kind === 'long-text' || kind === 'place') return [[id, { sealed: 'x' }]];
      if (kind === 'file') {
        const { name: _, ...facts } = answer as FileAnswer;
        return [[id, { ...facts, file: 'a'.repeat(64), details: { sealed: 'x' } }]];
      }
      const hasOther = (kind === 'single' || kind === 'multiple') && typeof answer === 'object' && 'other' in answer;
      return [[id, hasOther ? { ...answer, other: { sealed: 'x' } } : answer]];
    }),
  ) as RecordedAnswers;
}
