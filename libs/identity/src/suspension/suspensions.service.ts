import { Inject, Injectable } from '@nestjs/common';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { secure } from '@isegoria/service-host';
import { Accounts, suspendedStream } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { Sessions } from '../session/sessions.service';
import { Tables } from '../tables.service';
import type { LiftSuspension, Suspend, SuspensionOrdered } from './suspension.contract';
import { mustBeSuspendable, suspensionDecider, suspensionStream } from './suspension.decider';
import { SuspensionNotices } from './suspension-notices.service';
import { suspendedAccountDecider, type Follow } from './suspended-account.decider';

const aDay = 24 * 3_600_000;

/**
 * Suspends accounts. The public record comes first, and says that somebody was suspended, not who; which account it is stands in a stream
 * that is in no log, and beside it in a table, so that a suspension can be ended by its name.
 */
@Injectable()
export class Suspensions {
  private readonly handle;
  private readonly follow;

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(SuspensionNotices) private readonly notices: SuspensionNotices,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Tables) private readonly tables: Tables,
  ) {
    this.handle = commandHandler(store, suspensionDecider, { believeNew: false });
    this.follow = commandHandler(store, suspendedAccountDecider, { believeNew: false });
  }

  /** @throws Rejection ACCOUNT_NOT_FOUND, ACCOUNT_ERASED, FORBIDDEN_ROLE, or NOT_YOURS for the own account */
  async suspend(accountId: string, { days, reason, rule }: Suspend, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const { state } = await this.accounts.read(accountId);
    mustBeSuspendable(accountId, state, actor);
    const suspensionId = derivedId('suspension', context.commandId);
    const until = new Date(Date.now() + days * aDay).toISOString();
    const order = { type: 'OrderSuspension', suspensionId, actor, until, reason, rule } as const;
    const { events, position } = await this.handle(suspensionStream(suspensionId), order, deliveryOf(context));
    const recorded = { by: actor.accountId, ...((events[0]?.data as SuspensionOrdered['data'] | undefined) ?? { until, reason }) };
    const suspend = { accountId, suspensionId, until: recorded.until, by: recorded.by, reason: recorded.reason };
    await this.tables.query(`INSERT INTO identity.suspension VALUES ($1, $2) ON CONFLICT DO NOTHING`, [suspensionId, accountId]);
    const followed = await this.change(accountId, { type: 'SuspendAccount', data: suspend }, context);
    secure('account-suspended', { position });
    await this.notices.tell('suspended', accountId, context);
    return { id: suspensionId, position: Math.max(position, followed) };
  }

  /** @throws Rejection NOT_FOUND for a pseudonym that is nobody's any more, or as {@link suspend} */
  async suspendAuthor(author: string, asked: Suspend, context: CommandContext): Promise<Accepted> {
    const accountId = await this.keys.ownerOf(author.toLowerCase());
    if (accountId === undefined) throw new Rejection('NOT_FOUND', { field: 'author' });
    return this.suspend(accountId, asked, context);
  }

  /** @throws Rejection NOT_FOUND, ALREADY_DONE, FORBIDDEN_ROLE, or NOT_YOURS for the own suspension */
  async lift({ suspensionId, reason }: LiftSuspension, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const accountId = await this.accountOf(suspensionId);
    if (accountId === actor.accountId) throw new Rejection('NOT_YOURS');
    const end = { type: 'EndSuspension', suspensionId, actor, reason } as const;
    const { position } = await this.handle(suspensionStream(suspensionId), end, deliveryOf(context));
    const followed = accountId === undefined ? position : await this.liftFrom(accountId, suspensionId, context);
    secure('suspension-lifted', { position });
    return { id: suspensionId, position: Math.max(position, followed) };
  }

  /** Does to the account what is on the public record by now. @returns its place in the log */
  liftFrom(accountId: string, suspensionId: string, context: CommandContext): Promise<number> {
    const by = signedIn(context).accountId;
    return this.change(accountId, { type: 'LiftSuspension', accountId, suspensionId, by }, context);
  }

  /** Undefined for what is no suspension, and once the account is erased. */
  async accountOf(suspensionId: string): Promise<string | undefined> {
    const rows = await this.tables.query<{ id: string }>(`SELECT account_id AS id FROM identity.suspension WHERE id = $1`, [suspensionId]);
    return rows[0]?.id;
  }

  /** Forgets that an account was ever suspended, as it is erased. */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.suspension WHERE account_id = $1`, [accountId]);
  }

  /** @returns its place in the log: whoever reads on from there sees what became of the account */
  private async change(accountId: string, command: Follow, context: CommandContext): Promise<number> {
    const commandId = derivedId('suspended account', context.commandId);
    const { position } = await this.follow(suspendedStream(accountId), command, { ...deliveryOf(context), commandId });
    await this.sessions.announceChange(accountId);
    return position;
  }
}
