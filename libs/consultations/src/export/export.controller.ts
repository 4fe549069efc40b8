import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { CLOCK, type Clock } from '../clock.service';
import { exportContributions, type ExportContributions } from '../commands.contract';
import { Facts } from '../facts.service';
import { exportDecider, exportStream } from './export.decider';

/**
 * Exports of contributions, put on record before the gateway gives the file. Comments and questions belong to another service, but what
 * an export has to know is the consultation (whether it is published, and of which kind), and that is held here.
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
  async export({ command, context }: CommandMessage<ExportContributions>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const { commandId: exportId } = context;
    const metadata = metadataOf(context, this.clock());
    const { position } = await this.facts.decide({ consultationId: command.consultationId }, ({ consultation }) =>
      this.handle(
        exportStream(exportId),
        { ...command, type: 'ExportContributions', exportId, consultation, by },
        { commandId: exportId, metadata },
      ),
    );
    return { id: exportId, position };
  }
}
