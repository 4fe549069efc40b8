import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, timeOf, type Projection } from '@isegoria/projection';
import { saysTheSame } from '../described/described.contract';
import type { ServiceDrafted, ServiceEvent, ServiceRevised, ServiceTranslated } from '../public-service-events.contract';
import { PublicServiceRow, foundBy } from './public-service-row.read-model';

export function publicServicesProjection(): Projection {
  return { name: 'content/public-services', entities: [PublicServiceRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<ServiceEvent>[]) {
    if (event.type === 'ServiceDrafted') await insertNew(rows, PublicServiceRow, [drafted(event)]);
    const id = event.data.serviceId;
    if (event.type === 'ServiceRevised') await change(rows, id, (row) => revised(row, event));
    if (event.type === 'ServiceTranslated') await change(rows, id, (row) => translated(row, event));
    if (event.type === 'ServicePublished') {
      const first = { publishedAt: timeOf(event), changedPosition: event.position };
      await change(rows, id, ({ publishedAt }) => ({ status: 'published', ...(publishedAt === null && first) }));
    }
    if (event.type === 'ServiceWithdrawn') await rows.update(PublicServiceRow, { id }, { status: 'withdrawn' });
  }
}

async function change(rows: EntityManager, id: string, into: (row: PublicServiceRow) => Partial<PublicServiceRow>): Promise<void> {
  const row = await rows.findOneBy(PublicServiceRow, { id });
  if (row) await rows.update(PublicServiceRow, { id }, into(row) as never);
}

function drafted(event: Recorded<ServiceDrafted>): PublicServiceRow {
  const { serviceId, unit, language, words, channels, lifeEvents, categories = [] } = event.data;
  const { position } = event;
  return {
    ...{ id: serviceId, unit, language, words, channels, lifeEvents, categories },
    status: 'draft',
    translations: [],
    found: foundBy([words]),
    publishedAt: null,
    revisedAt: timeOf(event),
    ...{ wordsPosition: position, version: position, translationsVersion: position, changedPosition: position },
  };
}

function revised(row: PublicServiceRow, event: Recorded<ServiceRevised>): Partial<PublicServiceRow> {
  const { language, words, channels, lifeEvents, categories = [] } = event.data;
  const { position } = event;
  const translations = row.translations.filter((other) => other.language !== language);
  const isSame = language === row.language && saysTheSame(words, row.words);
  return {
    ...{ language, words, channels, lifeEvents, categories, translations },
    found: foundBy([words, ...translations.map((one) => one.words)]),
    revisedAt: timeOf(event),
    ...{ version: position, translationsVersion: position, ...(!isSame && { wordsPosition: position }) },
  };
}

function translated(row: PublicServiceRow, event: Recorded<ServiceTranslated>): Partial<PublicServiceRow> {
  const { language, words } = event.data;
  const others = row.translations.filter((other) => other.language !== language);
  const made = words && { language, words, translatedAt: timeOf(event).toISOString(), madeFrom: row.wordsPosition };
  const translations = made ? [...others, made] : others;
  return {
    translations,
    found: foundBy([row.words, ...translations.map((one) => one.words)]),
    translationsVersion: event.position,
  };
}
