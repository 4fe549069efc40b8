import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, timeOf, type Projection } from '@isegoria/projection';
import { platformSettings } from '../settings/settings.read-model';
import { sitePageNames, type SitePageName, type StatedFacts } from './facts.contract';
import { goingPublic, showGoingPublic } from './going-public/going-public.contract';
import { showSitePage, type SitePageFilledIn, type SitePageView } from './site-page.contract';

@Entity('site_page')
export class SitePageRow {
  @PrimaryColumn('text')
  page: SitePageName;

  @Column('jsonb')
  facts: StatedFacts;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** Where in the log it was filled in. */
  @PositionColumn()
  version: number;
}

export function sitePageProjection(): Projection {
  return { name: 'content/site-pages', entities: [SitePageRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<SitePageFilledIn>[]) {
    if (event.type !== 'SitePageFilledIn') continue;
    const { page, facts } = event.data;
    await rows.save(SitePageRow, { page, facts, changedAt: timeOf(event), version: event.position });
  }
}

/** What a page states; no facts while nothing was filled in. */
export async function sitePage(rows: DataSource | EntityManager, page: SitePageName): Promise<SitePageView> {
  const row = await rows.getRepository(SitePageRow).findOneBy({ page });
  return { page, facts: row?.facts ?? {}, changedAt: row?.changedAt.toISOString() ?? null, version: row?.version ?? 0 };
}

export const sitePageAnswers = [
  answer(showSitePage, ['content'], ({ page }, { rows }) => sitePage(rows, page)),
  answer(showGoingPublic, ['content'], async (_, { rows }) => {
    const pages = await Promise.all(sitePageNames.map((page) => sitePage(rows, page)));
    return goingPublic(await platformSettings(rows), pages);
  }),
];
