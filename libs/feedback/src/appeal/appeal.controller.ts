import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold, uuidFrom } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { standingOfItem } from '../moderation/standing.service';
import { PublishedConsultations } from '../published-consultations.service';
import { appeal, decideAppeal, type Appeal, type AppealEvent, type DecideAppeal } from './appeal.contract';
import { appealDecider, appealStream } from './appeal.decider';

/** Appeals against moderators' decisions, and what other moderators decide on them. */
@Controller()
export class AppealController {
  private readonly handle;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(PublishedConsultations) private readonly published: PublishedConsultations,
  ) {
    this.handle = commandHandler(store, appealDecider, { believeNew: false });
  }

  @Handles(appeal)
  async make({ command, context }: CommandMessage<Appeal>): Promise<Accepted> {
    const { item, itemId, text: words } = command;
    const { accountId } = signedIn(context);
    const standing = await standingOfItem(this.store, item, itemId);
    const { consultationId, pseudonymIn } = standing;
    const unit = standing.unit ?? (await this.published.mustInclude(pseudonymIn)).unit;
    const author = await this.keys.pseudonym(accountId, pseudonymIn);
    // Sealing leaves a row in the vault, which is for authors alone.
    if (author !== standing.author) throw new Rejection('NOT_YOURS');
    const sealed = await this.keys.seal(accountId, pseudonymIn, { event: context.commandId, field: 'text' }, words);
    const appealId = uuidFrom(itemId, 'appeal');
    const data = { appealId, item, itemId, consultationId, unit, author, text: { sealed } };
    return acceptedAs(appealId, await this.handle(appealStream(appealId), { type: 'Appeal', data, standing }, deliveryOf(context)));
  }

  @Handles(decideAppeal)
  async decide({ command, context }: CommandMessage<DecideAppeal>): Promise<Accepted> {
    const { appealId } = command;
    const made = fold(appealDecider, await this.store.readStream<AppealEvent>(appealStream(appealId)));
    if (!made) throw new Rejection('NOT_FOUND');
    const { hidden: isHidden } = await standingOfItem(this.store, made.item, made.itemId);
    const decision = { ...command, type: 'DecideAppeal', isHidden, actor: signedIn(context) } as const;
    return acceptedAs(appealId, await this.handle(appealStream(appealId), decision, deliveryOf(context)));
  }
}
