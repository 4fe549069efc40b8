import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import { Rejection, isAtLeast, type Recorded } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import type { ConsultationEvent } from '../../consultation/consultation.contract';
import { consultationStream } from '../../consultation/known-consultation.decider';
import { activityIdOf, activityStream } from '../../activity/activity.decider';
import { ballotStream } from '../../ballot/ballot.decider';
import type { CastEvent } from '../../methods/methods.contract';
import type { ConsultationState } from '../../consultation/consultation-state.decider';
import { UnconfirmedWritersAreNoted } from './unconfirmed-writers.policy';

/** Where somebody is looked for. */
export interface Looked {
  readonly consultationId: string;
  readonly activityIds: readonly string[];
  /** The pseudonyms of those who were raised there. */
  readonly raised: ReadonlySet<string>;
}

/**
 * Finds what an account cast and wrote by its pseudonym, in one consultation: no table ties the two, and no log is searched. Whatever
 * counts somebody among the people of a consultation is looked for here.
 */
@Injectable()
export class UnconfirmedPeople {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(UnconfirmedWritersAreNoted) private readonly writers: UnconfirmedWritersAreNoted,
  ) {}

  /** In the activities of phases that the log has not closed. */
  async whereToLook(consultationId: string, state: ConsultationState): Promise<Looked> {
    const events = (await this.store.readStream(consultationStream(consultationId))) as readonly Recorded<ConsultationEvent>[];
    const raised = new Set(events.flatMap((event) => (event.type === 'AssuranceRaised' ? event.data.voters : [])));
    return { consultationId, activityIds: await this.openActivities(consultationId, state), raised };
  }

  private async openActivities(consultationId: string, { phases }: ConsultationState): Promise<string[]> {
    const open: string[] = [];
    for (const [phase, { closed }] of phases.entries()) {
      for (let index = 0; !closed; index++) {
        const activityId = activityIdOf(consultationId, phase, index);
        if ((await this.store.readStream(activityStream(activityId), { count: 1 })).length === 0) break;
        open.push(activityId);
      }
    }
    return open;
  }

  /**
   * The person's pseudonym, if anything was cast or written under it below the level of a confirmed address; undefined for an erased person
   * too, and for those who were raised before: they would not be named, and so hide nobody in a batch.
   */
  async voterOf(accountId: string, { consultationId, activityIds, raised }: Looked): Promise<string | undefined> {
    const voter = await this.pseudonym(accountId, consultationId);
    if (voter === undefined || raised.has(voter)) return undefined;
    for (const activityId of activityIds) {
      const events = await this.store.readStream(ballotStream(activityId, voter));
      if (events.some(isUnconfirmed)) return voter;
    }
    return (await this.writers.have(voter, activityIds)) ? voter : undefined;
  }

  private async pseudonym(accountId: string, consultationId: string): Promise<string | undefined> {
    try {
      return await this.keys.pseudonym(accountId, consultationId);
    } catch (error) {
      if (error instanceof Rejection && error.code === 'ACCOUNT_ERASED') return undefined;
      throw error;
    }
  }
}

/** An exclusion has no level, and is nothing that was cast. */
function isUnconfirmed({ data }: Recorded): boolean {
  const { assurance } = data as Partial<CastEvent['data']>;
  return assurance !== undefined && !isAtLeast(assurance, 'email');
}
