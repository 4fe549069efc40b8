import { Inject, Injectable } from '@nestjs/common';
import { Tables } from '../../tables.service';
import type { Stretch } from '../known-notes.service';

/** Longer than a round takes: if the instance that began it ended, another goes on with it. */
const held = '10 minutes';
/** After that, what a mail server would not take is given up, so that everything newer is told. */
const patience = '1 day';

/**
 * Up to where in the log people were told by mail, all of them together: what is kept for each would say who had something to be told at
 * which moment. A round keeps its end until it is over, so that whoever goes on with it makes the same mails.
 */
@Injectable()
export class ToldSoFar {
  constructor(@Inject(Tables) private readonly tables: Tables) {}

  /** Whether this is the beginning: what was before is not told by mail. */
  async begin(knownUpTo: number): Promise<void> {
    await this.tables.query(`INSERT INTO identity.note_round (told_up_to) VALUES ($1) ON CONFLICT DO NOTHING`, [knownUpTo]);
  }

  /** The stretch that this instance is to tell of; undefined while another one does, or if there is nothing new. */
  async take(knownUpTo: number): Promise<Stretch | undefined> {
    const [rows] = await this.tables.query<{ told_up_to: string; ends_at: string }[]>(
      `UPDATE identity.note_round SET ends_at = coalesce(ends_at, $1), begun_at = coalesce(begun_at, now()), held_until = now() + interval '${held}'
       WHERE held_until < now() AND told_up_to < coalesce(ends_at, $1) RETURNING told_up_to, ends_at`,
      [knownUpTo],
    );
    const row = rows?.[0];
    return row && { after: Number(row.told_up_to), upTo: Number(row.ends_at) };
  }

  /** Goes on holding the round, where it takes long. */
  async hold(): Promise<void> {
    await this.tables.query(`UPDATE identity.note_round SET held_until = now() + interval '${held}'`);
  }

  /** @param all whether every mail was taken; otherwise the round is begun again later, for as long as there is patience */
  async end(all: boolean): Promise<void> {
    await this.tables.query(
      `UPDATE identity.note_round SET held_until = '-infinity',
         told_up_to = CASE WHEN $1 OR begun_at < now() - interval '${patience}' THEN ends_at ELSE told_up_to END,
         begun_at = CASE WHEN $1 OR begun_at < now() - interval '${patience}' THEN NULL ELSE begun_at END,
         ends_at = CASE WHEN $1 OR begun_at < now() - interval '${patience}' THEN NULL ELSE ends_at END`,
      [all],
    );
  }
}
