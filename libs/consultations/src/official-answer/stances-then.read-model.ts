import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn } from '@isegoria/projection';
import type { OfficialAnswerPublished, Stance } from './official-answer.contract';

/** What stance an answer had from a place in the log on, until that of its next row. */
@Entity('answer_stance')
export class AnswerStanceRow {
  /** Of what is answered. */
  @PrimaryColumn('uuid', { name: 'about_id' })
  aboutId: string;

  @PositionColumn({ primary: true })
  position: number;

  @Column('text')
  stance: Stance;
}

export const stanceSince = ({ data: { aboutId, stance }, position }: Recorded<OfficialAnswerPublished>): AnswerStanceRow => {
  return { aboutId, stance, position };
};

/** In SQL, the stance of the answer that stood at a place, one row at most. @param about SQL: the id of what is answered */
export const stanceUpTo = (about: string, position: number): string => `(
  SELECT stance FROM answer_stance WHERE about_id = ${about} AND position <= ${Number(position)} ORDER BY position DESC LIMIT 1)`;
