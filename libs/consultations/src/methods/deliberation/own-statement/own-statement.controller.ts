import { Controller, Inject } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { Intake, type SaidThing } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts } from '../../../facts.service';
import { onlyOtherWords } from '../../document/annotation/annotation.decider';
import { saidIn } from '../../document/paper/paper.decider';
import { proposalIn } from '../../document/proposal/proposal.contract';
import type { StatementSubmitted } from '../statement/statement.contract';
import { statementDecider, statementStream } from '../statement/statement.decider';
import { editStatement, withdrawStatement, type EditStatement, type WithdrawStatement } from './own-statement.contract';

/** What people do with statements of their own. */
@Controller()
export class OwnStatementController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, statementDecider);
  }

  @Handles(editStatement)
  edit({ command: { statementId, text }, context }: CommandMessage<EditStatement>): Promise<Accepted> {
    return this.facts.whereStated(statementId, (place, { statement, paper }) => {
      const { at } = statement;
      const stands = paper && at?.replaces && !at.leavesOut && (at.words?.exact ?? saidIn(paper, at.version, at.paragraph));
      return this.intake.reword(context, text, this.own(statementId), (reworded, delivery) => {
        if (stands) onlyOtherWords(proposalIn(text).words, stands);
        return this.handle(statementStream(statementId), { type: 'EditStatement', statementId, ...place, ...reworded }, delivery);
      });
    });
  }

  @Handles(withdrawStatement)
  withdraw({ command: { statementId }, context }: CommandMessage<WithdrawStatement>): Promise<Accepted> {
    return this.intake.withdraw(context, this.own(statementId), (by, delivery) =>
      this.handle(statementStream(statementId), { type: 'WithdrawStatement', statementId, ...by }, delivery),
    );
  }

  private own(statementId: string): SaidThing<StatementSubmitted> {
    const stream = statementStream(statementId);
    const pseudonymIn = ({ consultationId }: StatementSubmitted['data']) => consultationId;
    return { id: statementId, stream, pseudonymIn, missing: 'STATEMENT_NOT_FOUND', now: this.clock() };
  }
}
