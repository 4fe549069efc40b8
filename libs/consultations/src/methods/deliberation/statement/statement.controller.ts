import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, assuranceIn, limits, type Accepted, type CommandContext, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { Intake } from '@isegoria/service-host';
import { CLOCK, type Clock } from '../../../clock.service';
import { Facts } from '../../../facts.service';
import { proposalAsText, proposalIn } from '../../document/proposal/proposal.contract';
import { undoStatementDecision, type UndoStatementDecision } from '../moderation/undone-decision.contract';
import {
  acceptStatement,
  rejectStatement,
  submitStatement,
  type AcceptStatement,
  type RejectStatement,
  type SubmitStatement,
} from './statement.contract';
import { statementDecider, statementStream, type Moderate } from './statement.decider';

/** Statements that people add to a deliberation, and what moderators decide on them. */
@Controller()
export class StatementController {
  private readonly handle;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Facts) private readonly facts: Facts,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, statementDecider);
  }

  @Handles(submitStatement)
  submit({ command, context }: CommandMessage<SubmitStatement>): Promise<Accepted> {
    const now = this.clock();
    const { activityId, externalId = null, paragraph, version, words, near, leavesOut } = command;
    const replaces = command.replaces ?? leavesOut;
    const text = wholeTextOf(command);
    const proposed = replaces && !leavesOut ? proposalIn(text).words : undefined;
    const place = { paragraph, version, words, near, leavesOut, replaces, proposed };
    const imported = context.imported !== undefined;
    return this.facts.inActivity({ activityId }, ({ activity, consultation, paper }) => {
      const assurance = assuranceIn(signedIn(context), consultation.publishedAt);
      const said = { text, kind: 'statement', streamOf: statementStream, pseudonymIn: activity.consultationId, assurance, now };
      return this.intake.take(context, said, ({ id, ...contribution }, delivery) => {
        const about = { statementId: id, activityId, activity, consultation, paper, place, externalId, imported, now };
        return this.handle(statementStream(id), { type: 'SubmitStatement', ...about, ...contribution }, delivery);
      });
    });
  }

  @Handles(acceptStatement)
  accept({ command, context }: CommandMessage<AcceptStatement>): Promise<Accepted> {
    return this.moderate({ ...command, type: 'AcceptStatement' }, context);
  }

  @Handles(rejectStatement)
  reject({ command, context }: CommandMessage<RejectStatement>): Promise<Accepted> {
    return this.moderate({ ...command, type: 'RejectStatement' }, context);
  }

  @Handles(undoStatementDecision)
  undo({ command, context }: CommandMessage<UndoStatementDecision>): Promise<Accepted> {
    return this.moderate({ ...command, type: 'UndoStatementDecision' }, context);
  }

  private moderate(decision: Decision<Moderate>, context: CommandContext): Promise<Accepted> {
    const { statementId } = decision;
    const delivery = deliveryOf(context, this.clock());
    return this.facts.ofStatement(statementId, async ({ consultation }) => {
      const command = { ...decision, actor: signedIn(context), unit: consultation.unit };
      return acceptedAs(statementId, await this.handle(statementStream(statementId), command, delivery));
    });
  }
}

/** @throws Rejection VALIDATION_FAILED for the field `reason`, where no words are proposed or both are too long together */
function wholeTextOf({ text, reason, leavesOut = false, replaces = false }: SubmitStatement): string {
  const wrong = (params: Readonly<Record<string, string | number>>) => new Rejection('VALIDATION_FAILED', { field: 'reason', params });
  const proposesWords = replaces && !leavesOut;
  if (reason !== undefined && !proposesWords) throw wrong({ constraint: 'isOfProposal' });
  if (!proposesWords) return text;
  const whole = proposalAsText(text, reason);
  const room = limits.statementLength - Array.from(proposalAsText(text)).length - 2;
  if (Array.from(whole).length > limits.statementLength) throw wrong({ constraint: 'maxLength', limit: Math.max(0, room) });
  return whole;
}

/** What a moderator decides, without who and where. */
type Decision<T> = T extends unknown ? Omit<T, 'actor' | 'unit'> : never;
