import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LevelCounts } from '../../results/assurance/levels-in-rows.read-model';

/** A person's last ballot in an activity in which a ballot is a few choices. */
@Entity('choice_ballot')
export class ChoiceBallotRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  voter: string;

  /** What it says, each a text that its method knows, such as the id of an option. */
  @Column('text', { array: true })
  choices: string[];

  /** What it says, hidden until the vote is closed; null where that is open. */
  @Column('text', { nullable: true })
  hidden: string | null;

  /** The rank of the person's level when it was cast. */
  @Column('smallint')
  assurance: number;

  /** When it was cast, in quarters of an hour since 1970. */
  @Column('int')
  quarter: number;

  /** Whether an office brought it in. */
  @Column('boolean')
  imported: boolean;
}

/** The last ballots that make a choice, counted by level. */
@Entity('choice_tally')
export class ChoiceTallyRow {
  @PrimaryColumn('uuid', { name: 'activity_id' })
  activityId: string;

  @PrimaryColumn('text')
  choice: string;

  @Column('int', { array: true })
  votes: LevelCounts;
}
