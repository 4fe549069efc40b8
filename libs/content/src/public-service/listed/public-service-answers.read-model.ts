import type { DataSource, EntityManager } from 'typeorm';
import { Rejection, may, permitted, unitsWhere, type Page } from '@isegoria/kernel';
import { answer, isAboutAny, isRowId, isWithinAny, pageOfRows, unitsInUse } from '@isegoria/projection';
import { listServices, showService, showUnitsOfServices, type ListServices, type ServiceView } from '../public-service.contract';
import { lookedFor } from './findable';
import { PublicServiceRow, viewOf } from './public-service-row.read-model';

/** The units whose unpublished services are listed too, each with all below it; none when absent. */
type Choice = Partial<ListServices> & { readonly unpublishedIn?: readonly string[] };

/** Services, the latest publication first; published ones unless another status (or all) is asked for. */
export async function serviceList(
  rows: DataSource | EntityManager,
  { lifeEvent, unit, topic, area, words = '', status = 'published', unpublishedIn = [], cursor }: Choice = {},
): Promise<Page<ServiceView>> {
  const query = rows.getRepository(PublicServiceRow).createQueryBuilder('service').where(status === 'all' ? {} : { status });
  if (lifeEvent !== undefined) query.andWhere('jsonb_exists(service.life_events, :lifeEvent)', { lifeEvent });
  if (unit !== undefined) query.andWhere(isWithinAny('service.unit', ':units'), { units: [unit] });
  if (topic !== undefined) query.andWhere(isAboutAny('service.categories', ':topics'), { topics: [topic] });
  if (area !== undefined) query.andWhere(isAboutAny('service.categories', ':areas'), { areas: [area] });
  lookedFor(words).forEach((word, at) => query.andWhere(`strpos(service.found, :word${at}) > 0`, { [`word${at}`]: word }));
  query.andWhere(`(service.status = 'published' OR ${isWithinAny('service.unit', ':unpublishedIn')})`, { unpublishedIn });
  const { items, ...page } = await pageOfRows(query, { by: 'changedPosition', newestFirst: true, cursor });
  return { ...page, items: items.map(viewOf) };
}

/** One entry of any status, or undefined; the caller checks whether the reader may see a draft. */
export async function serviceById(rows: DataSource | EntityManager, id: string): Promise<ServiceView | undefined> {
  const row = isRowId(id) ? await rows.getRepository(PublicServiceRow).findOneBy({ id }) : null;
  return row ? viewOf(row) : undefined;
}

const group = ['public-services'];

export const publicServiceAnswers = [
  answer(listServices, group, async ({ status = 'published', ...chosen }, { rows, reader }) => {
    if (status !== 'published') permitted(reader, 'publish');
    return serviceList(rows, { ...chosen, status, unpublishedIn: unitsWhere(reader, 'publish') });
  }),
  answer(showUnitsOfServices, group, async (_, { rows }) => ({ units: await unitsInUse(rows, 'public_service', "status = 'published'") })),
  answer(showService, group, async ({ serviceId }, { rows, reader }) => {
    const service = await serviceById(rows, serviceId);
    if (service && (service.status === 'published' || may(reader, 'publish', service.unit))) return service;
    throw new Rejection(service?.status === 'withdrawn' ? 'SERVICE_WITHDRAWN' : 'SERVICE_NOT_FOUND');
  }),
];
