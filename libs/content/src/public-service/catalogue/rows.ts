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

type Cell = string | boolean | null | readonly string[];

/** CSV (RFC 4180), every cell quoted. What a spreadsheet would take for a formula is made text. */
export function asCsv(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const lines = [Object.keys(rows[0] ?? { id: null }), ...rows.map((row) => Object.values(row))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return `"${text.replace(/^(?=[ "]{0,9}[=+\-@＝＋－＠]|[\t\r])/gm, "'").replaceAll('"', '""')}"`;
}
