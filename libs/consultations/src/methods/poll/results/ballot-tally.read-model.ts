import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LevelCounts } from '../../../results/assurance/levels-in-rows.read-model';

/** A person's last ballot in a poll. */
@Entity('poll_ballot')
export class PollBallotRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('text', { array: true })
  options: string[];

  /** The rank of the person's level when it was cast. */
  @Column('smallint')
  assurance: number;
}

/** The last ballots for an option, counted by level. */
@Entity('option_tally')
export class OptionTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text', { name: 'option_id' })
  optionId: string;

  @Column('int', { array: true })
  votes: LevelCounts;
}
