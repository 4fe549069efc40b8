import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Questionnaire } from '../questionnaire/questionnaire.pure';
import { anyQuestionnaire } from '../questionnaire/questionnaire.fixture';
import { keepsMeaningOfSurvey, mayCorrectSurvey } from '../recount/correction.recount';
import { changesOfMeaning, wordsOfOthers } from './same-meaning';

type Loose = Record<string, unknown>;
const options = [
  { id: 'bus', text: 'Bus' },
  { id: 'tram', text: 'Tram' },
];
const scale = { style: 'likert', from: 1, to: 2 } as const;
const stands: Questionnaire = {
  sections: [
    {
      title: 'Travel',
      questions: [
        { id: 'how', kind: 'single', text: 'How do you travle?', isRequired: true, options },
        { id: 'good', kind: 'scale', text: 'Is it good?', isRequired: false, scale: { ...scale, steps: ['no', 'yes'] } },
        { id: 'why', kind: 'long-text', text: 'Why?', isRequired: false, when: { question: 'how', isAnyOf: ['bus'] } },
      ],
    },
  ],
};
const swapped = [
  { id: 'bus', text: 'tram.' },
  { id: 'tram', text: 'Train' },
];
/** The same with one question otherwise. */
const but = (at: number, differing: Loose): Questionnaire => ({
  sections: stands.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one, index) => (index === at ? { ...one, ...differing } : one)),
  })),
});
/** As judged by who decides and by who audits. */
function judged(before: Questionnaire, after: Questionnaire): readonly string[] {
  const fields = changesOfMeaning(before, after).map(({ field }) => field);
  const isKept = keepsMeaningOfSurvey({ questionnaire: before } as never, { questionnaire: after } as never);
  expect([fields, isKept]).toEqual([fields, fields.length === 0]);
  return fields;
}
const at = (question: number, field: string) => [`sections[0].questions[${question}].${field}`];

describe('a correction of questions', () => {
  it('may change every word, and add a hint', () => {
    const renamed = [options[0], { id: 'tram', text: 'A tram' }];
    expect(judged(stands, but(0, { text: 'How do you travel?', hint: 'On most days.', options: renamed }))).toEqual([]);
    expect(judged(stands, but(1, { scale: { ...scale, steps: ['no', 'Yes!'], toLabel: 'fine' } }))).toEqual([]);
  });

  it('may tell steps apart that read the same until then', () => {
    const alike = but(1, { scale: { ...scale, steps: ['yes', 'Yes'] } });
    const apart = but(1, { scale: { ...scale, steps: ['rather', 'Yes'] } });
    expect(judged(alike, apart)).toEqual([]);
  });

  it.each<[string, number, Loose, string]>([
    ['asks for something else', 0, { kind: 'multiple' }, 'kind'],
    ['needs an answer that it did not', 2, { isRequired: true }, 'isRequired'],
    ['has one option more', 0, { options: [...options, { id: 'car', text: 'Car' }] }, 'options'],
    ['has its options in another order', 0, { options: options.toReversed() }, 'options'],
    ['calls one option what another was called', 0, { options: swapped }, 'options[0].text'],
    ['is called what another question was called', 2, { text: 'Is it good?' }, 'text'],
    ['turns a scale', 1, { scale: { ...scale, steps: ['yes', 'no'] } }, 'scale.steps'],
    ['has a longer scale', 1, { scale: { ...scale, to: 3, steps: ['no', 'yes'] } }, 'scale.to'],
    ['is asked of others', 2, { when: { question: 'how', isAnyOf: ['tram'] } }, 'when'],
  ])('is refused at its field where a question %s', (_, question, differing, field) => {
    expect(judged(stands, but(question, differing))).toEqual(at(question, field));
  });

  it('is refused where words go from one option to another by way of a third correction', () => {
    const called = (...texts: string[]) => but(0, { options: options.map((option, index) => ({ ...option, text: texts[index]! })) });
    const stood = [called('Bus', 'Tram'), called('Z', 'Tram'), called('Z', 'Bus')];
    const settings = (questionnaire: Questionnaire) => ({ questionnaire }) as never;
    const may = (after: Questionnaire) => mayCorrectSurvey(stood.map(settings), settings(after), true);
    expect(wordsOfOthers(stood.slice(0, 1), called('Z', 'Bus')).map(({ field }) => field)).toEqual(at(0, 'options[1].text'));
    expect(wordsOfOthers(stood, called('Tram', 'Bus')).map(({ field }) => field)).toContain(at(0, 'options[0].text')[0]);
    expect([may(called('Tram', 'Bus')), may(called('Bus', 'Tram')), may(called('A bus', 'A tram'))]).toEqual([false, false, true]);
  });

  it.each<[string, Loose, Loose[]]>([
    ['fromLabel', { fromLabel: 'good', toLabel: 'not good' }, [{ fromLabel: 'bad', toLabel: 'x' }]],
    ['toLabel', { fromLabel: 'poor', toLabel: 'Bad.' }, []],
    ['fromLabel', { fromLabel: 'good' }, [{ toLabel: 'x' }]],
    ['toLabel', { steps: ['no', 'yes'], toLabel: 'No' }, [{ steps: ['no', 'yes'] }]],
    ['steps', { steps: ['good', 'yes'] }, [{ steps: ['no', 'yes'], toLabel: 'Good' }]],
  ])('is refused at %s where the ends of a scale are turned, at once or by and by: %j', (field, ends, between) => {
    const ended = (labels: Loose) => but(1, { scale: { ...scale, ...labels } });
    const stood = [{ fromLabel: 'bad', toLabel: 'good' }, ...between].map(ended);
    const settings = (questionnaire: Questionnaire) => ({ questionnaire }) as never;
    const faults = [...changesOfMeaning(stood.at(-1)!, ended(ends)), ...wordsOfOthers(stood, ended(ends))];
    expect(faults.map((fault) => fault.field)).toContain(at(1, `scale.${field}`)[0]);
    expect(mayCorrectSurvey(stood.map(settings), settings(ended(ends)), true)).toBe(false);
    expect(mayCorrectSurvey(stood.map(settings), settings(ended({ ...between[0], fromLabel: 'very bad' })), true)).toBe(true);
  });

  it('is refused where questions or pages were added, taken out or moved', () => {
    const [{ questions }] = stands.sections as [Questionnaire['sections'][0]];
    expect(judged(stands, { sections: [...stands.sections, { questions: [] }] })).toEqual(['sections']);
    expect(judged(stands, { sections: [{ questions: questions.slice(1) }] })).toEqual(['sections[0].questions']);
  });

  it('is judged alike by who decides and by who audits, for any two questionnaires', () => {
    const two = fc.property(anyQuestionnaire, anyQuestionnaire, (one, other) => void [judged(one, one), judged(one, other)]);
    fc.assert(two, { numRuns: 200 });
    const renamed = fc.record({ questionnaire: anyQuestionnaire, from: fc.nat(), to: fc.nat(), words: fc.constantFrom('new', undefined) });
    fc.assert(
      fc.property(renamed, ({ questionnaire, from, to, words }) => {
        const all = questionnaire.sections.flatMap(({ questions }) => questions);
        if (all.length === 0) return;
        const [source, target] = [all[from % all.length]!, all[to % all.length]!];
        const text = words ?? source.text;
        const sections = questionnaire.sections.map((section) => ({
          ...section,
          questions: section.questions.map((question) => (question.id === target.id ? { ...question, text } : question)),
        }));
        judged(questionnaire, { sections });
      }),
      { numRuns: 200 },
    );
  });
});
