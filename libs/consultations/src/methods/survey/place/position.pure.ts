import type { Place } from '../questionnaire/questionnaire.pure';

/** The position of a place as people read and type it: latitude and longitude in degrees. */
export function positionOf({ latitude, longitude }: Partial<Place>): string {
  // What could not be read is kept as it was typed.
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return latitude === undefined ? '' : String(latitude);
  return [latitude, longitude].map((degrees) => String(Number(degrees.toFixed(5)) || 0)).join(', ');
}

/** What was typed as a position, to a metre; what cannot be read is kept as it was typed, and is not right. */
export function positionIn(typed: string): Pick<Place, 'latitude' | 'longitude'> {
  const text = typed.trim();
  if (text === '') return {};
  const latin = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('\u066b', '.')
    .replaceAll('\u2212', '-')
    .replaceAll('\u060c', ',');
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,12})?)°?[\s,;]+(-?\d{1,3}(?:\.\d{1,12})?)°?$/.exec(latin) ?? [];
  if (latitude === undefined) return { latitude: text as unknown as number };
  return { latitude: toMetres(latitude), longitude: toMetres(longitude!) };
}

const toMetres = (degrees: string): number => Math.round(Number(degrees) * 100_000) / 100_000 || 0;
