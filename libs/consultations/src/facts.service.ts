import type { OnModuleDestroy } from '@nestjs/common';
import { liveFold, type EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { logged } from '@isegoria/service-host';
import { consultationStream } from './consultation/consultation.decider';
import { knownConsultation, type KnownConsultation } from './consultation/known-consultation.decider';
import { statementDecider, statementStream, type StatementState } from './methods/deliberation/statement.decider';

/** What a decision about one stream needs to know of others; undefined: there is none. */
export interface KnownFacts {
  readonly consultation: KnownConsultation | undefined;
  readonly statement: StatementState | undefined;
}

const none = { state: undefined, fresh: true };

/** The consultations and statements that are asked for, as last heard from the log and held in memory. */
export class Facts implements OnModuleDestroy {
  readonly consultations;
  readonly statements;

  private constructor(store: EventStore) {
    this.consultations = liveFold(store, 'consultation-', knownConsultation, logged);
    this.statements = liveFold(store, 'statement-', statementDecider, logged);
  }

  /** Resolves when the log is being followed; what was recorded before is read when it is asked for. */
  static async follow(this: void, store: EventStore): Promise<Facts> {
    const facts = new Facts(store);
    await Promise.all([facts.consultations.ready, facts.statements.ready]);
    return facts;
  }

  /**
   * Decides on what was heard, which costs no read as a rule. Before anybody is refused, what is recorded this moment is read, and where
   * it says something else it is decided on that, so that nobody is refused for being quicker than the log.
   */
  async decide<T>(about: { consultationId: string; statementId?: string }, decision: (facts: KnownFacts) => Promise<T>): Promise<T> {
    const ofConsultation = consultationStream(about.consultationId);
    const ofStatement = about.statementId === undefined ? undefined : statementStream(about.statementId);
    const [consultation, statement] = await Promise.all([
      this.consultations.known(ofConsultation),
      ofStatement === undefined ? none : this.statements.known(ofStatement),
    ]);
    const heard = { consultation: consultation.state, statement: statement.state };
    try {
      return await decision(heard);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const [currentConsultation, currentStatement] = await Promise.all([
        consultation.fresh ? heard.consultation : this.consultations.fresh(ofConsultation),
        statement.fresh || ofStatement === undefined ? heard.statement : this.statements.fresh(ofStatement),
      ]);
      if (currentConsultation === heard.consultation && currentStatement === heard.statement) throw error;
      return decision({ consultation: currentConsultation, statement: currentStatement });
    }
  }

  onModuleDestroy(): void {
    this.consultations.stop();
    this.statements.stop();
  }
}
