import type { EntityManager } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import type { ConsultationRow } from '../../consultation/view/consultation.read-model';
import { lastPositionBy, momentOf } from './moments.read-model';
import { placeIn } from './place.contract';

export interface FoundPlace {
  readonly position: number;
  /** When the last event about the consultation up to it was recorded, to the second; the time that was asked for, if one was. */
  readonly at: Date;
}

/**
 * The place as of which results and the like of a consultation are asked for.
 * @param reached the position that the rows include
 * @throws Rejection NOT_RECORDED_YET, NOT_OPEN_THEN
 */
export async function askedPlace(
  rows: EntityManager,
  asOf: string,
  { id, publishedPosition, opensAt }: Pick<ConsultationRow, 'id' | 'publishedPosition' | 'opensAt'>,
  reached: number,
): Promise<FoundPlace> {
  const place = placeIn(asOf)!;
  if ('second' in place) {
    const at = new Date(place.second * 1_000);
    if (at.getTime() > Date.now()) throw new Rejection('NOT_RECORDED_YET');
    const position = await lastPositionBy(rows, id, place.second);
    if (position === undefined || isBefore(position, publishedPosition) || !opensAt || at < opensAt) throw new Rejection('NOT_OPEN_THEN');
    return { position, at };
  }
  const { position } = place;
  if (position > reached) throw new Rejection('NOT_RECORDED_YET');
  if (isBefore(position, publishedPosition)) throw new Rejection('NOT_OPEN_THEN');
  return { position, at: (await momentOf(rows, id, position))! };
}

function isBefore(position: number, publishedPosition: number | null): boolean {
  return publishedPosition === null || position < publishedPosition;
}
