import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ledTo, pagesBelow, placeOf, placedPages } from './places.read-model';
import { treeStream } from '../site-tree.contract';

describe('the tree of the site', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const by = randomUUID();
  /** Its own for each run, since a store may have data in it. */
  const top = `t${randomUUID().slice(0, 8)}`;

  async function page(title: string, isPublished = true): Promise<string> {
    const pageId = randomUUID();
    const data = { pageId, unit: rootUnit, kind: 'information', title, body: 'b', language: 'en', by } as const;
    await stage.record(`page-${pageId}`, { type: 'PageDrafted', data });
    if (isPublished) await stage.record(`page-${pageId}`, { type: 'PagePublished', data: { pageId, by } });
    return pageId;
  }
  const place = (pageId: string, above: string | null, address: string, before: string | null = null) =>
    stage.record(treeStream, { type: 'PagePlaced', data: { pageId, unit: rootUnit, above, before, address, by } });
  const takeOut = (pageId: string) =>
    stage.record(treeStream, { type: 'PageTakenOut', data: { pageId, unit: rootUnit, reason: 'Merged.', by } });
  const rows = async () => (await stage.projected(), stage.dataSource);
  const titles = (pages: readonly { title: string }[]) => pages.map(({ title }) => title);

  it('leads from every address that a page had to the one that it has, with all that came along, in one step', async () => {
    const [root, lakes, permits] = [await page('Root'), await page('Lakes'), await page('Permits')];
    await place(root, null, top);
    await place(lakes, root, 'lakes');
    await place(permits, lakes, 'permits');
    await place(lakes, root, 'waters');
    await place(lakes, root, 'rivers');
    await place(permits, root, 'permits');
    const led = async (path: string) => ledTo(await rows(), `${top}/${path}`);
    expect(await led('lakes')).toEqual({ pageId: lakes, path: `${top}/rivers` });
    expect(await led('waters')).toEqual({ pageId: lakes, path: `${top}/rivers` });
    for (const path of ['lakes/permits', 'waters/permits', 'rivers/permits', 'permits', 'PERMITS/'])
      expect(await led(path)).toEqual({ pageId: permits, path: `${top}/permits` });
    expect(await led('nowhere')).toBeUndefined();
    expect(await led('lakes/permits/more')).toBeUndefined();

    // An address that was given up is another page's now: the older redirect ends. Going back ends those that led away.
    const other = await page('Other');
    await place(other, root, 'lakes');
    expect(await led('lakes')).toEqual({ pageId: other, path: `${top}/lakes` });
    await place(lakes, root, 'waters');
    for (const path of ['waters', 'rivers']) expect(await led(path)).toEqual({ pageId: lakes, path: `${top}/waters` });
    await takeOut(other);
    expect(await led('lakes')).toEqual({ pageId: other, path: null });
  });

  it('has each list in its order, and in the place of a page that nobody may read those below it', async () => {
    const root = await page('Root');
    await place(root, null, `${top}-order`);
    const [a, b, c, below] = [await page('A'), await page('B'), await page('C'), await page('Below B')];
    await place(a, root, 'a');
    await place(b, root, 'b');
    await place(c, root, 'c');
    await place(await page('Draft', false), root, 'draft');
    await place(below, b, 'below');
    await place(c, root, 'c', a);
    expect(titles(await pagesBelow(await rows(), root))).toEqual(['C', 'A', 'B']);
    expect(await placeOf(await rows(), below)).toMatchObject({ path: `${top}-order/b/below`, trail: [{ title: 'Root' }, { title: 'B' }] });
    await stage.record(`page-${b}`, { type: 'PageWithdrawn', data: { pageId: b, by, reason: 'Wrong.' } });
    const withdrawn = await rows();
    expect(titles(await pagesBelow(withdrawn, root))).toEqual(['C', 'A', 'Below B']);
    const { trail, beside } = await placeOf(withdrawn, below);
    expect([titles(trail), titles(beside)]).toEqual([['Root'], ['C', 'A', 'Below B']]);
    await takeOut(a);
    expect((await pagesBelow(await rows(), root)).map(({ order }) => order)).toEqual([0, 0]);
    expect(titles((await placedPages(await rows(), [])).items)).not.toContain('Draft');
    expect(titles((await placedPages(await rows(), [rootUnit])).items)).toContain('Draft');
  });
});
