import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's last ballot in a poll. */
@Entity('poll_ballot')
export class PollBallotRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('text', { array: true })
  options: string[];

  @Column('boolean')
  verified: boolean;
}

/** The last ballots for an option, counted. */
@Entity('option_tally')
export class OptionTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text', { name: 'option_id' })
  optionId: string;

  @Column('int')
  verified: number;

  @Column('int')
  unverified: number;
}
