import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { nameNumberOf, namesakeList } from './readable-name.read-model';

describe('people of the same name', () => {
  let stage: ReadModelStage;
  beforeAll(async () => void (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  const words = { assurance: 'email', text: { sealed: '1.x.y' } } as const;
  /** Pseudonyms that give the same two words. */
  const namesakes = (count: number) => {
    const digits = pseudonym().slice(0, 16);
    return Array.from({ length: count }, () => digits + randomBytes(8).toString('hex')) as [string, string, string];
  };
  const comment = (consultationId: string, author: string) => {
    const commentId = randomUUID();
    return stage.record(`comment-${commentId}`, { type: 'CommentSubmitted', data: { commentId, consultationId, author, ...words } });
  };
  const ask = (consultationId: string | null, author: string) => {
    const questionId = randomUUID();
    const data = { questionId, unit: 'root', consultationId, author, ...words };
    return stage.record(`question-${questionId}`, { type: 'QuestionAsked', data });
  };
  const state = (consultationId: string, author: string) => {
    const statementId = randomUUID();
    const data = { statementId, consultationId, activityId: randomUUID(), author, externalId: null, ...words };
    return stage.record(`statement-${statementId}`, { type: 'StatementSubmitted', data });
  };
  const numbers = async (authors: readonly string[]) => {
    await stage.projected();
    return (await namesakeList(stage.dataSource, { of: authors.join(',') })).items;
  };

  it('are numbered in the order in which they first wrote anything, within one consultation, and the same after a replay', async () => {
    const [consultationId, elsewhere] = [randomUUID(), randomUUID()];
    const [first, second, third] = namesakes(3);
    await state(consultationId, first);
    await ask(consultationId, second);
    await comment(consultationId, first);
    await comment(consultationId, third);
    await comment(elsewhere, pseudonym());
    const expected = [
      { author: second, number: 2 },
      { author: third, number: 3 },
    ];
    expect(await numbers([first, second, third])).toEqual(expected);
    expect(await Promise.all([first, third].map((author) => nameNumberOf(stage.dataSource, author)))).toEqual([null, 3]);
    await stage.rebuild();
    expect(await numbers([first, second, third])).toEqual(expected);
  });

  it('need no number in different consultations, nor where a question is about none', async () => {
    const [one, other, general] = namesakes(3);
    await comment(randomUUID(), one);
    await comment(randomUUID(), other);
    await ask(null, general);
    expect(await numbers([one, other, general])).toEqual([]);
  });
});
