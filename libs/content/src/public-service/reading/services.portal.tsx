import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { limits, rootUnit } from '@isegoria/kernel';
import {
  PARTS_OF_SERVICES,
  categoriesOf,
  idInPath,
  narrowedTo,
  narrowedToCategories,
  unitPath,
  unitsOf,
  unitsToNarrow,
  type PagePart,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { crumbOf } from '@isegoria/ui';
import { isLifeEvent } from '../described/life-events.contract';
import { listServices, showService, showUnitsOfServices } from '../public-service.contract';
import { asGovernmentService } from '../catalogue/cpsv';
import { asRead } from './as-read';
import { DirectoryPage } from './directory.page';
import { ServicePage } from './service.page';

@Controller('services')
export class ServicesController {
  constructor(@Inject(PARTS_OF_SERVICES) private readonly parts: readonly PagePart[]) {}

  @Get()
  async directory(@Res() { visit }: Visited): Promise<void> {
    const { lifeEvent } = visit.request.query;
    const [words, unit, cursor, chosen] = [wordsOf(visit), narrowedTo(visit), visit.cursor(), narrowedToCategories(visit)];
    const narrowed = { words, unit, ...chosen, ...(isLifeEvent(lifeEvent) && { lifeEvent }) };
    const [services, units, tree] = await Promise.all([
      visit.api.ask(listServices, { ...narrowed, cursor }),
      unitsToNarrow(visit, showUnitsOfServices),
      categoriesOf(visit),
    ]);
    visit.show(<DirectoryPage services={{ ...services, cursor }} {...narrowed} units={units} tree={tree} chosen={chosen} />, {
      title: visit.texts.t('nav.services'),
      description: visit.texts.t('services.lead'),
    });
  }

  @Get(':id')
  async service(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const service = await visit.api.ask(showService, { serviceId: idInPath(id) });
    const parts = service.publishedAt === null ? [] : this.parts;
    const loading = parts.map((part) => part.load(visit, service.id));
    const [units, tree, ...loaded] = await Promise.all([unitsOf(visit), categoriesOf(visit), ...loading]);
    const { words } = asRead(service, visit.texts.language);
    const named = { site: visit.siteAddress ?? '', unitName: (unit: string) => units.nameOf(unit), categoryName: (one: string) => one };
    const trail = service.unit === rootUnit ? [] : [crumbOf(units.wayTo(service.unit), `/services?unit=${service.unit}`)];
    visit.show(
      <ServicePage
        service={service}
        unitName={units.nameOf(service.unit)}
        unitHref={unitPath(service.unit)}
        trail={trail}
        tree={tree}
        zone={(visit.site.timeZone ?? visit.settings.timeZone).replaceAll('_', ' ')}
        mayEdit={visit.may('publish', service.unit)}
        parts={loaded}
      />,
      { title: words.title, description: words.summary, data: asGovernmentService(service, words, named), islands: ['receipt-tools'] },
    );
  }
}

/** What somebody looks for; what is too long to be a search is cut, and what says nothing is none. */
function wordsOf({ request }: Visit): string | undefined {
  const { words } = request.query;
  if (typeof words !== 'string') return undefined;
  const said = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  return said === '' ? undefined : Array.from(said).slice(0, limits.titleLength).join('').trim();
}
