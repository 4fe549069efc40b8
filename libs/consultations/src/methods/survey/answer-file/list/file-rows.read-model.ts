import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { MediaType } from '@isegoria/content';
import type { Recorded } from '@isegoria/kernel';
import { insertNew, timeOf } from '@isegoria/projection';
import type { AnswersGiven, RecordedAnswer, RecordedFile } from '../../response/response.contract';

/** A file among the answers of a response, sent once or again; it stands where the person's ballot names these answers. */
@Entity('survey_file')
@Index('survey_file_by_place', ['activityId', 'place'])
@Index('survey_file_by_hash', ['activityId', 'file'])
export class SurveyFileRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @PrimaryColumn('text')
  commitment: string;

  @PrimaryColumn('text')
  question: string;

  @Column('text')
  file: string;

  @Column('text', { name: 'media_type' })
  mediaType: MediaType;

  @Column('integer')
  size: number;

  /** Sealed for the person. */
  @Column('text')
  details: string;

  @Column('timestamptz')
  at: Date;

  /** Its place in the log, and the question: the order of lists. */
  @Column('text')
  place: string;
}

export async function noteFiles(given: readonly Recorded<AnswersGiven>[], rows: EntityManager): Promise<void> {
  const found = given.flatMap((event) =>
    Object.entries(event.data.answers).flatMap(([question, recorded]) => {
      if (!isFile(recorded)) return [];
      const { activityId, voter, commitment } = event.data;
      const { file, size } = recorded;
      const facts = { file, size, mediaType: recorded.mediaType as MediaType, details: recorded.details.sealed };
      const place = `${String(event.position).padStart(15, '0')} ${question}`;
      return [{ activityId, voter, commitment, question, ...facts, at: timeOf(event), place }];
    }),
  );
  if (found.length > 0) await insertNew(rows, SurveyFileRow, found);
}

/** A row of a matrix may be called anything, but is text. */
function isFile(recorded: RecordedAnswer): recorded is RecordedFile {
  return typeof recorded === 'object' && 'details' in recorded && typeof (recorded as RecordedFile).details === 'object';
}
