import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { reportList } from './report.read-model';

describe('the list of reports', () => {
  let stage: ReadModelStage;
  beforeAll(async () => void (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  it('is for the moderators of a unit and those above it, newest first, with a count for each thing', async () => {
    const [unit, below, itemId] = ['root.dddddddd', 'root.dddddddd.11111111', randomUUID()];
    const report = async (of: string, place: string, words?: string) => {
      const id = randomUUID();
      await stage.keys.create([id]);
      const text = words === undefined ? null : { sealed: await stage.keys.seal(id, id, { event: randomUUID(), field: 'text' }, words) };
      const data = {
        reportId: id,
        item: 'comment',
        itemId: of,
        consultationId: randomUUID(),
        unit: place,
        reason: 'insult',
        text,
      } as const;
      await stage.record(`report-${id}`, { type: 'ContributionReported', data });
      return id;
    };
    const [first, second] = [await report(itemId, below, 'Look here'), await report(itemId, below)];
    const other = await report(randomUUID(), unit);
    await report(randomUUID(), 'root.eeeeeeee');
    await stage.projected();
    const seen = async (units: string[]) => (await reportList(stage.dataSource, stage.freshKeys(), units)).items;
    expect(await seen([unit])).toMatchObject([
      { id: other, reportsOfItem: 1 },
      { id: second, text: null, reportsOfItem: 2 },
      { id: first, text: 'Look here', reason: 'insult', reportsOfItem: 2 },
    ]);
    expect((await seen([below])).map(({ id }) => id)).toEqual([second, first]);
    expect(await seen([])).toEqual([]);
    const decided = { reportId: first, by: randomUUID(), upheld: false, reason: 'No insult' };
    await stage.record(`report-${first}`, { type: 'ReportDecided', data: decided });
    await stage.projected();
    const undecided = await reportList(stage.dataSource, stage.keys, [below], { decided: 'no' });
    expect([undecided.count, undecided.items.map(({ id }) => id)]).toEqual([1, [second]]);
  });
});
