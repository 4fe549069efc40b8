import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { find } from '@isegoria/projection';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ServiceEvent } from '../public-service-events.contract';
import { serviceById, serviceList } from './public-service-answers.read-model';

describe('the directory of services', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = async (event: ServiceEvent, at?: string) =>
    stage.record(`public-service-${event.data.serviceId}`, event, at ? { at } : {});
  const words = (title: string) => ({
    ...{ title, summary: 'In a sentence.', eligibility: 'Everybody.', needed: ['A form'], cost: 'Free', duration: 'A day' },
    ...{ office: null, post: null },
  });
  const channels = { online: 'https://forms.example/a', phone: null, email: null, hours: [] };
  const details = (title: string) => ({ language: 'en' as const, words: words(title), channels, lifeEvents: ['moving'] as const });

  async function published(title: string, unit = rootUnit): Promise<string> {
    const serviceId = randomUUID();
    await record({ type: 'ServiceDrafted', data: { serviceId, unit, ...details(title), by } });
    await record({ type: 'ServicePublished', data: { serviceId, by } }, '2026-03-03T10:00:00.000Z');
    return serviceId;
  }
  const idsOf = async (asked: Parameters<typeof serviceList>[1]) => (await serviceList(stage.dataSource, asked)).items.map(({ id }) => id);

  it('follows an entry from draft to withdrawal, with its translations', async () => {
    const serviceId = randomUUID();
    const data = { serviceId, ...details('Register an address'), by };
    await record({ type: 'ServiceDrafted', data: { ...data, unit: rootUnit } });
    await stage.projected();
    const draft = (await serviceById(stage.dataSource, serviceId))!;
    expect(draft).toMatchObject({ status: 'draft', ...details('Register an address'), translations: [], publishedAt: null });
    expect(await idsOf({})).not.toContain(serviceId);
    expect(await idsOf({ status: 'all', unpublishedIn: [rootUnit] })).toContain(serviceId);

    const french = words('Déclarer une adresse');
    const at = '2026-03-04T10:00:00.000Z';
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: french, by } }, at);
    await record({ type: 'ServiceRevised', data: { ...data, channels: { ...channels, phone: '+251 11 555 0100' } } });
    await stage.projected();
    const translation = { language: 'fr', words: french, translatedAt: at };
    const shown = async () => (await serviceById(stage.dataSource, serviceId))!;
    // Another phone number is no other words.
    expect((await shown()).translations).toEqual([{ ...translation, isOfOlderWords: false }]);
    await record({ type: 'ServiceRevised', data: { ...data, words: words('Register where you live') } });
    await stage.projected();
    expect((await shown()).translations).toEqual([{ ...translation, isOfOlderWords: true }]);
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: null, by } });
    await record({ type: 'ServiceWithdrawn', data: { serviceId, by, reason: 'Gone.' } });
    await stage.projected();
    expect(await shown()).toMatchObject({ status: 'withdrawn', translations: [] });
  });

  it('finds entries by all the words that somebody looks for, or by how they begin, in any language', async () => {
    const serviceId = await published('Register a new address');
    const [arabic, chinese] = [words('تسجيل عنوان السكن الجديد في المدينة'), words('登记新的住址')];
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'ar', words: arabic, by } });
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: words('Déclarer une nouvelle adresse'), by } });
    const other = await published('Apply for a passport');
    await stage.projected();
    for (const found of ['address NEW', 'regist', 'nouvelle', 'DECLARER', 'المدينه', 'عُنوان', 'form addr'])
      expect([found, await idsOf({ words: found })]).toEqual([found, expect.arrayContaining([serviceId])]);
    expect(await idsOf({ words: 'passport' })).toEqual([other]);
    expect(await idsOf({ words: 'passport address' })).toEqual([]);
    expect(await idsOf({ words: 'ddress' })).toEqual([]);
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: chinese, by } });
    await stage.projected();
    expect(await idsOf({ words: '住址' })).toEqual([serviceId]);
    expect(await idsOf({ words: 'nouvelle' })).toEqual([]);
  });

  it('is found by the search of the site in each language, as long as it is published', async () => {
    const serviceId = await published('Have a lighthouse painted');
    await record({ type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: words('Faire peindre un phare'), by } });
    await stage.projected();
    const foundBy = async (q: string) => {
      const found = await find(stage.dataSource, ['public-services'], { for: q, now: new Date(), from: 0, most: 9 });
      return found.items.map(({ id, language }) => [id, language]);
    };
    expect(await foundBy('lighthouses')).toEqual([[serviceId, 'en']]);
    expect(await foundBy('phares')).toEqual([[serviceId, 'fr']]);
    await record({ type: 'ServiceWithdrawn', data: { serviceId, by, reason: 'Gone.' } });
    await stage.projected();
    expect(await foundBy('phare')).toEqual([]);
  });

  it('lists those of a life event, a topic and a unit with all below it', async () => {
    const [unit, topic] = ['root.cccccccc', 'topic.0000aaaa'];
    const serviceId = await published('Of a unit', `${unit}.11111111`);
    const data = { serviceId, ...details('Of a unit'), lifeEvents: ['travel' as const], categories: [`${topic}.0000bbbb`], by };
    await record({ type: 'ServiceRevised', data });
    await stage.projected();
    expect(await idsOf({ unit })).toEqual([serviceId]);
    expect(await idsOf({ lifeEvent: 'travel' })).toEqual([serviceId]);
    expect(await idsOf({ topic })).toEqual([serviceId]);
    expect(await idsOf({ unit, lifeEvent: 'moving' })).toEqual([]);
  });
});
