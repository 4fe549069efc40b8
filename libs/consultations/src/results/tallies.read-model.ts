import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PositionColumn } from '@isegoria/projection';

/** A person's last vote on a statement. `choice`: agree 1, disagree -1, pass 0. */
@Entity('statement_vote')
export class StatementVoteRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text')
  voter: string;

  @PrimaryColumn('uuid', { name: 'statement_id' })
  statementId: string;

  @Column('smallint')
  choice: number;

  @Column('boolean')
  verified: boolean;
}

/** The last votes on a statement, counted. */
@Entity('statement_tally')
export class StatementTallyRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

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

/** A person's last ballot in a poll. */
@Entity('poll_ballot')
export class PollBallotRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

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
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text', { name: 'option_id' })
  optionId: string;

  @Column('int')
  verified: number;

  @Column('int')
  unverified: number;
}

/** A person who cast something in a consultation: the day (UTC) of the first vote and the assurance at the last one. */
@Entity('participant')
export class ParticipantRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text')
  voter: string;

  @Column('text', { name: 'first_day' })
  firstDay: string;

  @Column('boolean')
  verified: boolean;

  /** Why a moderator left all that this person cast out of the counts; null while it counts. */
  @Column('text', { name: 'excluded_reason', nullable: true })
  excludedReason: string | null;
}

/** The people whose first vote was on that day, counted. */
@Entity('participation_day')
export class ParticipationDayRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text')
  day: string;

  @Column('int')
  verified: number;

  @Column('int')
  unverified: number;
}

/** What was cast in a consultation over all, changed votes included. */
@Entity('turnout')
export class TurnoutRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @Column('int', { name: 'votes_cast' })
  votesCast: number;

  @Column('int', { name: 'excluded_ballots' })
  excludedBallots: number;

  /**
   * Where in the log a vote was last cast, a ballot excluded or put back, or a statement moderated: from there on an earlier opinion map
   * is outdated.
   */
  @PositionColumn({ name: 'changed_position' })
  changedPosition: number;
}
