import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { standingOfItem } from '../../moderation/standing.service';
import type { ReportEvent } from '../report.contract';
import { reportDecider, reportStream } from '../report.decider';
import { decideReport, type DecideReport } from './decision.contract';

/** What moderators decide on reports. */
@Controller()
export class ReportDecisionController {
  private readonly handle;

  constructor(@Inject(EventStore) private readonly store: EventStore) {
    this.handle = commandHandler(store, reportDecider, { believeNew: false });
  }

  @Handles(decideReport)
  async decide({ command, context }: CommandMessage<DecideReport>): Promise<Accepted> {
    const { reportId } = command;
    const report = fold(reportDecider, await this.store.readStream<ReportEvent>(reportStream(reportId)));
    if (!report) throw new Rejection('NOT_FOUND');
    const { hidden: isHidden } = await standingOfItem(this.store, report.item, report.itemId);
    const decision = { ...command, type: 'DecideReport', isHidden, actor: signedIn(context) } as const;
    return acceptedAs(reportId, await this.handle(reportStream(reportId), decision, deliveryOf(context)));
  }
}
