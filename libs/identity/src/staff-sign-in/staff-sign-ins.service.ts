import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@isegoria/event-sourcing';
import type { CommandContext } from '@isegoria/kernel';
import { metadataOf } from '@isegoria/messaging';
import { isStaff, rolesOf } from '../account/account.decider';
import { Accounts, type Account } from '../account/accounts.service';
import { blindOf, derivedId } from '../account/keyed-ids.service';
import { Tables } from '../tables.service';
import { staffSignInsStream, type SignInsFailed, type StaffSignedIn } from './staff-sign-in.contract';

/** Has everybody's failed sign-ins who is not of the staff, and is the batch of those that are not being told yet. */
const nil = '00000000-0000-0000-0000-000000000000';

/** Puts on record when staff signed in, and when somebody failed to as one of them. Sign-ins of citizens leave no event of their own. */
@Injectable()
export class StaffSignIns {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Tables) private readonly tables: Tables,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /** Resolves when it is durable, before there is a session: no member of staff gets in unrecorded. @throws Rejection UNAVAILABLE */
  async record({ id: accountId, state }: Account, context: CommandContext): Promise<void> {
    if (!isStaff(state)) return;
    const id = derivedId('staff sign-in', context.commandId);
    const event: StaffSignedIn = { type: 'StaffSignedIn', data: { accountId, roles: rolesOf(state), blind: blindOf(id) } };
    await this.store.append(staffSignInsStream, [{ ...event, id, metadata: metadataOf(context, new Date()) }], 'any');
  }

  /** One row for everybody else: neither the time of an answer nor the log says whose address was tried. */
  async recordFailure({ id, state }: Account): Promise<void> {
    await this.tables.query(
      `INSERT INTO identity.failed_sign_in AS f VALUES ($1, $2, 1) ON CONFLICT (account_id, batch) DO UPDATE SET tries = f.tries + 1`,
      [isStaff(state) ? id : nil, nil],
    );
  }

  /** Forgets how often a sign-in to an account failed that was not told yet. */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.failed_sign_in WHERE account_id = $1`, [accountId]);
  }

  /** Puts the failures since the last time on record, if there were any; a batch that was interrupted goes first, under its own id. */
  async tellFailures(): Promise<void> {
    const batches = await this.tables.query<{ batch: string }>(`SELECT DISTINCT batch FROM identity.failed_sign_in WHERE batch <> $1`, [
      nil,
    ]);
    for (const { batch } of batches) await this.tell(batch);
    const batch = randomUUID();
    const begun = await this.tables.query(
      `WITH begun AS (UPDATE identity.failed_sign_in SET batch = $1 WHERE batch = $2 RETURNING 1) SELECT FROM begun`,
      [batch, nil],
    );
    if (begun.length > 0) await this.tell(batch);
  }

  private async tell(batch: string): Promise<void> {
    const rows = await this.tables.query<{ id: string; tries: number }>(
      `SELECT account_id AS id, tries FROM identity.failed_sign_in WHERE batch = $1 ORDER BY account_id`,
      [batch],
    );
    const staff = rows
      .filter(({ id }) => id !== nil)
      .map(async ({ id, tries }) => ({ accountId: id, roles: await this.rolesOf(id), tries }));
    const others = rows.find(({ id }) => id === nil)?.tries ?? 0;
    const event: SignInsFailed = { type: 'SignInsFailed', data: { staff: await Promise.all(staff), others, blind: blindOf(batch) } };
    const metadata = { at: new Date().toISOString(), correlationId: randomUUID() };
    await this.store.append(staffSignInsStream, [{ ...event, id: batch, metadata }], 'any');
    await this.tables.query(`DELETE FROM identity.failed_sign_in WHERE batch = $1`, [batch]);
  }

  private async rolesOf(accountId: string) {
    return rolesOf((await this.accounts.read(accountId)).state);
  }
}
