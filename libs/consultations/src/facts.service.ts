import type { OnModuleDestroy } from '@nestjs/common';
import { liveFold, type EventStore, type LiveFold } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { logged } from '@isegoria/service-host';
import { activity, activityStream, type ActivityState } from './activity/activity.decider';
import { consultationStream, knownConsultation, type KnownConsultation } from './consultation/known-consultation.decider';
import { document } from './methods/document/document.contract';
import { paper, paperStream, type PaperState } from './methods/document/paper/paper.decider';
import { surveyLinksDecider } from './methods/survey/links/survey-links.decider';
import { statementDecider, statementStream, type StatementState } from './methods/deliberation/statement/statement.decider';

/** What a decision about one stream needs to know about others; undefined: there is none, or none was asked for. */
export interface KnownFacts {
  readonly consultation: KnownConsultation | undefined;
  readonly activity: ActivityState | undefined;
  readonly statement: StatementState | undefined;
  /** The text of the activity, if that is a document. */
  readonly paper: PaperState | undefined;
}

/** What is known about the place where somebody takes part. */
export interface ActivityFacts extends KnownFacts {
  readonly consultation: KnownConsultation;
  readonly activity: ActivityState;
}

type Place = Pick<ActivityFacts, 'activity' | 'consultation'>;

interface Stated {
  readonly statement: StatementState;
  /** The text of the document that it is about. */
  readonly paper?: PaperState;
}

/** What a decision is about. If the consultation is not named, it is that of the activity or the statement. */
export interface About {
  readonly consultationId?: string;
  readonly activityId?: string;
  readonly statementId?: string;
}

type Ask = <State>(fold: LiveFold<State>, stream: string) => Promise<State | undefined>;

/** The consultations, activities and statements that are asked for, as last heard from the log, kept in memory. */
export class Facts implements OnModuleDestroy {
  readonly consultations;
  /** The personal links of surveys. */
  readonly surveyLinks;
  private readonly activities;
  private readonly statements;
  private readonly papers;

  private constructor(store: EventStore) {
    this.consultations = liveFold(store, 'consultation-', knownConsultation, logged);
    this.activities = liveFold(store, 'activity-', activity, logged);
    this.statements = liveFold(store, 'statement-', statementDecider, logged);
    this.papers = liveFold(store, 'document-', paper, logged);
    this.surveyLinks = liveFold(store, 'survey-links-', surveyLinksDecider, logged);
  }

  /** Resolves when the log is being followed; anything recorded before is read when it is asked for. */
  static async follow(this: void, store: EventStore): Promise<Facts> {
    const facts = new Facts(store);
    await Promise.all(facts.followed().map(({ ready }) => ready));
    return facts;
  }

  /**
   * Decides on what was heard, which usually costs no read. Before anybody is refused, the current record is read, and if it differs the
   * decision is made again on that: nobody is refused for being quicker than the log.
   */
  async decide<T>(about: About, decision: (facts: KnownFacts) => Promise<T>): Promise<T> {
    const justRead = new Map<string, unknown>();
    const heard = await this.known(about, async (fold, stream) => {
      const { state, fresh } = await fold.known(stream);
      if (fresh) justRead.set(stream, state);
      return state;
    });
    try {
      return await decision(heard);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const current = await this.known(about, async <State>(fold: LiveFold<State>, stream: string) =>
        justRead.has(stream) ? (justRead.get(stream) as State | undefined) : fold.fresh(stream),
      );
      const isAsHeard = (Object.keys(heard) as (keyof KnownFacts)[]).every((fact) => current[fact] === heard[fact]);
      if (isAsHeard) throw error;
      return decision(current);
    }
  }

  /** @throws Rejection ACTIVITY_NOT_FOUND, or what the decision says */
  inActivity<T>(about: About & { readonly activityId: string }, decision: (facts: ActivityFacts) => Promise<T>): Promise<T> {
    return this.decide(about, async ({ consultation, activity, ...others }) => {
      if (!consultation || !activity) throw new Rejection('ACTIVITY_NOT_FOUND');
      return decision({ consultation, activity, ...others });
    });
  }

  /** The place of a statement, and what is known of it. @throws Rejection STATEMENT_NOT_FOUND, or what the decision says */
  whereStated<T>(statementId: string, decision: (place: Place, about: Stated) => Promise<T>): Promise<T> {
    return this.decide({ statementId }, async ({ statement }) => {
      if (!statement) throw new Rejection('STATEMENT_NOT_FOUND');
      return this.inActivity({ activityId: statement.activityId }, ({ activity, consultation, paper }) =>
        decision({ activity, consultation }, { statement, paper }),
      );
    });
  }

  /** @throws Rejection STATEMENT_NOT_FOUND, or what the decision says */
  ofStatement<T>(statementId: string, decision: (facts: { consultation: KnownConsultation }) => Promise<T>): Promise<T> {
    return this.decide({ statementId }, async ({ consultation }) => {
      if (!consultation) throw new Rejection('STATEMENT_NOT_FOUND');
      return decision({ consultation });
    });
  }

  /** Statements as they stand by now, each by its id; undefined where there is none. */
  async statementsNow(ids: readonly string[]): Promise<ReadonlyMap<string, StatementState | undefined>> {
    const asked = ids.map(async (id) => [id, await this.statements.fresh(statementStream(id))] as const);
    return new Map(await Promise.all(asked));
  }

  /** The text of a document as it stands by now. */
  paperNow(activityId: string): Promise<PaperState | undefined> {
    return this.papers.fresh(paperStream(activityId));
  }

  onModuleDestroy(): void {
    for (const fold of this.followed()) fold.stop();
  }

  private async known(about: About, ask: Ask): Promise<KnownFacts> {
    const { activityId, statementId } = about;
    const [activity, statement] = await Promise.all([
      activityId === undefined ? undefined : ask(this.activities, activityStream(activityId)),
      statementId === undefined ? undefined : ask(this.statements, statementStream(statementId)),
    ]);
    const consultationId = about.consultationId ?? activity?.consultationId ?? (activityId ? undefined : statement?.consultationId);
    const consultation = consultationId === undefined ? undefined : await ask(this.consultations, consultationStream(consultationId));
    const isOfPaper = activityId !== undefined && activity?.method === document.method;
    return { consultation, activity, statement, paper: isOfPaper ? await ask(this.papers, paperStream(activityId)) : undefined };
  }

  private followed() {
    return [this.consultations, this.activities, this.statements, this.papers, this.surveyLinks];
  }
}
