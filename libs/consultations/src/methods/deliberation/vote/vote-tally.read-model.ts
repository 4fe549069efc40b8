import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';
import type { LevelCounts } from '../../../results/assurance/levels-in-rows.read-model';

/** A person's last vote on a statement. `choice`: agree 1, disagree -1, pass 0. */
@Entity('statement_vote')
export class StatementVoteRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @Column('smallint')
  choice: number;

  /** The rank of the person's level when it was cast. */
  @Column('smallint')
  assurance: number;

  /** When it was cast, in quarters of an hour since 1970. */
  @Column('int')
  quarter: number;

  /** Whether an office brought it in. */
  @Column('boolean')
  imported: boolean;

  /** Of the person's first vote on this statement: the order in which the opinion map takes them. */
  @PositionColumn()
  position: number;
}

/** The count of the last votes on a statement, by level. */
@Entity('statement_tally')
export class StatementTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @Column('int', { array: true })
  agrees: LevelCounts;

  @Column('int', { array: true })
  disagrees: LevelCounts;

  @Column('int', { array: true })
  passes: LevelCounts;
}
