import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import fc from 'fast-check';
import { visibleQuestions } from '../questionnaire/conditions.pure';
import { anyAnswered } from '../questionnaire/questionnaire.fixture';
import type { Answers, Questionnaire } from '../questionnaire/questionnaire.pure';
import { AskedQuestions } from '../recount/questions.recount';
import type { RecordedAnswers } from '../response/response.contract';
import { answeredFields } from '../response/pages/answers-form.page';
import { pageConditions, type askedOnPage } from './page-conditions.pure';
import type { Fields } from './said.pure';

describe('the questions of a page, as a browser shows them', () => {
  /** As it is built for browsers, in a context that has nothing of Node.js. */
  let inBrowser: typeof askedOnPage;
  let bytes: number;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export { askedOnPage } from './page-conditions.pure.ts'`, resolveDir: join(import.meta.dirname) },
      ...{ bundle: true, write: false, minify: true, platform: 'browser', target: 'es2020', format: 'iife', globalName: 'island' },
    });
    const { text } = outputFiles[0]!;
    bytes = Buffer.byteLength(text);
    const context = createContext({});
    runInContext(text, context);
    inBrowser = (conditions, fields) => {
      Object.assign(context, { conditions: JSON.stringify(conditions), fields });
      const asked = runInContext('[...island.askedOnPage(JSON.parse(conditions), fields)].join(" ")', context) as string;
      return new Set(asked.split(' ').filter((id) => id !== ''));
    };
  });

  /** The page, filled in with these answers. */
  function filledIn(questionnaire: Questionnaire, at: number, answers: Answers): Fields {
    const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Answers;
    const sent = answeredFields(questionnaire.sections[at]!.questions, given);
    const list = (name: string) => [sent[name] ?? []].flat();
    const value = (name: string) => list(name)[0] ?? '';
    return { list, typed: value, ticked: value };
  }

  it('are those that the server asks and an auditor finds, whatever was answered on this page and others', () => {
    let looked = 0;
    fc.assert(
      fc.property(anyAnswered, ([questionnaire, answers]) => {
        const asked = visibleQuestions(questionnaire, answers).map(({ id }) => id);
        const audited = new AskedQuestions(questionnaire, answers as RecordedAnswers).list().map(({ id }) => id);
        for (const [at, { questions }] of questionnaire.sections.entries()) {
          const conditions = pageConditions(questionnaire, at, answers);
          if (!conditions) continue;
          looked += 1;
          const here = (ids: readonly string[]) => questions.map(({ id }) => id).filter((id) => ids.includes(id));
          const shown = [...inBrowser(conditions, filledIn(questionnaire, at, answers))];
          deepStrictEqual(here(shown), here(asked));
          deepStrictEqual(here(shown), here(audited));
        }
      }),
      { numRuns: 1_000 },
    );
    expect(looked).toBeGreaterThan(200);
  });

  it('need no words of the person in the page, and few bytes', () => {
    const question = { text: 'What?', isRequired: false } as const;
    const questionnaire: Questionnaire = {
      sections: [
        { questions: [{ ...question, id: 'wish', kind: 'long-text' }, { ...question, id: 'unused', kind: 'short-text' }] },
        {
          questions: [
            { ...question, id: 'how', kind: 'number', when: { question: 'wish', isAnswered: true } },
            { ...question, id: 'why', kind: 'long-text', when: { question: 'how', atLeast: 3 } },
          ],
        },
        { questions: [{ ...question, id: 'last', kind: 'date', when: { question: 'why', isAnswered: true } }] },
      ],
    };
    const conditions = pageConditions(questionnaire, 1, { wish: 'A secret', unused: 'Another', how: 5 });
    expect(conditions).toMatchObject({ here: ['how', 'why'], answers: { wish: '…' } });
    expect(JSON.stringify(conditions)).not.toMatch(/secret|Another|unused|What/);
    // Nothing changes while these pages are answered.
    expect([0, 2].map((at) => pageConditions(questionnaire, at, {}))).toEqual([undefined, undefined]);
    expect(bytes).toBeLessThan(4_400);
  });
});
