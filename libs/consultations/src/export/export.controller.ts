import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { CLOCK, type Clock } from '../clock.service';
import { Facts } from '../facts.service';
import { exportContributions, type ExportContributions } from './export.contract';
import { exportDecider, exportStream } from './export.decider';

/**
 * Exports of contributions, put on record before the gateway gives the file. Comments and questions belong to another service, but an
 * export only needs to know the consultation (whether it is published, and in which unit) and the activity, and these are known here.
 */
@Controller()
export class ExportController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, exportDecider);
  }

  @Handles(exportContributions)
  export({ command, context }: CommandMessage<ExportContributions>): Promise<Accepted> {
    const { commandId: exportId } = context;
    const { consultationId, activityId = null } = command;
    const delivery = deliveryOf(context, this.clock());
    const asked = { ...command, type: 'ExportContributions', exportId, activityId, actor: signedIn(context) } as const;
    return this.facts.decide({ consultationId, activityId: activityId ?? undefined }, async ({ consultation, activity }) => {
      return acceptedAs(exportId, await this.handle(exportStream(exportId), { ...asked, consultation, activity }, delivery));
    });
  }
}
