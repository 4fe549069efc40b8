import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { secure } from '@isegoria/service-host';
import { suspensionDecider, suspensionStream } from '../suspension.decider';
import { SuspensionNotices } from '../suspension-notices.service';
import { Suspensions } from '../suspensions.service';
import type { AppealSuspension, DecideSuspensionAppeal } from './suspension-appeal.contract';
import { appealedStream, suspensionAppealDecider } from './suspension-appeal.decider';

/** Appeals of people whose account is suspended, and what another person than the one who suspended it decides on them. */
@Injectable()
export class SuspensionAppeals {
  private readonly handleAppeal;
  private readonly handleDecision;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Suspensions) private readonly suspensions: Suspensions,
    @Inject(SuspensionNotices) private readonly notices: SuspensionNotices,
  ) {
    this.handleAppeal = commandHandler(store, suspensionAppealDecider, { believeNew: false });
    this.handleDecision = commandHandler(store, suspensionDecider, { believeNew: false });
  }

  /** @throws Rejection NOT_YOURS, SUSPENSION_OVER or ALREADY_DONE */
  async make({ suspensionId, text }: AppealSuspension, context: CommandContext): Promise<Accepted> {
    const { accountId } = signedIn(context);
    // Sealing leaves a row in the vault, which is for the holder of the account alone.
    if ((await this.suspensions.accountOf(suspensionId)) !== accountId) throw new Rejection('NOT_YOURS');
    const suspension = await this.suspensions.read(suspensionId);
    const sealed = await this.keys.seal(accountId, suspensionId, { event: context.commandId, field: 'text' }, text);
    const appeal = { type: 'AppealSuspension', suspensionId, text: { sealed }, suspension, now: new Date().toISOString() } as const;
    return acceptedAs(suspensionId, await this.handleAppeal(appealedStream(suspensionId), appeal, deliveryOf(context)));
  }

  /** @throws Rejection NOT_FOUND, ALREADY_DONE, OWN_DECISION, FORBIDDEN_ROLE, or NOT_YOURS for the own appeal */
  async decide(command: DecideSuspensionAppeal, context: CommandContext): Promise<Accepted> {
    const { suspensionId, granted } = command;
    const actor = signedIn(context);
    const accountId = await this.suspensions.accountOf(suspensionId);
    if (accountId === actor.accountId) throw new Rejection('NOT_YOURS');
    const isAppealed = (await this.store.readStream(appealedStream(suspensionId))).length > 0;
    const decision = { ...command, type: 'DecideSuspensionAppeal', actor, isAppealed } as const;
    const handled = await this.handleDecision(suspensionStream(suspensionId), decision, deliveryOf(context));
    if (accountId === undefined) return acceptedAs(suspensionId, handled);
    const { position } = handled;
    const followed = granted ? await this.suspensions.liftFrom(accountId, suspensionId, context) : position;
    if (granted) secure('suspension-lifted', { position });
    await this.notices.tellOfDecision(accountId, context);
    return acceptedAs(suspensionId, { ...handled, position: Math.max(position, followed) });
  }
}
