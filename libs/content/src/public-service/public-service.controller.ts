import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { rootUnit, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { standingOf, standingsIn } from '@isegoria/service-host';
import {
  draftService,
  publishService,
  reviseService,
  translateService,
  withdrawService,
  type DraftService,
  type PublishService,
  type ReviseService,
  type TranslateService,
  type WithdrawService,
} from './public-service.contract';
import { serviceDecider, type ServiceCommand } from './public-service.decider';

/** A drafted entry has the id of the command that drafted it, so that a repeated delivery finds the same one. */
@Controller()
export class PublicServiceController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, serviceDecider);
  }

  @Handles(draftService)
  async draft({ command, context }: CommandMessage<DraftService>): Promise<Accepted> {
    const unit = command.unit ?? rootUnit;
    const [standing, standings] = await Promise.all([standingOf(this.store, unit), standingsIn(this.store, command)]);
    const of = { serviceId: context.commandId, unit, standing, actor: signedIn(context) };
    return this.accept({ ...command, ...standings, ...of, type: 'DraftService' }, context);
  }

  @Handles(reviseService)
  async revise({ command, context }: CommandMessage<ReviseService>): Promise<Accepted> {
    const standings = await standingsIn(this.store, command);
    return this.accept({ ...command, ...standings, type: 'ReviseService', actor: signedIn(context) }, context);
  }

  @Handles(translateService)
  translate({ command, context }: CommandMessage<TranslateService>): Promise<Accepted> {
    return this.accept({ ...command, type: 'TranslateService', actor: signedIn(context) }, context);
  }

  @Handles(publishService)
  publish({ command, context }: CommandMessage<PublishService>): Promise<Accepted> {
    return this.accept({ ...command, type: 'PublishService', actor: signedIn(context) }, context);
  }

  @Handles(withdrawService)
  withdraw({ command, context }: CommandMessage<WithdrawService>): Promise<Accepted> {
    return this.accept({ ...command, type: 'WithdrawService', actor: signedIn(context) }, context);
  }

  private async accept(command: ServiceCommand, context: CommandContext): Promise<Accepted> {
    return acceptedAs(command.serviceId, await this.handle(`public-service-${command.serviceId}`, command, deliveryOf(context)));
  }
}
