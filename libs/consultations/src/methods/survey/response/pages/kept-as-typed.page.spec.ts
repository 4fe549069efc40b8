import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankForm, type Sent } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import { noAnswer } from '../../asking/said.pure';
import { answerFaults, fitting } from '../../questionnaire/answers.pure';
import { withoutHidden } from '../../questionnaire/conditions.pure';
import { otherOption, questionKinds, type Answers, type Question, type QuestionKind } from '../../questionnaire/questionnaire.pure';
import { answeredFields, answersSaid, fieldOf, ownWordsOf } from './answers-form.page';
import '../response.texts';
import { wrongInForm } from './faults-in-words.page';

const options = ['bus', 'tram', 'options', 'constructor'].map((id) => ({ id, text: id }));
const rows = ['noise', 'air', 'other'].map((id) => ({ id, text: id }));
const of = (kind: QuestionKind): Question => ({
  ...{ id: 'q', kind, text: 'q?', isRequired: false },
  ...(['single', 'multiple', 'ranking', 'matrix'].includes(kind) && { options }),
  ...((kind === 'single' || kind === 'multiple') && { hasOther: true }),
  ...(kind === 'matrix' && { rows }),
  ...(kind === 'scale' && { scale: { style: 'numbers', from: 0, to: 10 } }),
});
const only = (question: Question) => ({ sections: [{ questions: [question] }] });

/** As answers are kept: as JSON, without what is null. */
function kept(question: Question, sent: Sent): Answers {
  const said = JSON.parse(JSON.stringify(answersSaid([question], blankForm(sent)))) as Answers;
  return Object.fromEntries(Object.entries(said).filter(([, answer]) => answer !== null));
}

/** What a page shows again, and what a browser would send of it. */
function shownAgain(question: Question, sent: Sent): Sent {
  const answers = kept(question, sent);
  // Nothing may take it for no answer, or for one of another kind of question.
  expect(withoutHidden(only(question), answers)).toEqual(answers);
  expect(fitting(only(question), answers)).toEqual(answers);
  return { ...empty(question), ...answeredFields([question], answers) };
}

const partsOf = ({ kind }: Question) => (kind === 'ranking' ? options : kind === 'matrix' ? rows : []);
const empty = (question: Question): Sent => ({
  ...Object.fromEntries(partsOf(question).map(({ id }) => [fieldOf('q', id), ''])),
  ...(question.hasOther && { [ownWordsOf('q')]: '' }),
  ...(question.kind === 'place' && { [fieldOf('q', 'position')]: '' }),
});

const ids = options.map(({ id }) => id);
const words = fc.constantFrom('', 'By bike', 'b', '٣ dogs', 'other', '-');
const anyTyped: Readonly<Record<Exclude<QuestionKind, 'file'>, fc.Arbitrary<Sent>>> = {
  // Whoever writes words and chooses nothing has chosen "something else".
  single: fc
    .tuple(fc.constantFrom(...ids, otherOption, noAnswer), words)
    .filter(([chosen, own]) => chosen !== noAnswer || own !== '')
    .map(([chosen, own]) => ({ [fieldOf('q')]: chosen, [ownWordsOf('q')]: own })),
  multiple: fc
    .tuple(fc.subarray([...ids, otherOption], { minLength: 1 }), words)
    .filter(([chosen, own]) => own === '' || chosen.includes(otherOption))
    .map(([chosen, own]) => ({ [fieldOf('q')]: chosen, [ownWordsOf('q')]: own })),
  scale: fc.integer({ min: 0, max: 10 }).map((step) => ({ [fieldOf('q')]: String(step) })),
  matrix: fc
    .tuple(...rows.map(() => fc.constantFrom('', ...ids)))
    .map((chosen) => Object.fromEntries(rows.map(({ id }, at) => [fieldOf('q', id), chosen[at]!]))),
  ranking: fc
    .tuple(...options.map(() => fc.constantFrom('', '1', '2', '3', '4')))
    .map((places) => Object.fromEntries(options.map(({ id }, at) => [fieldOf('q', id), places[at]!]))),
  number: fc.constantFrom('0', '-12', '3.25', '0.0000001', '1e3', 'about ten', '12 34', '--').map((typed) => ({ [fieldOf('q')]: typed })),
  date: fc.constantFrom('2026-03-01', '2026-02-30', '1 March').map((typed) => ({ [fieldOf('q')]: typed })),
  'short-text': fc.constantFrom('A word', ' with room ', '-', 'other', '007').map((typed) => ({ [fieldOf('q')]: typed })),
  'long-text': fc.constantFrom('Two\nlines', '[]').map((typed) => ({ [fieldOf('q')]: typed })),
  place: fc
    .tuple(fc.constantFrom('', 'Main Street'), fc.constantFrom('', '50.84, 4.35', '95, 200', 'near the mill'))
    .filter(([text, position]) => text !== '' || position !== '')
    .map(([text, position]) => ({ [fieldOf('q')]: text, [fieldOf('q', 'position')]: position })),
};

describe('answers that are kept', () => {
  it.each(questionKinds.filter((kind) => kind !== 'file'))('are shown again as they were typed: %s', (kind) => {
    const question = of(kind);
    const asList = (sent: Sent) => Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value ?? []].flat()]));
    fc.assert(
      fc.property(anyTyped[kind], (typed) => expect(asList(shownAgain(question, typed))).toEqual(asList(typed))),
      { numRuns: 300 },
    );
  });

  it.each<[kind: QuestionKind, sent: Sent, says: string]>([
    ['ranking', { 'answers.q.bus': '1', 'answers.q.tram': '1' }, 'Give each option a place of its own: q?'],
    ['ranking', { 'answers.q.bus': '1', 'answers.q.tram': '3' }, 'Give the places from the first on, and leave none out between them: q?'],
    ['single', { 'answers.q': 'bus', 'own.q': 'Bike' }, 'Choose “Something else” for what you wrote, or remove the words: q?'],
    ['single', { 'answers.q': '-', 'own.q': 'Bike' }, 'Choose “Something else” for what you wrote, or remove the words: q?'],
    ['single', { 'answers.q': 'other', 'own.q': '' }, 'Write what else you mean, or take back “Something else”: q?'],
    ['multiple', { 'answers.q': ['bus', 'other'], 'own.q': '' }, 'Write what else you mean, or take back “Something else”: q?'],
  ])('are no answer to a %s with %j, wherever they are sent from', (kind, sent, says) => {
    const question = of(kind);
    const answers = kept(question, sent);
    const faults = answerFaults(only(question), answers);
    expect(faults).toHaveLength(1);
    const again = blankForm(answeredFields([question], answers));
    expect(wrongInForm([question], faults, again, textsIn('en')).map(({ message }) => message)).toEqual([says]);
  });
});
