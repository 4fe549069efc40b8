import { Inject, Injectable } from '@nestjs/common';
import { Rejection, type CommandContext } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { Guesses } from '../../guessing/guesses.service';
import { Tables } from '../../tables.service';
import { RecoveryCodes } from './recovery-codes.service';
import { newTotpSecret, stepOfCode } from './totp.service';

/** The secrets that people share with an app, sealed under the person's own key. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Guesses) private readonly guesses: Guesses,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
  ) {}

  async isOn(accountId: string): Promise<boolean> {
    return (await this.tables.query(`SELECT 1 FROM identity.second_factor WHERE account_id = $1 AND is_on`, [accountId])).length > 0;
  }

  /** A secret that counts once it is confirmed, in the place of one that was not. @throws Rejection ALREADY_DONE */
  async begin(accountId: string): Promise<string> {
    const secret = newTotpSecret();
    const begun = await this.tables.query(
      `INSERT INTO identity.second_factor AS f (account_id, sealed_secret) VALUES ($1, $2)
       ON CONFLICT (account_id) DO UPDATE SET sealed_secret = $2 WHERE NOT f.is_on RETURNING 1`,
      [accountId, await this.keys.sealKept(placeOf(accountId), secret)],
    );
    if (begun.length === 0) throw new Rejection('ALREADY_DONE');
    return secret;
  }

  /**
   * Sets it up with a first code.
   * @returns the recovery codes, which nobody can read again
   * @throws Rejection WRONG_CODE, also where nothing was begun; ALREADY_DONE; TOO_MANY_REQUESTS
   */
  async confirm(accountId: string, code: string, context: CommandContext): Promise<string[]> {
    if (await this.isOn(accountId)) throw new Rejection('ALREADY_DONE');
    await this.guesses.begin('code', accountId, context);
    if (!(await this.takes(accountId, code, false))) throw new Rejection('WRONG_CODE', { field: 'code' });
    await this.guesses.right('code', accountId, context);
    return this.recovery.renew(accountId);
  }

  /** Takes a code of the app, or a recovery code, once. @throws Rejection WRONG_CODE; TOO_MANY_REQUESTS */
  async mustHave(accountId: string, code: string, context: CommandContext): Promise<void> {
    await this.guesses.begin('code', accountId, context);
    const isRight = (await this.takes(accountId, code, true)) || (await this.recovery.use(accountId, code));
    if (!isRight) throw new Rejection('WRONG_CODE', { field: 'code' });
    await this.guesses.right('code', accountId, context);
  }

  /** Forgets the secret, and every code. */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.second_factor WHERE account_id = $1`, [accountId]);
    await this.recovery.forget(accountId);
    await this.guesses.forget('code', accountId);
  }

  /** A code of a step that is not later than the last one taken was used before, or seen by somebody (RFC 6238, section 5.2). */
  private async takes(accountId: string, code: string, isOn: boolean): Promise<boolean> {
    const [row] = await this.tables.query<{ sealed: string }>(
      `SELECT sealed_secret AS sealed FROM identity.second_factor WHERE account_id = $1 AND is_on = $2`,
      [accountId, isOn],
    );
    const kept = row && (await this.keys.openKept(placeOf(accountId), row.sealed));
    const step = kept?.state === 'open' ? stepOfCode(kept.text, code, Date.now()) : undefined;
    if (step === undefined) return false;
    const taken = await this.tables.query(
      `WITH taken AS (UPDATE identity.second_factor SET last_step = $3, is_on = true
         WHERE account_id = $1 AND sealed_secret = $2 AND is_on = $4 AND last_step < $3 RETURNING 1) SELECT FROM taken`,
      [accountId, row!.sealed, step, isOn],
    );
    return taken.length > 0;
  }
}

const placeOf = (personId: string) => ({ personId, purpose: 'second factor' });
