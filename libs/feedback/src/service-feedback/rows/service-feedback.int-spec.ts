import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceDrafted } from '@isegoria/content';
import type { Actor, AssuranceLevel, QueryContract } from '@isegoria/kernel';
import { readingFor } from '@isegoria/projection';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { actor, actorIn } from '@isegoria/testing';
import { feedbackContext, type HelpAnswer } from '../feedback-given.contract';
import { listOwnFeedback, listServiceComments, listServiceFeedback, showOwnFeedback } from '../service-feedback.contract';
import { serviceCommentAnswers } from './service-comments.read-model';
import { feedbackOn, serviceFeedbackAnswers } from './service-feedback-answers.read-model';

describe('feedback on services in rows', () => {
  let stage: ReadModelStage;
  beforeAll(async () => void (stage = await readModelStage()));
  afterAll(() => stage?.stop());

  const by = randomUUID();
  /** A unit for each case, so that none sees what another records. */
  const aUnit = () => `root.${randomUUID().slice(0, 8)}`;
  async function service(unit = aUnit(), title = 'A service'): Promise<string> {
    const serviceId = randomUUID();
    const drafted = { ...serviceDrafted.sample, serviceId, unit, words: { ...serviceDrafted.sample.words, title } };
    await stage.record(`public-service-${serviceId}`, [
      { type: 'ServiceDrafted', data: drafted },
      { type: 'ServicePublished', data: { serviceId, by } },
    ]);
    return serviceId;
  }
  async function says(
    serviceId: string,
    answer: HelpAnswer | null,
    { author = pseudonym(), assurance = 'email' as AssuranceLevel, comment = null as { sealed: string } | { plain: string } | null } = {},
  ): Promise<string> {
    const data = { serviceId, unit: 'root', author, answer, assurance, text: comment };
    await stage.record(`service-feedback-${serviceId}-${author}`, { type: 'ServiceFeedbackGiven', data });
    return author;
  }
  const shown = async (serviceId: string) => (await stage.projected(), feedbackOn(stage.dataSource, serviceId));
  async function asks<P extends object, V extends object>(who: Actor, query: QueryContract<P, V>, parameters: P): Promise<V> {
    await stage.projected();
    const answers = [...serviceFeedbackAnswers, ...serviceCommentAnswers];
    const asking = answers.find((one) => one.query === (query as QueryContract))!;
    return readingFor(asking, answers, { rows: stage.dataSource, keys: stage.freshKeys(), reader: who }).ask(query, parameters);
  }

  it('counts each person once, by the last word, apart from those below the level; a replay comes to the same', async () => {
    const serviceId = await service();
    const people = [];
    for (let n = 0; n < 11; n += 1) people.push(await says(serviceId, 'yes', { assurance: n % 2 === 0 ? 'email' : 'attested' }));
    for (let n = 0; n < 10; n += 1) await says(serviceId, 'no', { assurance: 'anonymous' });
    await says(serviceId, 'partly', { author: people[0] });
    await says(serviceId, null, { author: people[1] });
    const expected = { smallestGroup: 10, counted: { yes: 9, partly: 1, no: 0 }, notCounted: { yes: 0, partly: 0, no: 10 } };
    expect(await shown(serviceId)).toEqual({ serviceId, ...expected });
    await stage.rebuild();
    expect(await shown(serviceId)).toEqual({ serviceId, ...expected });
  });

  it('tells nothing of fewer people than the unit, or one above it, says, and of each level for itself', async () => {
    const above = aUnit();
    const serviceId = await service(`${above}.11111111`);
    for (let n = 0; n < 6; n += 1) await says(serviceId, 'yes');
    for (let n = 0; n < 10; n += 1) await says(serviceId, 'no', { assurance: 'anonymous' });
    expect(await shown(serviceId)).toMatchObject({ counted: null, notCounted: { no: 10 } });
    const set = (unit: string, people: number) =>
      stage.record(`unit-${unit}`, { type: 'UnitSmallestGroupSet', data: { unit, people, by } });
    await set(`${above}.11111111`, 5);
    expect(await shown(serviceId)).toMatchObject({ smallestGroup: 5, counted: { yes: 6 } });
    await set(above, 7);
    expect(await shown(serviceId)).toMatchObject({ smallestGroup: 7, counted: null, notCounted: { no: 10 } });
  });

  it('is of services that people saw in the directory, and stays when these are withdrawn', async () => {
    const [drafted, serviceId] = [randomUUID(), await service()];
    const data = { ...serviceDrafted.sample, serviceId: drafted };
    await stage.record(`public-service-${drafted}`, { type: 'ServiceDrafted', data });
    for (let n = 0; n < 10; n += 1) await says(serviceId, 'yes');
    await stage.record(`public-service-${serviceId}`, { type: 'ServiceWithdrawn', data: { serviceId, by, reason: 'R' } });
    expect(await shown(drafted)).toBeUndefined();
    expect(await shown('nothing')).toBeUndefined();
    expect(await shown(serviceId)).toMatchObject({ counted: { yes: 10 } });
  });

  it('stands for the office with the worst first, then those with few answers, then those with none, page by page', async () => {
    const unit = aUnit();
    const office = actorIn(unit, 'official');
    const [none, few, worse, better] = [await service(unit), await service(unit), await service(unit), await service(unit, 'Wells')];
    for (let n = 0; n < 10; n += 1) await says(better, n < 8 ? 'yes' : 'no');
    for (let n = 0; n < 10; n += 1) await says(worse, n < 2 ? 'yes' : 'partly');
    await says(few, 'no', { comment: { plain: 'Nobody was there.' } });
    const { items, count } = await asks(office, listServiceFeedback, {});
    expect(items.map(({ serviceId }) => serviceId)).toEqual([worse, better, few, none]);
    expect(count).toBe(4);
    const wells = { unit, status: 'published', language: 'en', titles: { en: 'Wells' } };
    expect(items[1]).toMatchObject({ ...wells, counted: { yes: 8, partly: 0, no: 2 } });
    expect(items[2]).toMatchObject({ counted: { yes: 0, partly: 0, no: 1 }, comments: 1 });
    const rest = await asks(office, listServiceFeedback, { cursor: `8000.${better}` });
    expect(rest.items.map(({ serviceId }) => serviceId)).toEqual([few, none]);
    expect((await asks(office, listServiceFeedback, { serviceId: few })).items).toHaveLength(1);
    await expect(asks(office, listServiceFeedback, { cursor: 'x' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('has its words for the office of the unit, or one above it, alone, newest first, and without those of the erased', async () => {
    const unit = aUnit();
    const serviceId = await service(unit, 'Register a birth');
    const [person, erased] = [actor(), actor()];
    for (const [who, words] of [
      [person, 'Too many forms.'],
      [erased, 'Nobody answered.'],
    ] as const) {
      await stage.keys.create([who.accountId]);
      const context = feedbackContext(serviceId);
      const author = await stage.keys.pseudonym(who.accountId, context);
      const sealed = await stage.keys.seal(who.accountId, context, { event: randomUUID(), field: 'text' }, words);
      await says(serviceId, 'no', { author, comment: { sealed } });
    }
    const read = async (who: Actor) => (await asks(who, listServiceComments, { serviceId })).items.map(({ comment }) => comment);
    expect(await read(actorIn(unit, 'official'))).toEqual(['Nobody answered.', 'Too many forms.']);
    expect(await read(actorIn('root', 'official'))).toHaveLength(2);
    expect(await read(actorIn(`${unit}x`, 'official'))).toEqual([]);
    await expect(read(person)).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    const own = await asks(person, showOwnFeedback, { serviceId });
    expect(own).toEqual({ answer: 'no', comment: 'Too many forms.' });
    expect((await asks(person, listOwnFeedback, {})).items).toMatchObject([{ serviceId, titles: { en: 'Register a birth' }, ...own }]);
    await stage.keys.destroy(erased.accountId);
    expect(await read(actorIn(unit, 'official'))).toEqual(['Too many forms.']);
    const [summary] = (await asks(actorIn(unit, 'official'), listServiceFeedback, { serviceId })).items;
    expect(summary).toMatchObject({ counted: { no: 2 }, comments: 1 });
  });
});
