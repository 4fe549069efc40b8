import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';

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

  @Column('boolean')
  verified: boolean;

  /** Of the person's first vote on this statement: the order in which the opinion map takes them. */
  @PositionColumn()
  position: number;
}

/** The count of the last votes on a statement. */
@Entity('statement_tally')
export class StatementTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @Column('int', { name: 'verified_agrees' })
  verifiedAgrees: number;

  @Column('int', { name: 'verified_disagrees' })
  verifiedDisagrees: number;

  @Column('int', { name: 'verified_passes' })
  verifiedPasses: number;

  @Column('int', { name: 'unverified_agrees' })
  unverifiedAgrees: number;

  @Column('int', { name: 'unverified_disagrees' })
  unverifiedDisagrees: number;

  @Column('int', { name: 'unverified_passes' })
  unverifiedPasses: number;
}
