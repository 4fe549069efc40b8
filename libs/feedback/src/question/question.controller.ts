import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { assuranceIn, rootUnit, type Accepted, type Actor, type AssuranceLevel, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn, deliveryOf } from '@isegoria/messaging';
import { Intake, filesIn, standingOf, standingsIn } from '@isegoria/service-host';
import { PublishedConsultations } from '../published-consultations.service';
import { answerQuestion, askQuestion, inGeneral, monthOf, type AnswerQuestion, type AskQuestion } from './question.contract';
import { questionDecider, questionStream } from './question.decider';

/** Whom a question is for, what it is about, and the person's assurance there. */
interface Addressed {
  readonly unit: string;
  readonly consultationId: string | null;
  readonly assurance: AssuranceLevel;
}

/** Questions to the ministry and its answers, in public. */
@Controller()
export class QuestionController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(Intake) private readonly intake: Intake,
  ) {
    this.handle = commandHandler(store, questionDecider);
  }

  @Handles(askQuestion)
  async ask({ command, context }: CommandMessage<AskQuestion>): Promise<Accepted> {
    const { unit, consultationId, assurance } = await this.addressed(command, signedIn(context));
    const standing = await standingOf(this.store, unit);
    const about = { categories: command.categories, ...(await standingsIn(this.store, command)) };
    const now = new Date();
    const said = { text: command.text, streamOf: questionStream, pseudonymIn: consultationId ?? inGeneral, assurance, now };
    return this.intake.take(context, { ...said, ...kindOf(consultationId, now) }, ({ id, ...contribution }, delivery) => {
      const question = { type: 'AskQuestion', questionId: id, unit, standing, consultationId, ...about, ...contribution } as const;
      return this.handle(questionStream(id), question, delivery);
    });
  }

  @Handles(answerQuestion)
  async answer({ command, context }: CommandMessage<AnswerQuestion>): Promise<Accepted> {
    const { questionId } = command;
    const handled = await this.handle(
      questionStream(questionId),
      { ...command, ...(await filesIn(this.store, command)), type: 'AnswerQuestion', actor: signedIn(context) },
      deliveryOf(context),
    );
    return acceptedAs(questionId, handled);
  }

  /** A question about a consultation is for its unit, whatever unit is given. @throws Rejection CONSULTATION_NOT_FOUND */
  private async addressed({ consultationId, unit }: AskQuestion, actor: Actor): Promise<Addressed> {
    if ((consultationId ?? null) === null) return { unit: unit ?? rootUnit, consultationId: null, assurance: actor.assurance };
    const consultation = await this.published.mustInclude(consultationId!);
    return { unit: consultation.unit, consultationId: consultationId!, assurance: assuranceIn(actor, consultation.publishedAt) };
  }
}

/** Questions in general are counted by the month: there is no consultation that would come to an end. */
function kindOf(consultationId: string | null, now: Date): { kind: string; before?: string } {
  if (consultationId !== null) return { kind: 'question' };
  const month = monthOf(now);
  return { kind: `question ${month.toISOString()}`, before: `question ${monthBefore(month).toISOString()}` };
}

function monthBefore(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() - 1));
}
