import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import type { CommandContext } from '@isegoria/kernel';
import { metadataOf } from '@isegoria/messaging';
import { log } from '@isegoria/service-host';
import { isStaff, rolesOf } from '../account/account.decider';
import type { Account } from '../account/accounts.service';
import { blindOf, derivedId } from '../account/keyed-ids.service';
import { Tables } from '../tables.service';
import { staffSignInsStream, type StaffEvent } from './staff-sign-in.contract';

/** Puts on record when staff signed in, and when somebody failed to as one of them. Sign-ins of citizens leave no event. */
@Injectable()
export class StaffSignIns implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
  ) {}

  /** Resolves when it is durable, before there is a session: no member of staff gets in unrecorded. @throws Rejection UNAVAILABLE */
  async record(account: Account, context: CommandContext): Promise<void> {
    if (isStaff(account.state)) await this.append('StaffSignedIn', account, context);
  }

  /** No answer waits for it: the time of an answer would reveal which addresses are those of staff. */
  recordFailure(account: Account, context: CommandContext): void {
    if (!isStaff(account.state)) return;
    const recording = this.appendFailure(account, context)
      .catch((error: unknown) => log.error({ err: error }, 'a failed sign-in of staff could not be recorded'))
      .finally(() => this.underWay.delete(recording));
    this.underWay.add(recording);
  }

  /** Forgets when a failure was last recorded for an account. */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.staff_sign_in_failure WHERE account_id = $1`, [accountId]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async appendFailure(account: Account, context: CommandContext): Promise<void> {
    const due = await this.tables.query(
      `INSERT INTO identity.staff_sign_in_failure AS f VALUES ($1, now()) ON CONFLICT (account_id) DO UPDATE SET recorded_at = now()
         WHERE f.recorded_at <= now() - interval '1 minute' RETURNING account_id`,
      [account.id],
    );
    if (due.length > 0) await this.append('StaffSignInFailed', account, context);
  }

  private async append(type: StaffEvent['type'], { id: accountId, state }: Account, context: CommandContext): Promise<void> {
    const id = derivedId('staff sign-in', `${type} ${context.commandId}`);
    const data: StaffEvent['data'] = { accountId, roles: rolesOf(state), blind: blindOf(id) };
    await this.store.append(staffSignInsStream, [{ type, data, id, metadata: metadataOf(context, new Date()) }], 'any');
  }
}
