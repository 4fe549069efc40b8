import type { CommandDelivery, Handled } from '@isegoria/event-sourcing';
import type { Accepted, AssuranceLevel, CommandContext, DomainEvent, RecordedText } from '@isegoria/kernel';
import { metadataOf, signedIn } from '@isegoria/messaging';
import type { SubjectKeys } from '@isegoria/privacy';
import type { ReceiptSigner } from './receipts';

/** What somebody says in their own words, as it goes on record. */
export interface Contribution {
  /** The id of the command, and so that of the thing that it makes: a repeated delivery finds the same. */
  readonly id: string;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
}

export interface Said {
  readonly text: string;
  /** The context of the pseudonym, such as the id of a consultation. */
  readonly pseudonymIn: string;
  readonly assurance: AssuranceLevel;
  readonly now: Date;
}

/** Takes what people say in their own words, sealed under a pseudonym, and gives a receipt for it. */
export class Intake {
  constructor(
    private readonly keys: SubjectKeys,
    private readonly receipts: ReceiptSigner,
  ) {}

  /**
   * Sealing leaves a row in the vault: callers must know that the thing the words are about exists.
   * @throws Rejection SIGN_IN_REQUIRED, ACCOUNT_ERASED, or what the record says
   */
  async take(
    context: CommandContext,
    { text, pseudonymIn, assurance, now }: Said,
    record: (contribution: Contribution, delivery: CommandDelivery) => Promise<Handled<DomainEvent>>,
  ): Promise<Accepted> {
    const { accountId } = signedIn(context);
    const { commandId: id } = context;
    const author = await this.keys.pseudonym(accountId, pseudonymIn);
    const sealed = await this.keys.seal(accountId, pseudonymIn, { event: id, field: 'text' }, text);
    const contribution = { id, author, assurance, text: { sealed } };
    const { events, position } = await record(contribution, { commandId: id, metadata: metadataOf(context, now) });
    return { id, position, receipt: this.receipts.receiptFor(events[0]!) };
  }
}
