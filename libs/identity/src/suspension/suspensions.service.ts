import { Inject, Injectable } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler, fold, type Handled } from '@isegoria/event-sourcing';
import { Rejection, type Accepted, type CommandContext, type StandingSuspension, type SuspendingRole } from '@isegoria/kernel';
import { deliveryOf, signedIn } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { secure } from '@isegoria/service-host';
import { suspensionOf } from '../account/account.decider';
import { Accounts, suspendedStream } from '../account/accounts.service';
import { derivedId } from '../account/keyed-ids.service';
import { Sessions } from '../session/sessions.service';
import { Tables } from '../tables.service';
import { appealedStream } from './appeal/suspension-appeal.decider';
import type { SuspensionAppealDecided } from './appeal/suspension-appeal.contract';
import type { LiftSuspension, Suspend, SuspendAccount, SuspendAuthor, SuspensionEvent, SuspensionOrdered } from './suspension.contract';
import { mustBeSuspendable, suspendingRoleOf, suspensionDecider, suspensionStream, type SuspensionState } from './suspension.decider';
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
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(SuspensionNotices) private readonly notices: SuspensionNotices,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Tables) private readonly tables: Tables,
  ) {
    this.handle = commandHandler(store, suspensionDecider, { believeNew: false });
    this.follow = commandHandler(store, suspendedAccountDecider, { believeNew: false });
  }

  /** @throws Rejection ACCOUNT_NOT_FOUND, ACCOUNT_ERASED, FORBIDDEN_ROLE, ALREADY_SUSPENDED, or NOT_YOURS for the own account */
  suspendAccount({ accountId, ...asked }: SuspendAccount, context: CommandContext): Promise<Accepted> {
    return this.suspend(accountId.toLowerCase(), asked, 'administrator', context);
  }

  /** @throws Rejection NOT_FOUND for a pseudonym that is nobody's any more, or as {@link suspendAccount} */
  async suspendAuthor({ author, ...asked }: SuspendAuthor, context: CommandContext): Promise<Accepted> {
    const accountId = await this.keys.ownerOf(author.toLowerCase());
    if (accountId === undefined) throw new Rejection('NOT_FOUND', { field: 'author' });
    return this.suspend(accountId, asked, suspendingRoleOf(signedIn(context)), context);
  }

  private async suspend(accountId: string, asked: Suspend, role: SuspendingRole, context: CommandContext): Promise<Accepted> {
    const { state } = await this.accounts.read(accountId);
    mustBeSuspendable(accountId, state, signedIn(context));
    const suspensionId = derivedId('suspension', context.commandId);
    await this.tables.query(`INSERT INTO identity.suspension VALUES ($1, $2) ON CONFLICT DO NOTHING`, [suspensionId, accountId]);
    // One order at a time for an account: of two at the same moment, the second sees the first.
    const handled = await this.tables
      .oneAtATime(`suspensions of ${accountId}`, () => this.order(accountId, suspensionId, { ...asked, role }, context))
      .catch((error) => this.forgetRefused(suspensionId, error));
    secure('account-suspended', { position: handled.position });
    await this.sessions.announceChange(accountId);
    await this.notices.tellOfSuspension(role, accountId, context);
    return acceptedAs(suspensionId, handled);
  }

  /** @returns its position is that of what became of the account */
  private async order(
    accountId: string,
    suspensionId: string,
    { days, reason, rule, role }: Suspend & { readonly role: SuspendingRole },
    context: CommandContext,
  ): Promise<Pick<Handled<SuspensionEvent>, 'position' | 'unchanged'>> {
    const until = new Date(Date.now() + days * aDay).toISOString();
    const [actor, standing] = [signedIn(context), await this.standingBeside(suspensionId, accountId)];
    const order = { type: 'OrderSuspension', suspensionId, actor, until, reason, rule, role, standing } as const;
    const { events, position, unchanged } = await this.handle(suspensionStream(suspensionId), order, deliveryOf(context));
    const ordered = events[0]?.data as SuspensionOrdered['data'] | undefined;
    const { rule: _, ...recorded } = ordered ?? { suspensionId, until, by: actor.accountId, reason, role };
    const followed = await this.follows(accountId, { type: 'SuspendAccount', data: { ...recorded, accountId } }, context);
    return { position: Math.max(position, followed), unchanged };
  }

  /** Another suspension of the account that is in force. */
  private async standingBeside(suspensionId: string, accountId: string): Promise<StandingSuspension | undefined> {
    const suspension = suspensionOf((await this.accounts.read(accountId)).state, new Date());
    if (!suspension || suspension.id === suspensionId) return undefined;
    const [recorded, appeals] = await Promise.all([this.read(suspension.id), this.store.readStream(appealedStream(suspension.id))]);
    if (!recorded || recorded.isOver) return undefined;
    const { role = null, reason } = recorded;
    return { until: suspension.until, orderedAs: role, reason, isAppealed: appeals.length > 0 };
  }

  /** What the public record says of a suspension. */
  async read(suspensionId: string): Promise<SuspensionState | undefined> {
    type Recorded = SuspensionEvent | SuspensionAppealDecided;
    const events = await this.store.readStream<Recorded>(suspensionStream(suspensionId));
    return fold<SuspensionState | undefined, Recorded>(suspensionDecider, events);
  }

  /** Of a suspension that was refused, nothing is left. @throws what refused it */
  private async forgetRefused(suspensionId: string, error: unknown): Promise<never> {
    if (error instanceof Rejection && error.code === 'ALREADY_SUSPENDED')
      await this.tables.query(`DELETE FROM identity.suspension WHERE id = $1`, [suspensionId]);
    throw error;
  }

  /** @throws Rejection NOT_FOUND, ALREADY_DONE, FORBIDDEN_ROLE, or NOT_YOURS for the own suspension */
  async lift({ suspensionId, reason }: LiftSuspension, context: CommandContext): Promise<Accepted> {
    const actor = signedIn(context);
    const accountId = await this.accountOf(suspensionId);
    if (accountId === actor.accountId) throw new Rejection('NOT_YOURS');
    const end = { type: 'EndSuspension', suspensionId, actor, reason } as const;
    const handled = await this.handle(suspensionStream(suspensionId), end, deliveryOf(context));
    const { position } = handled;
    const followed = accountId === undefined ? position : await this.liftFrom(accountId, suspensionId, context);
    secure('suspension-lifted', { position });
    return acceptedAs(suspensionId, { ...handled, position: Math.max(position, followed) });
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
    const position = await this.follows(accountId, command, context);
    await this.sessions.announceChange(accountId);
    return position;
  }

  private async follows(accountId: string, command: Follow, context: CommandContext): Promise<number> {
    const commandId = derivedId('suspended account', context.commandId);
    return (await this.follow(suspendedStream(accountId), command, { ...deliveryOf(context), commandId })).position;
  }
}
