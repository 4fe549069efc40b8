import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { insertNew } from '@isegoria/projection';

/** To which paragraph an annotation went with a version of its text; where it was written it stands until the first of these. */
@Entity('annotation_place')
export class AnnotationPlaceRow {
  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  paragraph: string;
}

export const keepPlaces = (moved: readonly AnnotationPlaceRow[], rows: EntityManager) => insertNew(rows, AnnotationPlaceRow, [...moved]);

/** In SQL, the version of a text (`$1`) that stood at a place in the log. */
export const versionUpTo = (position: number): string =>
  `(SELECT max(version) FROM paper_version WHERE activity_id = $1 AND stands AND position <= ${Number(position)})`;

/** In SQL, the paragraph in which an annotation stood in a version of its text. @param annotation names its row */
export const paragraphIn = (annotation: string, version: string): string => `coalesce((
  SELECT paragraph FROM annotation_place WHERE statement_id = ${annotation}.id AND version <= ${version} ORDER BY version DESC LIMIT 1),
  ${annotation}.at ->> 'paragraph')`;
