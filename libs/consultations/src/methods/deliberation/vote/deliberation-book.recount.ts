import { Numbers, OneOf, type MustBe } from '@isegoria/audit-kit';
import { limits } from '@isegoria/kernel';
import { castAt, type StandingVote, type Within } from '../../../results/analysis/analysis.recount';
import type { Participation } from '../../../results/participation/participation.recount';
import type { AnnotationPlace } from '../../document/annotation/place.contract';
import type { Book, CountedCast, CountedEvent } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import type { StatementCounts, StatementResult } from '../deliberation.contract';
import type { MappedPeople } from '../opinion-map/opinion-map.contract';
import { opinionMapOfMatrix, type ComputedOpinionMap } from '../opinion-map/opinion-map';
import { VoteMatrixBuilder, valueOf, votesNeeded, votesToBePlaced, type VoteMatrix } from '../opinion-map/plane/vote-matrix';
import type { StatementVoteCast } from './statement-vote.contract';
import type { StatementStatus } from '../statement/statement.contract';
import { mayRead, textOf, withdrawnFrom } from '../statement/audit/statement-text.recount';
import { VoteBook, noVotes, type Exceptions } from './vote-book.recount';

/** All statements. Texts of citizens are sealed: the log only has what they commit to. */
export interface RecountedStatements {
  readonly statements: readonly (Omit<StatementResult, 'text'> & { readonly text: MustBe<string | null> })[];
}

interface CountedStatement {
  readonly id: string;
  readonly externalId: string | null;
  readonly at: AnnotationPlace | null;
  status: StatementStatus;
  words: MustBe<string | null>;
  /** From then on its words stay as they are. */
  votedOn: boolean;
}
type Tallied = RecountedStatements['statements'][number];

/** The statements of one deliberation and what was voted on them; only the formula of the opinion map is shared with the read models. */
export class DeliberationBook implements Book {
  protected readonly statements = new Map<string, CountedStatement>();
  /** Where in the log each statement begins. */
  private readonly positions = new Map<string, number>();
  private readonly votes = new VoteBook();

  constructor(
    private readonly people: Participation,
    protected readonly settings: MethodSettings,
  ) {}

  cast(event: CountedCast, voter: number): void {
    const { statementId, choice, assurance } = (event as StatementVoteCast).data;
    this.votes.cast(statementId, voter, choice, assurance, castAt(event));
    const statement = this.statements.get(statementId);
    if (statement) statement.votedOn = true;
  }

  take({ type, data, position }: CountedEvent): void {
    if (type === 'StatementSubmitted') {
      this.statements.set(data.statementId, {
        id: data.statementId,
        externalId: data.externalId,
        at: data.at ?? null,
        status: 'pending',
        words: textOf(data, position),
        votedOn: false,
      });
      this.positions.set(data.statementId, position);
    }
    if (type === 'StatementAccepted') this.moderate(data.statementId, 'accepted');
    if (type === 'StatementRejected') this.moderate(data.statementId, 'rejected');
    if (type === 'StatementDecisionUndone') this.moderate(data.statementId, 'pending');
    const statement = type === 'StatementEdited' || type === 'StatementWithdrawn' ? this.statements.get(data.statementId) : undefined;
    if (statement && type === 'StatementEdited' && !statement.votedOn) statement.words = textOf(data, position);
    if (statement && type === 'StatementWithdrawn') Object.assign(statement, { status: withdrawnFrom(statement.status), words: null });
  }

  results(within?: Within): RecountedStatements {
    const countsFrom = within?.level ?? this.people.countsFrom;
    const tallies = within
      ? this.votes.talliesWithin(within, countsFrom, this.exceptions())
      : this.votes.tallies(countsFrom, this.exceptions());
    return {
      statements: [...this.statements.values()].map(({ words, votedOn: _, ...statement }) => ({
        ...statement,
        text: mayRead(statement.status, this.settings) ? words : null,
        ...(tallies.get(statement.id) ?? noVotes),
      })),
    };
  }

