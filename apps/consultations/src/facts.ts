import type { OnModuleDestroy } from '@nestjs/common';
import { Rejection } from '@isegoria/contracts';
import { liveFold, type EventStore } from '@isegoria/event-sourcing';
import { log } from '@isegoria/service-host';
import { consultationStream } from './consultation/consultation.decider';
import { knownConsultation, type KnownConsultation } from './consultation/known-consultation';
import { statementDecider, statementStream, type StatementState } from './statement/statement.decider';

/** What a decision about one stream needs to know of others; undefined: there is none. */
export interface KnownFacts {
  readonly consultation: KnownConsultation | undefined;
  readonly statement: StatementState | undefined;
}

/** Every consultation and every statement, as last heard from the log and held in memory. */
export class Facts implements OnModuleDestroy {
  readonly consultations;
  readonly statements;

  private constructor(store: EventStore) {
    const interrupted = (error: Error) => log.warn({ err: error }, 'the log does not answer; following it again');
    this.consultations = liveFold(store, 'consultation-', knownConsultation, interrupted);
    this.statements = liveFold(store, 'statement-', statementDecider, interrupted);
  }

  /** Resolves when all that is recorded has been heard. */
  static async follow(this: void, store: EventStore): Promise<Facts> {
    const facts = new Facts(store);
    await Promise.all([facts.consultations.ready, facts.statements.ready]);
    return facts;
  }

  /**
   * Decides on what was heard, which costs no read. Before anybody is refused, what is recorded this moment is read and decided on,
   * so that nobody is refused for being quicker than the log.
   */
  async decide<T>(about: { consultationId: string; statementId?: string }, decision: (facts: KnownFacts) => Promise<T>): Promise<T> {
    const consultation = consultationStream(about.consultationId);
    const statement = about.statementId === undefined ? undefined : statementStream(about.statementId);
    try {
      return await decision({
        consultation: this.consultations.peek(consultation),
        statement: statement === undefined ? undefined : this.statements.peek(statement),
      });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
    return decision({
      consultation: await this.consultations.fresh(consultation),
      statement: statement === undefined ? undefined : await this.statements.fresh(statement),
    });
  }

  onModuleDestroy(): void {
    this.consultations.stop();
    this.statements.stop();
  }
}
