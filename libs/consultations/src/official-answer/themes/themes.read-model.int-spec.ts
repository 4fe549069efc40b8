import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDeliberation, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { consultationById } from '../../consultation/view/consultation-views.read-model';
import { themeIn } from '../audit/official-answers-shown.recount';
import { officialAnswerPublished, type OfficialAnswerPublished } from '../official-answer.contract';
import { officialAnswersIn } from '../official-answer.read-model';
import { themesOf } from './themes.read-model';

describe('themes under which an office answers', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  it('are one where the same is answered under them in several groups, since one group has its limit', async () => {
    const { consultationId, activityId } = await stage.drafted([[aDeliberation()]]);
    const given: OfficialAnswerPublished['data'][] = [];
    const answer = async (title: string, text: string, size: number) => {
      const group = { id: randomUUID(), size, theme: { title, summary: null } };
      for (let one = 0; one < size; one += 1) {
        const aboutId = randomUUID();
        const of = { consultationId, activityId, about: 'statement', aboutId, stance: 'partly', text, group } as const;
        const data = { ...officialAnswerPublished.sample, ...of };
        given.push(data);
        await stage.record(`official-answer-${aboutId}`, { type: 'OfficialAnswerPublished', data });
      }
      return group.id;
    };
    const first = await answer('Buses', 'More of them.', 3);
    const other = await answer('Buses', 'None of them.', 1);
    const second = await answer('Buses', 'More of them.', 2);
    await stage.projected();
    const { items, count } = await themesOf(stage.dataSource, { consultationId });
    expect([count, items.map((one) => [one.group, one.title, one.count])]).toEqual([
      2,
      [
        [other, 'Buses', 1],
        [first, 'Buses', 5],
      ],
    ]);
    expect(new Set(given.map(themeIn)).size).toBe(2);
    expect((await consultationById(stage.dataSource, consultationId, { now: new Date() }))!.themes).toBe(2);
    const under = async (asked: { theme?: string; group?: string }) =>
      (await officialAnswersIn(stage.dataSource, { consultationId, ...asked })).count;
    expect([await under({ theme: first }), await under({ theme: second }), await under({ group: first })]).toEqual([5, 5, 3]);
    expect([await under({ theme: other }), await under({ theme: randomUUID() })]).toEqual([1, 0]);
  });
});
