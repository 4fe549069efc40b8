import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { SubjectKeys } from '@isegoria/privacy';
import type { ActivityDrafted } from '../activity/activity.contract';
import { activityIdOf, activityStream, rootOf, type ActivityState } from '../activity/activity.decider';
import { CLOCK, type Clock } from '../clock.service';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { revealDecider } from './hidden-results.decider';
import { hidingKeys, type HidingKeys } from './hidden-ballot';

/**
 * The keys under which ballots are hidden until their vote is closed. They stand in the vault, and are made when the first ballot is cast.
 * Once the log has the closing, it is told the key.
 */
@Injectable()
export class HiddenBallots {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, revealDecider, { believeNew: false, keepsAnswers: false });
  }

  /** Undefined where results are shown while people vote. */
  async keysFor(activityId: string, { settings }: ActivityState): Promise<HidingKeys | undefined> {
    return settings.resultsHidden ? hidingKeys(this.keys, activityId) : undefined;
  }

  /** Publishes the keys of all votes in these phases, which the log has closed; of those that are published already nothing is recorded. */
  async reveal(consultationId: string, { phases, edition = 0 }: ConsultationState, closed: ReadonlySet<string>): Promise<void> {
    const root = rootOf(consultationId, edition);
    for (const [at, { phaseId }] of phases.entries()) {
      for (let index = 0, isThere = closed.has(phaseId); isThere; index++) {
        const activityId = activityIdOf(root, at, index);
        const [drafted] = await this.store.readStream<ActivityDrafted>(activityStream(activityId), { count: 1 });
        isThere = drafted !== undefined;
        if (drafted?.data.settings.resultsHidden) await this.revealOne(consultationId, activityId);
      }
    }
  }

  private async revealOne(consultationId: string, activityId: string): Promise<void> {
    const { key } = await hidingKeys(this.keys, activityId);
    const commandId = uuidFrom(activityId, 'ballots revealed');
    const metadata = { at: this.clock().toISOString(), correlationId: commandId };
    await this.handle(activityStream(activityId), { consultationId, activityId, key }, { commandId, metadata });
  }
}
