import { Controller, Inject } from '@nestjs/common';
import type { ServiceEvent } from '@isegoria/content';
import { EventStore, commandHandler, fold } from '@isegoria/event-sourcing';
import { Rejection, assuranceIn, type Accepted, type CommandContext, type CommandMessage, type RecordedText } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { feedbackContext, type HelpAnswer, type ServiceFeedbackGiven } from './feedback-given.contract';
import {
  giveServiceFeedback,
  takeServiceFeedbackBack,
  type GiveServiceFeedback,
  type TakeServiceFeedbackBack,
} from './service-feedback.contract';
import { feedbackStream, serviceFeedbackDecider } from './service-feedback.decider';

interface Said {
  readonly serviceId: string;
  readonly answer: HelpAnswer | null;
  readonly words?: string;
}

interface Place {
  readonly stream: string;
  readonly serviceId: string;
}

interface Sealed {
  readonly text: RecordedText | null;
  /** With which the person can prove the words; kept nowhere else. */
  readonly opening?: Uint8Array;
}

/** Whether services help, and what people write to their offices. */
@Controller()
export class ServiceFeedbackController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(ReceiptSigner) private readonly receipts: ReceiptSigner,
  ) {
    this.handle = commandHandler(store, serviceFeedbackDecider);
  }

  @Handles(giveServiceFeedback)
  give({ command: { serviceId, answer, comment = '' }, context }: CommandMessage<GiveServiceFeedback>): Promise<Accepted> {
    const words = comment.trim();
    return this.say({ serviceId, answer, ...(words !== '' && { words }) }, context);
  }

  @Handles(takeServiceFeedbackBack)
  takeBack({ command: { serviceId }, context }: CommandMessage<TakeServiceFeedbackBack>): Promise<Accepted> {
    return this.say({ serviceId, answer: null }, context);
  }

  private async say({ serviceId, answer, words }: Said, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const { unit, publishedAt, refused } = await this.serviceAt(serviceId);
    const author = await this.keys.pseudonym(actor.accountId, feedbackContext(serviceId));
    const stream = feedbackStream(serviceId, author);
    const assurance = assuranceIn(actor, publishedAt);
    const { text, opening }: Sealed = words === undefined ? { text: null } : await this.sealed(words, { stream, serviceId }, context);
    const feedback = { serviceId, unit, author, answer, assurance, text, ...(refused && { refused }) };
    const { events, position } = await this.handle(stream, feedback, deliveryOf(context));
    return { id: serviceId, position, ...(events[0] && { receipt: this.receipts.receiptFor(events[0], opening) }) };
  }

  /** The words as they stand, if the person said the same last: then there is nothing new to record. */
  private async sealed(words: string, { stream, serviceId }: Place, context: CommandContext): Promise<Sealed> {
    const { text } = fold(serviceFeedbackDecider, await this.store.readStream<ServiceFeedbackGiven>(stream)) ?? {};
    const stands = text && 'sealed' in text ? await this.opened(text.sealed) : undefined;
    if (stands?.words === words) return { text: text!, ...stands };
    const at = { event: context.commandId, field: 'text' };
    const sealed = await this.keys.seal(signedIn(context).accountId, feedbackContext(serviceId), at, words);
    return { text: { sealed }, ...(await this.opened(sealed)) };
  }

  private async opened(sealed: string): Promise<{ words: string; opening?: Uint8Array } | undefined> {
    const [found] = await this.keys.open([sealed]);
    if (found?.state !== 'open') return undefined;
    return { words: found.text, ...(found.opening && { opening: found.opening }) };
  }

  /**
   * Policy: feedback is on services that people have seen in the directory. One that was withdrawn takes no more, and what was said can
   * still be taken back. @throws Rejection SERVICE_NOT_FOUND
   */
  private async serviceAt(serviceId: string): Promise<{ unit: string; publishedAt: number; refused?: Rejection }> {
    const events = await this.store.readStream<ServiceEvent>(`public-service-${serviceId}`);
    const [drafted] = events;
    const published = events.find(({ type }) => type === 'ServicePublished');
    if (drafted?.type !== 'ServiceDrafted' || !published) throw new Rejection('SERVICE_NOT_FOUND');
    const last = events.findLast(({ type }) => type === 'ServicePublished' || type === 'ServiceWithdrawn');
    const about = { unit: drafted.data.unit, publishedAt: published.position };
    return last?.type === 'ServiceWithdrawn' ? { ...about, refused: new Rejection('SERVICE_WITHDRAWN') } : about;
  }
}
