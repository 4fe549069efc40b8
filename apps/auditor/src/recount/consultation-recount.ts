import { opinionMapOf, votesToBePlaced, type ComputedOpinionMap, type MapVote } from '@isegoria/consultations/read-models';
import {
  isVerified,
  type CastEvent,
  type ConsultationResults,
  type ConsultationsEvent,
  type EventMetadata,
  type FeedbackEvent,
  type OptionResult,
  type PollOption,
  type StatementStatus,
} from '@isegoria/contracts';
import { BallotBook } from './ballot-book';
import { Numbers } from './numbers';
import { Participation } from './participation';
import { VoteBook, noVotes } from './vote-book';

/** An event that says something about a consultation, as the log gives it. */
export type CountedEvent = (ConsultationsEvent | FeedbackEvent) & {
  readonly position: number;
  readonly recordedAt: string;
  readonly metadata: EventMetadata;
};

/** The figures of a dashboard, without what the log cannot tell: sealed texts, and when it was computed. */
export type RecountedResults = Omit<ConsultationResults, 'position' | 'computedAt' | 'skippedEvents' | 'statements'> & {
  readonly statements: readonly Omit<ConsultationResults['statements'][number], 'text'>[];
};

interface CountedStatement {
  readonly id: string;
  readonly externalId: string | null;
  status: StatementStatus;
}

/**
 * Counts one consultation anew, from its events alone. Written apart from the read models, so that a mistake in one shows against the
 * other; only the formula of the opinion map is shared.
 */
export class ConsultationRecount {
  /** As the draft says it, which is the first event of a consultation. */
  private kind: ConsultationResults['kind'];
  private options: readonly PollOption[] = [];
  private readonly statements = new Map<string, CountedStatement>();
  private readonly votes = new VoteBook();
  private readonly ballots = new BallotBook();
  private readonly participation = new Participation();
  private readonly answered = new Map<string, boolean>();
  private votesCast = 0;
  private comments = 0;

  constructor(private readonly consultationId: string) {}

  take(event: CountedEvent): void {
    const { type, data } = event;
    if (type === 'ConsultationDrafted') [this.kind, this.options] = [data.kind, data.poll?.options ?? []];
    if (type === 'StatementSubmitted')
      this.statements.set(data.statementId, { id: data.statementId, externalId: data.externalId, status: 'pending' });
    if (type === 'StatementAccepted') this.moderate(data.statementId, 'accepted');
    if (type === 'StatementRejected') this.moderate(data.statementId, 'rejected');
    if (type === 'StatementVoteCast') {
      this.votes.cast(data.statementId, this.voterOf(event as CountedEvent & CastEvent), data.choice, isVerified(data.assurance));
    }
    if (type === 'PollBallotCast') this.ballots.cast(this.voterOf(event as CountedEvent & CastEvent), data.options);
    if (type === 'BallotExcluded' || type === 'BallotReinstated') this.participation.setExcluded(data.voter, type === 'BallotExcluded');
    if (type === 'CommentSubmitted') this.comments += 1;
    if (type === 'QuestionAsked') this.answered.set(data.questionId, false);
    if (type === 'QuestionAnswered') this.answered.set(data.questionId, true);
  }

  results(): RecountedResults {
    const answered = [...this.answered.values()].filter(Boolean).length;
    const tallies = this.votes.tallies(this.participation.excludedCount > 0 ? (voter) => this.participation.isExcluded(voter) : undefined);
    return {
      consultationId: this.consultationId,
      kind: this.kind,
      participants: this.participation.total,
      participantsByAssurance: this.participation.byAssurance(),
      excludedBallots: this.participation.excludedCount,
      votesCast: this.votesCast,
      participation: this.participation.perDay(),
      statements: [...this.statements.values()].map((statement) => ({ ...statement, ...(tallies.get(statement.id) ?? noVotes) })),
      options: this.options.map((option) => this.optionResult(option)),
      questions: { open: this.answered.size - answered, answered },
      comments: this.comments,
    };
  }

  opinionMap(): ComputedOpinionMap {
    return opinionMapOf(this.namedVotes(), [...this.statements.values()]);
  }

  /**
   * The votes that a map can show: of people with fewer than it takes to be placed, who may be millions, it only counts which statements
   * they voted on, so that one vote on each stands for all of theirs.
   */
  private *namedVotes(): Generator<MapVote> {
    const counts = new Numbers(Uint8Array);
    const votedOn = new Set<string>();
    for (const { voter, statementId } of this.standingVotes()) {
      votedOn.add(statementId);
      counts.set(voter, Math.min(counts.get(voter) + 1, votesToBePlaced));
    }
    const needed = Math.min(votesToBePlaced, votedOn.size);
    for (const { voter, ...vote } of this.standingVotes()) {
      if (counts.get(voter) >= needed) yield { voter: this.participation.nameOf(voter) ?? `#${voter}`, ...vote };
    }
    // Where one vote is enough, everybody was among those above.
    if (needed > 1) for (const statementId of votedOn) yield { voter: `#${statementId}`, statementId, choice: 'pass' };
  }

  /** The votes that count, on statements that were not rejected. */
  private *standingVotes(): ReturnType<VoteBook['votes']> {
    const standing = new Set([...this.statements.values()].filter(({ status }) => status !== 'rejected').map(({ id }) => id));
    for (const vote of this.votes.votes()) if (standing.has(vote.statementId) && !this.participation.isExcluded(vote.voter)) yield vote;
  }

  private moderate(statementId: string, status: StatementStatus): void {
    const statement = this.statements.get(statementId);
    if (statement) statement.status = status;
  }

  private voterOf({ data, metadata, recordedAt }: CountedEvent & CastEvent): number {
    this.votesCast += 1;
    return this.participation.voted(data.voter, dayOf(metadata, recordedAt), isVerified(data.assurance));
  }

  private optionResult({ id, text }: PollOption): OptionResult {
    const byAssurance = this.ballots.tally(id, this.participation.counted(), (voter) => this.participation.isVerified(voter));
    return { id, text, votes: byAssurance.verified + byAssurance.unverified, byAssurance };
  }
}

/** The day (UTC) of a contribution: at its source for an imported one, else when its command was received. */
function dayOf(metadata: EventMetadata, recordedAt: string): string {
  const time = new Date(metadata.imported?.at ?? metadata.at);
  return (Number.isNaN(time.getTime()) ? new Date(recordedAt) : time).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
