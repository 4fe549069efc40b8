import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyQuestionnaire } from '../questionnaire.fixture';
import { questionnaireSchema } from './questionnaire-schema.api';

const page = join(import.meta.dirname, '../../../../../../../docs/reference/questionnaire.schema.json');
// The validator that fastify has: no release of ours needs it.
const { resolve } = createRequire(import.meta.url);
const Validator = createRequire(resolve('ajv-formats'))('ajv/dist/2020').default as new (options: object) => {
  compile(schema: object): (value: unknown) => boolean;
};
const isRight = new Validator({ strict: true, strictRequired: false }).compile(questionnaireSchema);

describe('the published format of questionnaires', () => {
  it('takes what the language says, also with the name of the format', () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const file = JSON.parse(JSON.stringify(questionnaire)) as object;
        expect(isRight({ $schema: '/api/v1/schemas/questionnaire.json', ...file })).toBe(true);
      }),
    );
  });

  const question = { id: 'q1', kind: 'single', text: 'Bus or car?', isRequired: true };
  it.each<[what: string, question: object]>([
    ['an id that is none', { ...question, id: 'Q 1' }],
    ['a kind that is none', { ...question, kind: 'quiz' }],
    ['no words', { ...question, text: undefined }],
    ['words for whether it is needed', { ...question, isRequired: 'yes' }],
    ['what no question has', { ...question, colour: 'red' }],
    ['an option without an id', { ...question, options: [{ text: 'Bus' }] }],
    ['a condition that is too deep', { ...question, when: { not: { not: { not: { not: { question: 'q0', isAnswered: true } } } } } }],
  ])('refuses a question with %s', (_what, wrong) => {
    const fileOf = (one: object) => JSON.parse(JSON.stringify({ sections: [{ questions: [one] }] })) as object;
    expect(isRight(fileOf(question))).toBe(true);
    expect(isRight(fileOf(wrong))).toBe(false);
  });

  it('is in the docs as it is served; `npm run docs` writes it', () => {
    expect(JSON.parse(readFileSync(page, 'utf8'))).toEqual(JSON.parse(JSON.stringify(questionnaireSchema)));
  });
});
