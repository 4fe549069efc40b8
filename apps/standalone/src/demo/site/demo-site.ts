import type { ApiClient } from '@isegoria/api-client';
import { draftPage, placePage, publishPage } from '@isegoria/contracts';
import type { DemoCategory } from '../categories/demo-categories';
import type { DemoUnit } from '../demo-content';
import { addPicture } from '../pictures/demo-files';
import type { SitePage } from './site-words';

interface Demo {
  readonly office: ApiClient;
  readonly unitOf: (unit: DemoUnit | undefined) => string;
  readonly categoriesOf: (...chosen: DemoCategory[]) => string[];
}

/** Publishes pages, many at once, and then gives each its place, those below another one after it. */
export async function makeSite(demo: Demo, pages: readonly SitePage[]): Promise<void> {
  const ids = new Map(await Promise.all(all(pages).map(async (page) => [page, await makeSitePage(demo, page)] as const)));
  const place = async (list: readonly SitePage[], above: string | null): Promise<void> => {
    for (const page of list) {
      const pageId = ids.get(page)!;
      const command = { pageId, above, before: null, address: page.address };
      await demo.office.do(placePage, command, { idempotencyKey: `demo place ${page.title}` });
      await place(page.below ?? [], pageId);
    }
  };
  await place(pages, null);
}

const all = (pages: readonly SitePage[]): SitePage[] => pages.flatMap((page) => [page, ...all(page.below ?? [])]);

async function makeSitePage({ office, unitOf, categoriesOf }: Demo, page: SitePage): Promise<string> {
  const { title, body, kind = 'information', picture } = page;
  const unit = unitOf(page.unit);
  // The same picture as that of a consultation is added once: of the same unit, with the same words.
  const file = picture && (await addPicture(office, picture.name, picture.alt, unit));
  const about = { unit, categories: categoriesOf(...(page.about ?? [])) };
  const draft = { ...about, kind, title, body, language: 'en' as const, ...(file && { picture: file }) };
  const { id: pageId } = await office.do(draftPage, draft, { idempotencyKey: `demo page ${title}` });
  await office.do(publishPage, { pageId }, { idempotencyKey: `demo page ${title} published` });
  return pageId;
}
