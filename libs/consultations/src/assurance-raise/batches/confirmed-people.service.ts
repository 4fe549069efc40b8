import { Inject, Injectable } from '@nestjs/common';
import { Tables } from '../../tables.service';

/** An account that was confirmed while a consultation ran. */
export interface Confirmed {
  readonly consultationId: string;
  readonly accountId: string;
}

/**
 * Accounts that were confirmed while a consultation ran, until it is known whether they had taken part there, and these until their batch
 * is full. A row has no pseudonym: the service derives it from the key of the person. For each consultation a time is drawn by chance, from
 * which the person may be told of there: so the batches of two consultations do not have the same people at the same moment.
 */
@Injectable()
export class ConfirmedPeople {
  constructor(@Inject(Tables) private readonly tables: Tables) {}

  /** Notes an account for every consultation that has a date to come. @param withinHours of the confirmation */
  async note(accountId: string, confirmedAt: string, withinHours: number): Promise<void> {
    await this.tables.dataSource.query(
      `INSERT INTO consultations.confirmed_person (consultation_id, account_id, confirmed_at, due_at)
       SELECT substr(stream, length('consultation-') + 1)::uuid, $1, $2::timestamptz, $2::timestamptz + random() * $3 * interval '1 hour'
       FROM consultations.next_date WHERE at IS NOT NULL ON CONFLICT DO NOTHING`,
      [accountId, confirmedAt, withinHours],
    );
  }

  /** Consultations with somebody whose time has come by then, and their next dates. */
  async waitingIn(now: Date): Promise<{ readonly consultationId: string; readonly due: number; readonly at: Date | null }[]> {
    return this.tables.dataSource.query(
      `SELECT consultation_id AS "consultationId", count(*) FILTER (WHERE due_at <= $1)::int AS due, min(next_date.at) AS at
       FROM consultations.confirmed_person
       LEFT JOIN consultations.next_date ON stream = 'consultation-' || consultation_id GROUP BY consultation_id`,
      [now],
    );
  }

  /** @param dueBy those whose time has come by then @param confirmedBefore those who had confirmed before */
  async of(consultationId: string, { dueBy, confirmedBefore }: { dueBy?: Date; confirmedBefore?: Date }): Promise<string[]> {
    const rows: { id: string }[] = await this.tables.dataSource.query(
      `SELECT account_id AS id FROM consultations.confirmed_person
       WHERE consultation_id = $1 AND ($2::timestamptz IS NULL OR due_at <= $2) AND ($3::timestamptz IS NULL OR confirmed_at < $3)
       ORDER BY account_id`,
      [consultationId, dueBy ?? null, confirmedBefore ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async forget(consultationId: string, accountIds: readonly string[]): Promise<void> {
    await this.tables.dataSource.query(`DELETE FROM consultations.confirmed_person WHERE consultation_id = $1 AND account_id = ANY ($2)`, [
      consultationId,
      accountIds,
    ]);
  }

  /** Of a consultation that the log has closed. */
  async forgetAll(consultationId: string): Promise<void> {
    await this.tables.dataSource.query(`DELETE FROM consultations.confirmed_person WHERE consultation_id = $1`, [consultationId]);
  }

  /** The address of the account was somebody else's before: what it cast or wrote in consultations of that time stays anonymous. */
  async forgetReissued(accountId: string): Promise<void> {
    await this.tables.dataSource.query(`DELETE FROM consultations.confirmed_person WHERE account_id = $1`, [accountId]);
  }
}
