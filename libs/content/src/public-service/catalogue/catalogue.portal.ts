import { Controller, Get, Param, Res } from '@nestjs/common';
import { allPages } from '@isegoria/api-client';
import { asCsv, categoriesOf, csvType, idInPath, unitsOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { listServices, showService } from '../public-service.contract';
import { asCpsv, context, type Named } from './cpsv';
import { rowsOf } from './rows';

/** The directory of services for programs. */
@Controller()
export class CatalogueController {
  @Get('services.jsonld')
  async linked(@Res() response: Visited): Promise<void> {
    const { visit } = response;
    const [services, named] = await Promise.all([servicesOf(visit), namesFor(visit)]);
    send(response, 'application/ld+json', { '@context': context, '@graph': services.map((one) => asCpsv(one, named)) });
  }

  @Get('services.json')
  async list(@Res() response: Visited): Promise<void> {
    send(response, 'application/json', await rowsFor(response.visit));
  }

  @Get('services.csv')
  async table(@Res() response: Visited): Promise<void> {
    send(response, csvType, asCsv(await rowsFor(response.visit)));
  }

  @Get('services/:id.jsonld')
  async one(@Res() response: Visited, @Param('id') id: string): Promise<void> {
    const { visit } = response;
    const [service, named] = await Promise.all([visit.api.ask(showService, { serviceId: idInPath(id) }), namesFor(visit)]);
    send(response, 'application/ld+json', { '@context': context, ...asCpsv(service, named) });
  }
}

const servicesOf = (visit: Visit) => allPages((cursor) => visit.api.ask(listServices, { cursor }));

async function rowsFor(visit: Visit) {
  const [services, named] = await Promise.all([servicesOf(visit), namesFor(visit)]);
  return services.flatMap((one) => rowsOf(one, named));
}

export async function namesFor(visit: Visit): Promise<Named> {
  const [units, categories] = await Promise.all([unitsOf(visit), categoriesOf(visit)]);
  return {
    site: visit.siteAddress ?? '',
    unitName: (unit) => units.nameOf(unit),
    categoryName: (category) => categories.nameOf(category).text,
  };
}

function send(response: Visited, type: string, content: object | string): void {
  response.set('cache-control', 'no-store').type(type).send(typeof content === 'string' ? content : JSON.stringify(content));
}
