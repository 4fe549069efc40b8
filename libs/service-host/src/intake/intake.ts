import type { CommandDelivery, EventStore, Handled } from '@isegoria/event-sourcing';
import { mostContributions } from '@isegoria/content';
import type { Accepted, AssuranceLevel, CommandContext, DomainEvent, RecordedText } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import type { SubjectKeys } from '@isegoria/privacy';
import { inFreePlace, type Places } from './places';
import type { ReceiptSigner } from './receipts';
import { settingsNow } from './settings-now';

/** What somebody says in their own words, as it goes on record. */
export interface Contribution {
  /** The id of the thing that it makes: a repeated delivery finds the same. */
  readonly id: string;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
}

/** What is said, and as which kind: a person may add only so many of each to one consultation. */
export interface Said extends Pick<Places, 'kind' | 'before' | 'streamOf'> {
  readonly text: string;
  /** The context of the pseudonym, such as the id of a consultation. */
  readonly pseudonymIn: string;
  readonly assurance: AssuranceLevel;
  readonly now: Date;
}

/** Takes what people say in their own words, sealed under a pseudonym, and gives a receipt for it. */
export class Intake {
  constructor(
    private readonly store: EventStore,
    private readonly keys: SubjectKeys,
    private readonly receipts: ReceiptSigner,
  ) {}

  /**
   * Sealing leaves a row in the vault: callers must know that the thing the words are about exists.
   * @throws Rejection SIGN_IN_REQUIRED, ACCOUNT_ERASED, ALLOWANCE_USED_UP, or what the record says
   */
  async take(
    context: CommandContext,
    { text, pseudonymIn, assurance, now, ...kind }: Said,
    record: (contribution: Contribution, delivery: CommandDelivery) => Promise<Handled<DomainEvent>>,
  ): Promise<Accepted> {
    const { accountId } = signedIn(context);
    const { commandId } = context;
    const author = await this.keys.pseudonym(accountId, pseudonymIn);
    const sealed = await this.keys.seal(accountId, pseudonymIn, { event: commandId, field: 'text' }, text);
    const [opened] = await this.keys.open([sealed]);
    const opening = opened?.state === 'open' ? (opened.opening ?? undefined) : undefined;
    const recordAt = async (id: string): Promise<Accepted> => {
      const contribution = { id, author, assurance, text: { sealed } };
      const { events, position } = await record(contribution, deliveryOf(context, now));
      return { id, position, receipt: this.receipts.receiptFor(events[0]!, opening) };
    };
    // How much people said elsewhere is for the office that imports it to know.
    if (context.imported) return recordAt(commandId);
    return inFreePlace(this.store, { ...kind, author, most: await this.most() }, commandId, recordAt);
  }

  private async most(): Promise<number> {
    return mostContributions(await settingsNow(this.store));
  }
}
