import type { ServiceView } from '../public-service.contract';
import type { Named } from './cpsv';

/** One service in one language, as files have it; null is what it does not have. */
export function rowsOf(service: ServiceView, { site, unitName, categoryName }: Named) {
  const { id, unit, channels, lifeEvents, categories, publishedAt, revisedAt } = service;
  const { online, phone, email, hours } = channels;
  return [service, ...service.translations].map(({ language, words }) => ({
    ...{ id, language, ...words },
    ...{ online, phone, email, hours: hours.map(({ day, opens, closes }) => `${day} ${opens}-${closes}`) },
    ...{ unit, unit_name: unitName(unit), life_events: lifeEvents, topics_and_areas: categories.map(categoryName) },
    ...{ published_at: publishedAt, revised_at: revisedAt, is_original: language === service.language, page: `${site}/services/${id}` },
  }));
}
