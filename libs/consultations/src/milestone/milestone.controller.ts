import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { filesIn } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../clock.service';
import { Facts } from '../facts.service';
import { changeMilestone, planMilestone, type ChangeMilestone, type PlanMilestone } from './milestone.contract';
import { milestoneDecider, milestoneStream } from './milestone.decider';

/** What is done about an outcome; each step has a stream of its own, so that officials who report side by side never wait. */
@Controller()
export class MilestoneController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, milestoneDecider);
  }

  @Handles(planMilestone)
  plan({ command, context }: CommandMessage<PlanMilestone>): Promise<Accepted> {
    return this.set({ ...command, milestoneId: context.commandId }, context);
  }

  @Handles(changeMilestone)
  change({ command, context }: CommandMessage<ChangeMilestone>): Promise<Accepted> {
    return this.set(command, context);
  }

  private async set(command: PlanMilestone & { readonly milestoneId: string }, context: CommandContext): Promise<Accepted> {
    const { milestoneId, consultationId } = command;
    const now = this.clock();
    const delivery = deliveryOf(context, now);
    const asked = { ...command, ...(await filesIn(this.store, command)), actor: signedIn(context), now };
    const about = { consultationId, activityId: command.activityId ?? undefined, statementId: command.statementId ?? undefined };
    return this.facts.decide(about, async ({ consultation, activity, statement }) => {
      if (!consultation) throw new Rejection('CONSULTATION_NOT_FOUND');
      const handled = await this.handle(milestoneStream(milestoneId), { ...asked, consultation, activity, statement }, delivery);
      return acceptedAs(milestoneId, handled);
    });
  }
}
