import { Controller, Inject } from '@nestjs/common';
import type { StatementSubmitted } from '@isegoria/consultations';
import { EventStore, acceptedAs, commandHandler, fold, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext, type CommandMessage, type RecordedText } from '@isegoria/kernel';
import { Handles, deliveryOf } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import type { CommentEvent } from '../comment/comment.contract';
import { commentDecider, commentStream } from '../comment/comment.decider';
import { PublishedConsultations } from '../published-consultations.service';
import type { QuestionEvent } from '../question/question.contract';
import { questionDecider, questionStream } from '../question/question.decider';
import { reportContribution, type ContributionReported, type ReportContribution } from './report.contract';
import { contextOfReport, nameOfReport } from './own-reports/whose-report';
import { reportDecider, reportStream } from './report.decider';

type Place = Pick<ContributionReported['data'], 'consultationId' | 'unit'>;

/** Reports to the moderators. Nothing recorded says who reports, so that nobody need fear to. */
@Controller()
export class ReportController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {
    this.handle = commandHandler(store, reportDecider);
  }

  @Handles(reportContribution)
  async report({ command, context }: CommandMessage<ReportContribution>): Promise<Accepted> {
    const { item, itemId, reason, text: words } = command;
    const place = await this.placeOf(command);
    const reportId = await this.idOf(command, context);
    const text = words === undefined ? null : await this.sealed(reportId, context.commandId, words);
    const report = { reportId, item, itemId, ...place, reason, text };
    return acceptedAs(reportId, await this.handle(reportStream(reportId), { type: 'Report', data: report }, deliveryOf(context)));
  }

  /** Made under the person's key, so that a second report of the same is known, and nobody else can find out whose it is. */
  private async idOf({ item, itemId }: ReportContribution, { actor, commandId }: CommandContext): Promise<string> {
    if (!actor) return commandId;
    return uuidFrom(...nameOfReport(await this.keys.pseudonym(actor.accountId, contextOfReport(item, itemId))));
  }

  private async sealed(reportId: string, event: string, words: string): Promise<RecordedText> {
    await this.keys.create([reportId]);
    return { sealed: await this.keys.seal(reportId, reportId, { event, field: 'text' }, words) };
  }

  /** @throws Rejection NOT_FOUND for what is not there */
  private async placeOf({ item, itemId }: ReportContribution): Promise<Place> {
    if (item === 'question') {
      const question = fold(questionDecider, await this.store.readStream<QuestionEvent>(questionStream(itemId)));
      if (!question) throw new Rejection('NOT_FOUND', { field: 'itemId' });
      return { consultationId: question.consultationId, unit: question.unit };
    }
    const consultationId = item === 'comment' ? await this.ofComment(itemId) : await this.ofStatement(itemId);
    if (consultationId === undefined) throw new Rejection('NOT_FOUND', { field: 'itemId' });
    return { consultationId, unit: (await this.published.mustInclude(consultationId)).unit };
  }

  private async ofComment(commentId: string): Promise<string | undefined> {
    return fold(commentDecider, await this.store.readStream<CommentEvent>(commentStream(commentId)))?.consultationId;
  }

  private async ofStatement(statementId: string): Promise<string | undefined> {
    const [submitted] = await this.store.readStream<StatementSubmitted>(`statement-${statementId}`, { count: 1 });
    return submitted?.data.consultationId;
  }
}
