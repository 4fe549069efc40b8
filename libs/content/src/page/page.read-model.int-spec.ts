import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits, rootUnit } from '@isegoria/kernel';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { noFiles } from '../file/attached/attached.contract';
import { fileStream } from '../file/file.contract';
import type { ContentEvent, PageKind } from './page.contract';
import { pageById, pageList } from './page.read-model';
import { versionAt, versionsOf } from './versions/page-versions.read-model';

describe('the list of pages', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: ContentEvent, at?: string) => stage.record(`page-${event.data.pageId}`, event, at ? { at } : {});

  async function drafted(kind: PageKind, title: string, unit = rootUnit): Promise<string> {
    const pageId = randomUUID();
    await record(
      { type: 'PageDrafted', data: { pageId, unit, kind, title, body: '# Hello', language: 'en', by } },
      '2026-03-01T10:00:00.000Z',
    );
    return pageId;
  }
  const publish = (pageId: string, at: string) => record({ type: 'PagePublished', data: { pageId, by } }, at);

  it('follows a page from draft to withdrawal', async () => {
    const id = await drafted('announcement', 'Draft');
    await record({ type: 'PageRevised', data: { pageId: id, title: 'عنوان', body: 'b', language: 'ar', by } }, '2026-03-02T10:00:00.000Z');
    await stage.projected();
    const draft = {
      ...noFiles,
      id,
      unit: rootUnit,
      kind: 'announcement',
      status: 'draft',
      title: 'عنوان',
      body: 'b',
      language: 'ar',
      categories: [],
      publishedAt: null,
      revisedAt: '2026-03-02T10:00:00.000Z',
      version: expect.any(Number),
      versions: 0,
      correction: null,
      archived: null,
      publishAt: null,
      planVersion: expect.any(Number),
    };
    expect(await pageById(stage.dataSource, id)).toEqual(draft);
    await publish(id, '2026-03-03T10:00:00.000Z');
    await stage.projected();
    const published = { status: 'published', publishedAt: '2026-03-03T10:00:00.000Z', versions: 1 };
    expect(await pageById(stage.dataSource, id)).toEqual({ ...draft, ...published });
    await record({ type: 'PageWithdrawn', data: { pageId: id, by, reason: 'wrong' } });
    await stage.projected();
    expect(await pageById(stage.dataSource, id)).toMatchObject({ status: 'withdrawn', publishedAt: '2026-03-03T10:00:00.000Z' });
  });

  it('keeps every version that everybody could read, with its note and its place in the log, and none of a draft', async () => {
    const pageId = await drafted('information', 'First draft');
    const revise = (title: string, day: number, note: string | null = null) =>
      record({ type: 'PageRevised', data: { pageId, title, body: 'b', language: 'en', note, by } }, `2026-03-0${day}T10:00:00.000Z`);
    await revise('One', 2);
    await publish(pageId, '2026-03-03T10:00:00.000Z');
    await revise('Two', 4, 'It is two.');
    await revise('Three', 5);
    await record({ type: 'PageWithdrawn', data: { pageId, by, reason: 'wrong' } });
    await publish(pageId, '2026-03-06T10:00:00.000Z');
    await record({ type: 'PageWithdrawn', data: { pageId, by, reason: 'wrong' } });
    await revise('Four, unseen', 7);
    await revise('Four', 7, 'It is four.');
    await publish(pageId, '2026-03-08T10:00:00.000Z');
    await stage.projected();
    const { items } = await versionsOf(stage.dataSource, pageId);
    const on = (day: number) => `2026-03-0${day}T10:00:00.000Z`;
    expect(items.map(({ version, title, note, shownAt }) => [version, title, note, shownAt])).toEqual([
      [4, 'Four', 'It is four.', on(8)],
      [3, 'Three', null, on(5)],
      [2, 'Two', 'It is two.', on(4)],
      [1, 'One', null, on(3)],
    ]);
    const correction = { at: on(8), note: 'It is four.' };
    expect(await pageById(stage.dataSource, pageId)).toMatchObject({ versions: 4, correction, version: items[0]!.position });
    expect(await versionAt(stage.dataSource, pageId, '2')).toMatchObject({ ...items[2]!, body: 'b', documents: [] });
    expect(await versionAt(stage.dataSource, pageId, '5')).toBeUndefined();
  });

  it('lists what is about a topic or an area, those below it included', async () => {
    const [topic, area] = ['topic.0000aaaa', 'area.0000aaaa'];
    const pageId = await drafted('information', 'About water');
    const words = { pageId, title: 'About water', body: 'b', language: 'en', by } as const;
    await record({ type: 'PageRevised', data: { ...words, categories: [`${topic}.0000bbbb`, area] } });
    await publish(pageId, '2026-03-03T10:00:00.000Z');
    await stage.projected();
    const listed = async (asked: { topic?: string; area?: string }) =>
      (await pageList(stage.dataSource, asked)).items.map(({ id }) => id);
    expect(await listed({ topic })).toEqual([pageId]);
    expect(await listed({ topic: `${topic}.0000bbbb`, area })).toEqual([pageId]);
    expect(await listed({ topic: `${topic}.0000cccc` })).toEqual([]);
    await record({ type: 'PageRevised', data: words });
    await stage.projected();
    expect(await listed({ topic })).toEqual([]);
  });

  it('says of a file that was withdrawn since why it can no longer be read', async () => {
    const file = randomUUID().replaceAll('-', '').repeat(2);
    const plan = { file, name: 'Plan.pdf', mediaType: 'application/pdf', size: 4, alt: null, width: null, height: null } as const;
    const pageId = await drafted('information', 'With a plan');
    const revised = { pageId, title: 'T', body: 'b', language: 'en', by } as const;
    await record({ type: 'PageRevised', data: { ...revised, files: { picture: null, documents: [plan] } } });
    await publish(pageId, '2026-03-03T10:00:00.000Z');
    await stage.projected();
    const shown = async () => (await pageById(stage.dataSource, pageId))?.documents;
    expect(await shown()).toEqual([{ ...plan, withdrawn: false, withdrawnReason: null }]);
    await stage.record(fileStream(file), { type: 'FileWithdrawn', data: { file, by, reason: 'It named somebody.' } });
    await stage.projected();
    expect(await shown()).toEqual([{ ...plan, withdrawn: true, withdrawnReason: 'It named somebody.' }]);
    expect(await versionAt(stage.dataSource, pageId, '1')).toMatchObject({ documents: [{ withdrawn: true }] });
  });

  it('lists what is published, the latest publication first, of one kind', async () => {
    const [first, second, hidden, information] = [
      await drafted('announcement', 'First'),
      await drafted('announcement', 'Second'),
      await drafted('announcement', 'Hidden'),
      await drafted('information', 'About'),
    ];
    await publish(second, '2026-03-04T10:00:00.000Z');
    await publish(first, '2026-03-05T10:00:00.000Z');
    await publish(information, '2026-03-06T10:00:00.000Z');
    await stage.projected();
    const ids = async (options: Parameters<typeof pageList>[1]) =>
      (await pageList(stage.dataSource, { unpublishedIn: [rootUnit], ...options })).items.map(({ id }) => id);
    expect((await ids({ kind: 'announcement' })).slice(0, 2)).toEqual([first, second]);
    expect(await ids({})).not.toContain(hidden);
    expect(await ids({ status: 'draft' })).toContain(hidden);
    expect(await ids({ status: 'all' })).toEqual(expect.arrayContaining([hidden, information]));
  });

  it('lists those of a unit and of all below it, and unpublished ones of those units alone in which they may be seen', async () => {
    const [unit, below, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.bbbbbbbb'];
    const [inUnit, inBelow, inBeside] = [
      await drafted('information', 'U', unit),
      await drafted('information', 'B', below),
      await drafted('information', 'O', beside),
    ];
    await publish(inBelow, '2026-03-04T10:00:00.000Z');
    await publish(inBeside, '2026-03-04T10:00:00.000Z');
    await stage.projected();
    const ids = async (options: Parameters<typeof pageList>[1]) => (await pageList(stage.dataSource, options)).items.map(({ id }) => id);
    expect(await ids({ unit })).toEqual([inBelow]);
    expect(await ids({ unit, status: 'all' })).toEqual([inBelow]);
    expect(await ids({ unit, status: 'all', unpublishedIn: [below, beside] })).toEqual([inBelow]);
    expect(await ids({ unit, status: 'draft', unpublishedIn: [unit] })).toEqual([inUnit]);
    expect(await ids({ unit: rootUnit })).toEqual(expect.arrayContaining([inBelow, inBeside]));
  });

  const drafts = { status: 'draft', unpublishedIn: [rootUnit] } as const;

  it('gives a hundred a page', async () => {
    for (let n = 0; n <= limits.pageSize; n++) await drafted('information', `Page ${n}`);
    await stage.projected();
    const first = await pageList(stage.dataSource, { ...drafts, kind: 'information' });
    expect(first.items.length).toBe(limits.pageSize);
    const second = await pageList(stage.dataSource, { ...drafts, kind: 'information', cursor: first.next! });
    expect(second.items.length).toBeGreaterThan(0);
    expect(first.items.map(({ id }) => id)).not.toContain(second.items[0]!.id);
    expect([first.count, second.count]).toEqual([limits.pageSize + second.items.length, first.count]);
  });

  it('lists what is archived apart, keeps it readable, and lists it again once it is published again', async () => {
    const pageId = await drafted('announcement', 'Over');
    await record({ type: 'PagePublicationPlanned', data: { pageId, at: '2026-03-03T09:00:00.000Z', by } });
    await stage.projected();
    expect(await pageById(stage.dataSource, pageId)).toMatchObject({ status: 'draft', publishAt: '2026-03-03T09:00:00.000Z' });
    await record({ type: 'PagePublished', data: { pageId, by: null } }, '2026-03-03T09:00:00.000Z');
    await record({ type: 'PageArchived', data: { pageId, by, reason: 'It is over.' } }, '2026-03-04T09:00:00.000Z');
    await stage.projected();
    const isListed = async (status: 'published' | 'archived') =>
      (await pageList(stage.dataSource, { status })).items.some(({ id }) => id === pageId);
    expect([await isListed('published'), await isListed('archived')]).toEqual([false, true]);
    const archived = { at: '2026-03-04T09:00:00.000Z', reason: 'It is over.' };
    expect(await pageById(stage.dataSource, pageId)).toMatchObject({ status: 'published', publishAt: null, archived });
    await publish(pageId, '2026-03-05T09:00:00.000Z');
    await stage.projected();
    expect([await isListed('published'), await isListed('archived')]).toEqual([true, false]);
  });

  it('skips and repeats nothing while the list changes', async () => {
    for (let n = 0; n <= limits.pageSize; n++) await drafted('information', `Late ${n}`);
    await stage.projected();
    const first = await pageList(stage.dataSource, { ...drafts, kind: 'information' });
    const rest = await pageList(stage.dataSource, { ...drafts, kind: 'information', cursor: first.next! });
    await drafted('information', 'Newest');
    await publish(first.items[0]!.id, '2026-03-05T10:00:00.000Z');
    await stage.projected();
    const later = await pageList(stage.dataSource, { ...drafts, kind: 'information', cursor: first.next! });
    expect(later.items.map(({ id }) => id)).toEqual(rest.items.map(({ id }) => id));
  });

  it('refuses a cursor that no page gave', async () => {
    for (const cursor of ['x', '-1', '1e9', '9'.repeat(40)]) {
      await expect(pageList(stage.dataSource, { cursor })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { field: 'cursor' },
      });
    }
  });

  it('has no page under an id that is none', async () => {
    expect(await pageById(stage.dataSource, 'about')).toBeUndefined();
  });
});