  standing(): Iterable<StandingVote> {
    return this.votes.included(this.exceptions());
  }

  /** A page of the list of all statements. */
  page(cursor = '-1') {
    const { statements } = this.results();
    const after = statements.filter(({ id }) => this.positions.get(id)! > Number(cursor));
    const items = after.slice(0, limits.pageSize);
    return { items, next: after.length > items.length ? String(this.positions.get(items.at(-1)!.id)) : null, count: statements.length };
  }

  /** @param people those whom headline figures count, or everybody */
  opinionMap(people: MappedPeople): ComputedOpinionMap {
    return opinionMapOfMatrix(this.matrix((voter) => people === 'everybody' || this.people.isCounted(voter)));
  }

  /** People with too few votes to be placed may be millions: their votes are counted, and nobody asks for their names. */
  private matrix(isMapped: (voter: number) => boolean): VoteMatrix {
    const counts = new Numbers();
    const votedOn = new Set<string>();
    for (const { voter, statementId } of this.votesOf(isMapped)) {
      votedOn.add(statementId);
      counts.set(voter, Math.min(counts.get(voter) + 1, votesToBePlaced));
    }
    const needed = votesNeeded(votedOn.size);
    const builder = new VoteMatrixBuilder([...this.statements.values()], needed);
    for (const { voter, statementId, choice } of this.votesOf(isMapped))
      builder.add(counts.get(voter) < needed ? null : this.nameOf(voter), statementId, valueOf[choice]);
    return builder.matrix(countOf(this.people.included(), isMapped));
  }

  private *votesOf(isMapped: (voter: number) => boolean): ReturnType<VoteBook['votes']> {
    for (const vote of this.votes.votes())
      if (this.statements.has(vote.statementId) && !this.people.isExcluded(vote.voter) && isMapped(vote.voter)) yield vote;
  }

  /** Somebody who is placed by a single vote has no name in the books, since names are kept of those who vote again. */
  private nameOf(voter: number): string {
    return this.people.nameOf(voter) ?? `#${voter}`;
  }

  private exceptions(): Exceptions | undefined {
    if (this.people.excludedCount === 0 && !this.people.hasRaised) return undefined;
    return { isLeftOut: (voter) => this.people.isExcluded(voter), leastRankOf: (voter) => this.people.raisedRankOf(voter) };
  }

  private moderate(statementId: string, status: StatementStatus): void {
    const statement = this.statements.get(statementId);
    if (statement) statement.status = status;
  }
}

function countOf(people: Iterable<number>, isOne: (person: number) => boolean): number {
  let count = 0;
  for (const person of people) if (isOne(person)) count += 1;
  return count;
}

/** Words that were hidden, withdrawn or changed since do not come back: whatever a site shows of earlier results, none is as good. */
export function withoutLaterWords({ statements }: RecountedStatements): RecountedStatements {
  return {
    statements: statements.map((statement) => {
      const { text } = statement;
      return typeof text === 'string' ? { ...statement, text: new OneOf([text, null]) } : statement;
    }),
  };
}

/**
 * The statements with the most votes that are counted, of two with as many the earlier one, in order of submission; and how many have each
 * status.
 */
export function mostVoted({ statements }: RecountedStatements): RecountedStatements & { readonly statementCounts: StatementCounts } {
  const votesOn = ({ agrees, disagrees, passes }: Tallied) => agrees + disagrees + passes;
  const most = new Set([...statements].sort((one, other) => votesOn(other) - votesOn(one)).slice(0, limits.statementsInResults));
  const count = (status: StatementStatus) => statements.filter((one) => one.status === status).length;
  const statementCounts = {
    accepted: count('accepted'),
    pending: count('pending'),
    rejected: count('rejected'),
    withdrawn: count('withdrawn'),
  };
  return { statements: statements.filter((statement) => most.has(statement)), statementCounts };
}
