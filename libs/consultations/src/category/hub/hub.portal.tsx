import { Controller, Get, Param, Res } from '@nestjs/common';
import { listPages } from '@isegoria/content';
import { Rejection, isCategory, type CategoryKind } from '@isegoria/kernel';
import { categoriesOf, categoryPath, type Visit, type Visited } from '@isegoria/portal-kit';
import { listConsultations, publishedStatuses } from '../../consultation/consultation.contract';
import { countConsultations } from '../chosen/chosen.contract';
import { overdueFor } from '../../answer-owed/league/response-times.portal';
import { CategoriesPage, HubPage } from './hub.page';
import { questionsAbout } from './questions-about.portal';

/** Cards of each status; a link leads to all. */
const mostCards = 6;
/** Pages, the newest first. */
const mostPages = 5;

/** Topics and areas, for everybody. */
@Controller()
export class HubsController {
  @Get('topics')
  async topics(@Res() { visit }: Visited): Promise<void> {
    await showAll(visit, 'topic');
  }

  @Get('areas')
  async areas(@Res() { visit }: Visited): Promise<void> {
    await showAll(visit, 'area');
  }

  @Get('topics/:place')
  async topic(@Res() { visit }: Visited, @Param('place') place: string): Promise<void> {
    await showHub(visit, 'topic', place);
  }

  @Get('areas/:place')
  async area(@Res() { visit }: Visited, @Param('place') place: string): Promise<void> {
    await showHub(visit, 'area', place);
  }
}

async function showAll(visit: Visit, kind: CategoryKind): Promise<void> {
  const [tree, counts] = await Promise.all([categoriesOf(visit), visit.api.ask(countConsultations, {})]);
  visit.show(<CategoriesPage kind={kind} tree={tree} counts={counts[`${kind}s`]} />, { title: visit.texts.t(`categories.${kind}s`) });
}

/** @throws Rejection CATEGORY_NOT_FOUND */
async function showHub(visit: Visit, kind: CategoryKind, place: string): Promise<void> {
  const category = `${kind}.${place}`;
  if (!isCategory(category)) throw new Rejection('CATEGORY_NOT_FOUND');
  const [tree, counts, ...found] = await Promise.all([
    categoriesOf(visit),
    visit.api.ask(countConsultations, {}),
    ...publishedStatuses.map((status) => visit.api.ask(listConsultations, { status, [kind]: category })),
  ]);
  const view = tree.get(category);
  if (!view) throw new Rejection('CATEGORY_NOT_FOUND');
  const lists = publishedStatuses
    .map((status, index) => ({ status, count: found[index]!.count, items: found[index]!.items.slice(0, mostCards) }))
    .filter(({ status, count }) => status === 'open' || count > 0);
  const listed = ['open', 'closed', 'decided', 'scheduled'].flatMap((status) => lists.find((list) => list.status === status)?.items ?? []);
  const chosen = { [kind]: category };
  const [asked, news, late] = await Promise.all([
    questionsAbout(visit, listed, chosen),
    visit.api.ask(listPages, chosen),
    overdueFor(visit, chosen),
  ]);
  const pages = { pages: news.items.slice(0, mostPages), allPages: news.count };
  visit.show(<HubPage category={view} tree={tree} counts={counts[`${kind}s`]} lists={lists} asked={asked} late={late} {...pages} />, {
    title: tree.nameOf(category).text,
    description: tree.aboutOf(category)?.text,
    address: categoryPath(category),
  });
}
