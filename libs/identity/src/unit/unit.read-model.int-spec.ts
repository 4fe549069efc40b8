import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits } from '@isegoria/kernel';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { UnitEvent } from './unit.contract';
import { unitList } from './unit.read-model';

const unsaid = { reviewVersion: 0, smallestGroupVersion: 0, answerTermVersion: 0 };
const unset = { needsReview: false, setsReview: false, smallestGroup: 10, answerWithinDays: null, setsAnswerTerm: false };
const unreviewed = { names: {}, ...unset, ...unsaid };

describe('the tree of units', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: UnitEvent) => stage.record(`unit-${event.data.unit}`, event);
  const made = (unit: string, name: string) => record({ type: 'UnitMade', data: { unit, name, by } });
  const units = async () => (await stage.projected(), (await unitList(stage.dataSource)).items);

  it('has the root from the start, without a name', async () => {
    await stage.projected();
    expect(await unitList(stage.dataSource)).toEqual({
      items: [{ unit: 'root', name: null, above: null, closed: false, ...unreviewed, version: 0 }],
      next: null,
      count: 1,
    });
  });

  it('has each unit after the one above it, by the last name', async () => {
    await made('root.bbbbbbbb', 'Roads');
    await made('root.aaaaaaaa', 'Water');
    await made('root.aaaaaaaa.99999999', 'Lakes');
    await made('root.aaaaaaaa.00000000', 'Rivers');
    await record({ type: 'UnitRenamed', data: { unit: 'root.bbbbbbbb', name: 'Roads and Rails', names: { fr: 'Routes et rails' }, by } });
    const anew = { closed: false, ...unreviewed, version: expect.any(Number) };
    expect(await units()).toEqual([
      { unit: 'root', name: null, above: null, closed: false, ...unreviewed, version: 0 },
      { unit: 'root.aaaaaaaa', name: 'Water', above: 'root', closed: false, ...unreviewed, version: expect.any(Number) },
      { unit: 'root.aaaaaaaa.00000000', name: 'Rivers', above: 'root.aaaaaaaa', closed: false, ...unreviewed, version: expect.any(Number) },
      { unit: 'root.aaaaaaaa.99999999', name: 'Lakes', above: 'root.aaaaaaaa', closed: false, ...unreviewed, version: expect.any(Number) },
      { ...anew, unit: 'root.bbbbbbbb', name: 'Roads and Rails', names: { fr: 'Routes et rails' }, above: 'root' },
    ]);
  });

  it('gives the root a name, once', async () => {
    await record({ type: 'UnitRenamed', data: { unit: 'root', name: 'Ministry of Works', by } });
    expect((await units()).filter(({ unit }) => unit === 'root')).toMatchObject([{ name: 'Ministry of Works' }]);
  });

  it('shows what stands below a closed unit as closed, and nothing beside it', async () => {
    await record({ type: 'UnitClosed', data: { unit: 'root.aaaaaaaa', by, reason: 'Merged' } });
    expect((await units()).map(({ closed }) => closed)).toEqual([false, true, true, true, false]);
    await record({ type: 'UnitRenamed', data: { unit: 'root.aaaaaaaa', name: 'Water, until 2026', by } });
    expect((await units())[1]).toMatchObject({ name: 'Water, until 2026', closed: true });
  });

  it('says of what stands below a unit that has everything checked that it is checked, and of nothing beside it', async () => {
    const reviews = async () => (await units()).map(({ needsReview, setsReview }) => [needsReview, setsReview]);
    await record({ type: 'UnitReviewSet', data: { unit: 'root.aaaaaaaa', required: true, by } });
    const [no, yes, fromAbove] = [[false, false], [true, true], [true, false]];
    expect(await reviews()).toEqual([no, yes, fromAbove, fromAbove, no]);
    await record({ type: 'UnitReviewSet', data: { unit: 'root.aaaaaaaa', required: false, by } });
    expect(await reviews()).toEqual([no, no, no, no, no]);
  });

  it('says how many people figures of surveys are of: the most that a unit and those above it say', async () => {
    const groups = async () => (await units()).map(({ smallestGroup }) => smallestGroup);
    await record({ type: 'UnitSmallestGroupSet', data: { unit: 'root.aaaaaaaa', people: 20, by } });
    expect(await groups()).toEqual([10, 20, 20, 20, 10]);
    await record({ type: 'UnitSmallestGroupSet', data: { unit: 'root', people: 15, by } });
    expect(await groups()).toEqual([15, 20, 20, 20, 15]);
    await record({ type: 'UnitSmallestGroupSet', data: { unit: 'root.aaaaaaaa', people: 5, by } });
    expect(await groups()).toEqual([15, 15, 15, 15, 15]);
    await record({ type: 'UnitSmallestGroupSet', data: { unit: 'root', people: 10, by } });
  });

  it('says within how many days new consultations are answered: what the nearest unit says that says so', async () => {
    const terms = async () => (await units()).map(({ answerWithinDays, setsAnswerTerm }) => [answerWithinDays, setsAnswerTerm]);
    const set = (unit: string, days: number | null) => record({ type: 'UnitAnswerTermSet', data: { unit, days, by } });
    const silent = [null, false];
    await set('root.aaaaaaaa', 90);
    await set('root.aaaaaaaa.99999999', 30);
    expect(await terms()).toEqual([silent, [90, true], [90, false], [30, true], silent]);
    await set('root', 60);
    await set('root.aaaaaaaa', null);
    expect(await terms()).toEqual([[60, true], [60, false], [60, false], [30, true], [60, false]]);
    await set('root', null);
    expect(await terms()).toEqual([silent, silent, silent, [30, true], silent]);
  });

  it('says of each setting where its unit last said it itself, whatever those above it say', async () => {
    const roads = { unit: 'root.bbbbbbbb', by };
    const versions = async () => {
      const { reviewVersion, smallestGroupVersion, answerTermVersion } = (await units())[4]!;
      return [reviewVersion, smallestGroupVersion, answerTermVersion];
    };
    expect(await versions()).toEqual([0, 0, 0]);
    await record({ type: 'UnitAnswerTermSet', data: { unit: 'root', days: null, by } });
    const term = await record({ type: 'UnitAnswerTermSet', data: { ...roads, days: 30 } });
    const group = await record({ type: 'UnitSmallestGroupSet', data: { ...roads, people: 20 } });
    expect(await versions()).toEqual([0, group, term]);
    const review = await record({ type: 'UnitReviewSet', data: { ...roads, required: true } });
    const none = await record({ type: 'UnitAnswerTermSet', data: { ...roads, days: null } });
    expect(await versions()).toEqual([review, group, none]);
  });

  it('comes in pages, each where the one before ended', async () => {
    const events = Array.from({ length: limits.pageSize }, (_, n) => `root.cc${String(n).padStart(6, '0')}`);
    for (const unit of events) await made(unit, 'U');
    await stage.projected();
    const first = await unitList(stage.dataSource);
    const second = await unitList(stage.dataSource, { cursor: first.next! });
    expect([first.items.length, second.items.length, second.next, second.count]).toEqual([limits.pageSize, 5, null, limits.pageSize + 5]);
    expect([...first.items, ...second.items].map(({ unit }) => unit).slice(5)).toEqual(events);
  });
});
