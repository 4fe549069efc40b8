import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { assuranceLevels, narrowedUnits, permitted, unitsWhere, type Page } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, isNotErased, isWithinAny, pageOfRows, withTexts, wordsOf } from '@isegoria/projection';
import { feedbackContext } from '../feedback-given.contract';
import {
  listOwnFeedback,
  listServiceComments,
  showOwnFeedback,
  type NamedService,
  type OwnFeedbackView,
  type ServiceCommentView,
} from '../service-feedback.contract';
import { RatedServiceRow } from './rated-service.read-model';
import { ServiceFeedbackRow } from './service-feedback.read-model';

type Rows = SelectQueryBuilder<ServiceFeedbackRow>;
type Choose = (feedback: Rows) => Rows;

/** What was said of services, newest first, with what these are called. */
async function saidOf(
  rows: DataSource,
  keys: SubjectKeys,
  cursor: string | undefined,
  choose: Choose,
): Promise<Page<OwnFeedbackView & ServiceCommentView>> {
  const query = choose(rows.getRepository(ServiceFeedbackRow).createQueryBuilder('said'));
  const { items, ...page } = await pageOfRows(query, { by: 'position', newestFirst: true, cursor });
  const services = await servicesOf(rows, items);
  const views = await withTexts(
    keys,
    items,
    ({ comment }) => comment,
    ({ serviceId, answer: said, assurance, givenAt }, comment) => ({
      ...services.get(serviceId)!,
      ...{ answer: said, assurance: assuranceLevels[assurance]!, comment: wordsOf(comment), givenAt: givenAt.toISOString() },
    }),
  );
  return { ...page, items: views };
}

async function servicesOf(
  rows: DataSource,
  said: readonly ServiceFeedbackRow[],
): Promise<ReadonlyMap<string, NamedService & { readonly unit: string }>> {
  const ids = [...new Set(said.map(({ serviceId }) => serviceId))];
  const found = await rows.getRepository(RatedServiceRow).createQueryBuilder('service').where('id = ANY (:ids)', { ids }).getMany();
  return new Map(found.map(({ id, language, titles, unit }) => [id, { serviceId: id, language, titles, unit }]));
}

const group = ['service-feedback'];

export const serviceCommentAnswers = [
  answer(listServiceComments, group, ({ unit, serviceId, cursor }, { rows, keys, reader }) => {
    const units = narrowedUnits(unitsWhere(reader, 'publish'), unit);
    return saidOf(rows, keys, cursor, (said) => {
      said
        .innerJoin(RatedServiceRow, 'service', 'service.id = said.serviceId')
        .where(`said.comment IS NOT NULL AND ${isNotErased('said.comment')}`)
        .andWhere(isWithinAny('service.unit', ':units'), { units });
      return serviceId === undefined ? said : said.andWhere('said.serviceId = :serviceId', { serviceId });
    });
  }),

  answer(showOwnFeedback, group, async ({ serviceId }, { rows, keys, reader }) => {
    const { accountId } = permitted(reader, 'participate');
    const author = await keys.pseudonym(accountId, feedbackContext(serviceId));
    const { items } = await saidOf(rows, keys, undefined, (said) => said.where({ serviceId, author }));
    return { answer: items[0]?.answer ?? null, comment: items[0]?.comment ?? null };
  }),

  // The pseudonyms are computed for this answer and kept nowhere, so that no row ties them together.
  answer(listOwnFeedback, group, async ({ cursor }, { rows, keys, reader }) => {
    const { accountId } = permitted(reader, 'participate');
    const services: { id: string }[] = await rows.query('SELECT id FROM rated_service WHERE was_published');
    const own = await Promise.all(services.map(({ id }) => keys.pseudonym(accountId, feedbackContext(id))));
    const { items, ...page } = await saidOf(rows, keys, cursor, (said) => said.where('said.author = ANY (:own)', { own }));
    return { ...page, items: items.map(({ unit: _, assurance: __, ...view }) => view) };
  }),
];
