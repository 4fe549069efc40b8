import type { CommandDelivery, EventStore, Handled } from '@isegoria/event-sourcing';
import { minutesToEdit, mostContributions } from '@isegoria/content';
import {
  Rejection,
  type Accepted,
  type AssuranceLevel,
  type ByAuthor,
  type CommandContext,
  type DomainEvent,
  type RecordedText,
  type RejectionCode,
  type Reworded,
} from '@isegoria/kernel';
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

/** Something that was said, which its author wants to change or withdraw. */
export interface SaidThing<Began extends DomainEvent> {
  readonly id: string;
  readonly stream: string;
  /** The context of the pseudonym, as the first event of the stream says it. */
  readonly pseudonymIn: (began: Began['data']) => string;
  /** What is answered where nothing was said. */
  readonly missing: RejectionCode;
  readonly now: Date;
}

/**
 * Takes what people say in their own words, sealed under a pseudonym, and gives a receipt for it. In the same way it takes other words for
 * it, and its withdrawal.
 */
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
    const { sealed, opening } = await this.sealed(context, pseudonymIn, text);
    const recordAt = async (id: string): Promise<Accepted> => {
      const contribution = { id, author, assurance, text: { sealed } };
      const { events, position } = await record(contribution, deliveryOf(context, now));
      return { id, position, receipt: this.receipts.receiptFor(events[0]!, opening) };
    };
    // How much people said elsewhere is for the office that imports it to know.
    if (context.imported) return recordAt(commandId);
    return inFreePlace(this.store, { ...kind, author, most: await this.most() }, commandId, recordAt);
  }

  /**
   * Other words for what was said. Whether the person may is for the record to decide.
   * @throws Rejection SIGN_IN_REQUIRED, ACCOUNT_ERASED, `missing`, or what the record says
   */
  async reword<Began extends DomainEvent>(
    context: CommandContext,
    text: string,
    thing: SaidThing<Began>,
    record: (reworded: Reworded, delivery: CommandDelivery) => Promise<Handled<DomainEvent>>,
  ): Promise<Accepted> {
    return this.byAuthor(context, thing, async ({ author, pseudonymIn, saidAt }) => {
      const { sealed, opening } = await this.sealed(context, pseudonymIn, text);
      const minutes = minutesToEdit(await settingsNow(this.store));
      const handled = await record({ author, text: { sealed }, saidAt, minutes, now: thing.now }, deliveryOf(context, thing.now));
      return { handled, opening };
    });
  }

  /** @throws Rejection SIGN_IN_REQUIRED, ACCOUNT_ERASED, `missing`, or what the record says */
  async withdraw<Began extends DomainEvent>(
    context: CommandContext,
    thing: SaidThing<Began>,
    record: (withdrawn: ByAuthor, delivery: CommandDelivery) => Promise<Handled<DomainEvent>>,
  ): Promise<Accepted> {
    const byAuthor = async ({ author }: ByAuthor) => ({ handled: await record({ author }, deliveryOf(context, thing.now)) });
    return this.byAuthor(context, thing, byAuthor);
  }

  /** The words under the author's key, and the opening with which the author can prove them, which is kept nowhere else. */
  private async sealed(context: CommandContext, pseudonymIn: string, text: string): Promise<{ sealed: string; opening?: Uint8Array }> {
    const { accountId } = signedIn(context);
    const sealed = await this.keys.seal(accountId, pseudonymIn, { event: context.commandId, field: 'text' }, text);
    const [opened] = await this.keys.open([sealed]);
    return opened?.state === 'open' && opened.opening ? { sealed, opening: opened.opening } : { sealed };
  }

  private async byAuthor<Began extends DomainEvent>(
    context: CommandContext,
    { id, stream, pseudonymIn, missing }: SaidThing<Began>,
    record: (by: { author: string; pseudonymIn: string; saidAt: Date }) => Promise<{ handled: Handled<DomainEvent>; opening?: Uint8Array }>,
  ): Promise<Accepted> {
    const { accountId } = signedIn(context);
    const [began] = await this.store.readStream<Began>(stream, { count: 1 });
    if (!began) throw new Rejection(missing);
    const within = pseudonymIn(began.data);
    const author = await this.keys.pseudonym(accountId, within);
    const { handled, opening } = await record({ author, pseudonymIn: within, saidAt: new Date(began.recordedAt) });
    return { id, position: handled.position, receipt: this.receipts.receiptFor(handled.events[0]!, opening) };
  }

  private async most(): Promise<number> {
    return mostContributions(await settingsNow(this.store));
  }
}
