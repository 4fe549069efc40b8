import { IsNull } from 'typeorm';
import type { Findable } from '@isegoria/projection';
import type { FoundKind } from '../search/search.contract';
import { PageRow } from './page.read-model';

/** Pages that are published and current are found; everything that the log says of a page stands in its own stream. */
export const foundPages: Findable<FoundKind> = {
  kind: 'page',
  idIn: ({ stream, data }) => (stream.startsWith('page-') ? (data as { pageId?: string }).pageId : undefined),
  async documentsOf(id, rows) {
    const page = await rows.findOneBy(PageRow, { id, status: 'published', archived: IsNull() });
    if (!page) return [];
    const { unit, categories, title, body, language, publishedAt, revisedAt } = page;
    const texts = { unit, categories, title, body, language };
    return [{ ...texts, path: `/pages/${id}`, day: publishedAt ?? revisedAt, opensAt: null, closesAt: null }];
  },
};
