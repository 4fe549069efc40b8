import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit, type Language, type SearchView } from '@isegoria/contracts';
import { liveSchema, type Reading } from '@isegoria/projection';
import { aDeliberation, aPoll, readModelStage, type ReadModelStage } from '../stage.fixture';
import { searchAnswers } from './search';

const by = randomUUID();

describe('search', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  async function page(title: string, body: string, more: { language?: Language; unit?: string; isDraft?: boolean } = {}): Promise<string> {
    const { language = 'en', unit = rootUnit, isDraft = false } = more;
    const pageId = randomUUID();
    const words = { unit, kind: 'information', title, body, language } as const;
    await stage.record(`page-${pageId}`, { type: 'PageDrafted', data: { pageId, ...words, by } });
    if (!isDraft) await stage.record(`page-${pageId}`, { type: 'PagePublished', data: { pageId, by } });
    return pageId;
  }

  async function consultation(title: string, { opens, closes }: { opens: string; closes: string }): Promise<string> {
    const { consultationId, phaseIds } = await stage.drafted([[aPoll]], { title });
    const phases = [{ phaseId: phaseIds[0]!, opensAt: opens, closesAt: closes }];
    const data = { consultationId, opensAt: opens, closesAt: closes, phases, by };
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data } as never);
    return consultationId;
  }

  async function search(q: string, chosen: object = {}): Promise<SearchView> {
    await stage.projected();
    return searchAnswers[0]!.give({ q, ...chosen } as never, { rows: stage.dataSource } as Reading) as Promise<SearchView>;
  }

  const idsFor = async (q: string, chosen: object = {}) => (await search(q, chosen)).items.map(({ id }) => id);

  it('finds words in any form, in the language of each text, however they are typed', async () => {
    const permits = await page('Fishing permits', 'Permits are issued by the **harbour** office. See [the list](https://example.org/zander).');
    const energy = await page('Énergies renouvelables', "L'éolien à Saint-Éloi.", { language: 'fr' });
    const water = await page('الهواء النقيّ للمياه', 'خطة المدينة لعام ٢٠٢٧', { language: 'ar' });
    const air = await page('清洁空气', '我们的城市需要清洁的空气。');
    for (const typed of ['permit', 'PERMITTED', 'harbor harbour -harbor', '"fishing permits"', 'ﬁshing']) {
      expect([typed, await idsFor(typed)]).toEqual([typed, typed.startsWith('harbor ') ? [] : [permits]]);
    }
    expect(await idsFor('harbour -zebra')).toEqual([permits]);
    expect(await idsFor('harbour -permits')).toEqual([]);
    expect(await idsFor('"permits fishing"')).toEqual([]);
    expect(await idsFor('zander')).toEqual([]);
    for (const typed of ['energie renouvelable', "l'ÉOLIEN", 'saint-eloi']) expect([typed, await idsFor(typed)]).toEqual([typed, [energy]]);
    for (const typed of ['مياه', 'المياه', 'الــهواء', 'المدينه', '2027']) expect([typed, await idsFor(typed)]).toEqual([typed, [water]]);
    for (const typed of ['空气', '清洁', '城', '清洁空气']) expect([typed, await idsFor(typed)]).toEqual([typed, [air]]);
    expect(await idsFor('洁城')).toEqual([]);
    const [found] = (await search('harbour')).items;
    expect(found).toMatchObject({ kind: 'page', path: `/pages/${permits}`, title: 'Fishing permits', unit: rootUnit, isOpen: false });
    expect(found!.excerpt.filter(({ isFound }) => isFound)).toEqual([{ text: 'harbour', isFound: true }]);
    expect(found!.excerpt.map(({ text }) => text).join('')).toBe('Permits are issued by the harbour office. See the list.');
  });

  it('never finds what is a draft, and at once no more what was withdrawn, nor suggests its words', async () => {
    const draft = await page('Gribouille draft', 'Quixotic words', { isDraft: true });
    expect(await idsFor('gribouille')).toEqual([]);
    await stage.record(`page-${draft}`, { type: 'PagePublished', data: { pageId: draft, by } });
    expect(await idsFor('quixotic')).toEqual([draft]);
    expect((await search('gribuoille')).didYouMean).toBe('gribouille');
    const words = { title: 'Another heading', body: 'Other words', language: 'en' as const, by };
    await stage.record(`page-${draft}`, { type: 'PageRevised', data: { pageId: draft, ...words } });
    expect([await idsFor('quixotic'), (await search('gribuoille')).didYouMean]).toEqual([[], null]);
    expect(await idsFor('"another heading"')).toEqual([draft]);
    await stage.record(`page-${draft}`, { type: 'PageWithdrawn', data: { pageId: draft, by, reason: 'R' } });
    expect(await idsFor('"another heading"')).toEqual([]);
    const { consultationId } = await stage.drafted([[aPoll]], { title: 'Secret nightjar' });
    expect([consultationId, await idsFor('nightjar')]).toEqual([consultationId, []]);
  });

  it('puts titles before texts, open before closed, newer before older, and tells what can be chosen', async () => {
    const inText = await page('Something else', 'About the Obervogel.');
    const closed = await consultation('Obervogel past', { opens: '2026-01-01T00:00:00.000Z', closes: '2026-01-02T00:00:00.000Z' });
    const open = await consultation('Obervogel now', { opens: '2026-01-01T00:00:00.000Z', closes: '2999-01-02T00:00:00.000Z' });
    const older = await page('Obervogel one', 'B', { unit: 'root.1f0c22aa' });
    const newer = await page('Obervogel two', 'B');
    expect(await idsFor('obervogel')).toEqual([open, newer, older, closed, inText]);
    expect(await idsFor('obervogel', { kind: 'page', unit: 'root.1f0c22aa' })).toEqual([older]);
    expect(await search('obervogel', { cursor: '4' })).toMatchObject({ count: 5, next: null, items: [{ id: inText }] });
    const { kinds, units } = await search('obervogel');
    expect(new Map(kinds.map(({ kind, count }) => [kind, count]))).toEqual(
      new Map([
        ['page', 3],
        ['consultation', 2],
      ]),
    );
    expect(units).toHaveLength(2);
    const texts = [{ of: 'Obervogel now', text: 'Le pivert' }];
    const data = { consultationId: open, language: 'fr', texts, by } as const;
    await stage.record(`consultation-${open}`, { type: 'ConsultationTranslated', data });
    expect((await search('pivert')).items).toMatchObject([{ id: open, language: 'fr', title: 'Le pivert', isOpen: true }]);
    expect(await idsFor('obervogel', { language: 'fr' })).toEqual([]);
    expect(await idsFor('obervogel trams')).toEqual([open, closed]);
    await stage.record(`consultation-${open}`, { type: 'ConsultationTranslated', data: { ...data, texts: [] } });
    expect(await idsFor('pivert')).toEqual([]);
  });

  it('says that there is more only where that is so, in titles and texts each', async () => {
    const schema = liveSchema('content');
    const add = (from: number, to: number) =>
      stage.dataSource.query(
        `INSERT INTO ${schema}.found_document (kind, id, language, unit, categories, path, title, body, day, title_words, words)
         SELECT 'page', 'many-' || n, 'en', 'root', '[]', '/p', 'Zyzzyva', 'Zyzzyva', now(), to_tsvector('simple', 'zyzzyva'),
           to_tsvector('simple', 'zyzzyva zyzzyva') FROM generate_series(${from}, ${to}) AS n`,
      );
    try {
      await add(1, 500);
      expect(await search('zyzzyva')).toMatchObject({ count: 500, isMore: false });
      await add(501, 502);
      expect(await search('zyzzyva')).toMatchObject({ isMore: true });
    } finally {
      await stage.dataSource.query(`DELETE FROM ${schema}.found_document WHERE id LIKE 'many-%'`);
    }
  });

  it('writes words anew only where they changed', async () => {
    const id = await consultation('Unchanged hornbeam', { opens: '2026-01-01T00:00:00.000Z', closes: '2999-01-02T00:00:00.000Z' });
    const written = async () => {
      await stage.projected();
      const sql = `SELECT ctid, title FROM ${liveSchema('consultations')}.found_document WHERE id = $1`;
      return (await stage.dataSource.query(sql, [id])) as { readonly title: string }[];
    };
    const before = await written();
    expect(before).toMatchObject([{ title: 'Unchanged hornbeam' }]);
    const term = { consultationId: id, answerWithinDays: 90, reason: 'R', by };
    await stage.record(`consultation-${id}`, { type: 'AnswerTermChanged', data: term } as never);
    expect(await written()).toEqual(before);
  });

  it('takes a law of any length, in words of which none is like another', async () => {
    const word = (index: number) => `zqx${index.toString(36).padStart(5, '0')}`;
    const { consultationId, activityIds, phaseIds } = await stage.drafted([[{ ...aDeliberation(), method: 'document' }]], {
      title: 'Long',
    });
    for (let part = 0; part < 24; part += 1) {
      const text = Array.from({ length: 5_500 }, (_, index) => word(part * 5_500 + index)).join(' ');
      const blocks = [{ id: `p${part}`, kind: 'paragraph', level: 0, text }];
      const written = { consultationId, activityId: activityIds[0]!, version: 1, part, parts: 24, blocks, by };
      await stage.record(`document-${activityIds[0]}`, { type: 'DocumentWritten', data: written } as never);
    }
    const [opensAt, closesAt] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
    const data = { consultationId, opensAt, closesAt, phases: [{ phaseId: phaseIds[0]!, opensAt, closesAt }], by };
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data } as never);
    expect(await idsFor(`long ${word(17)}`)).toEqual([consultationId]);
  });

  it.each([
    'a'.repeat(10_000),
    '!!! & | <-> ( ) :* \\ \'',
    '"""" - -- -"',
    '%_%',
    '\0water\0',
    "'; DROP TABLE found_document; --",
    '\u202egnihtemos\u202c \u200b',
    '(x+)+$ [[[[ .*.*.*',
    '-only -exclusions',
    'the of and',
    '\ud800 \udfff',
    '🚰🚰',
    'empty " phrase',
  ])('is unharmed by %#', async (typed) => {
    expect(await search(typed)).toMatchObject({ items: [] });
  });
});
