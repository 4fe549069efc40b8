import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { SubjectKeys } from '@isegoria/privacy';
import { log, setting } from '@isegoria/service-host';
import { Tables } from '../tables.service';
import type { MailboxMessage } from '../mailbox/mailbox.contract';
import type { Message } from './messages';
import { publicLink } from './public-link.service';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const shown = 50;

/** Whom a message is for: the account whose key seals it in the mailbox, or the id of a passing key; and the address as it was typed. */
export interface Receiver {
  readonly accountId: string;
  readonly email: string;
}

type KeptMessage = Message & { readonly to: string };

const placeOf = (personId: string) => ({ personId, purpose: 'mailbox' });

/**
 * Sends messages by SMTP when `SMTP_URL` names a server; otherwise they stay in the embedded mailbox if `MAILBOX` is `open`, and go nowhere
 * if it is not: nobody could read them, and the links in them would lie in the database. Each message has an id and is sent
 * once, even if the command that asks for it is repeated after a failure.
 */
@Injectable()
export class Mailer implements BeforeApplicationShutdown {
  private readonly smtp: Transporter | undefined = process.env['SMTP_URL']
    ? createTransport({ url: process.env['SMTP_URL'], ...patience }, { from: setting('MAIL_FROM') })
    : undefined;
  private readonly isOpen = !this.smtp && process.env['MAILBOX'] === 'open';
  private readonly underWay = new Set<Promise<boolean>>();

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {
    if (this.isOpen) log.warn('SMTP_URL is not set: messages, with the links in them, are shown to everybody in the embedded mailbox');
    else if (!this.smtp) log.warn('SMTP_URL is not set and MAILBOX is not open: messages go nowhere');
  }

  /** Resolves when the message is in the mailbox; by SMTP at once, since nobody's request waits for another server. */
  async send(id: string, { accountId, email }: Receiver, message: Message): Promise<void> {
    if (this.isOpen) return this.putInMailbox(id, accountId, email, message);
    if (!this.smtp) return;
    const sending: Promise<boolean> = this.sendBySmtp(this.smtp, id, email, message).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** Sends and waits, for a message that nobody waits for. @returns false if it was not taken and should be tried again */
  async deliver(id: string, { accountId, email }: Receiver, message: Message): Promise<boolean> {
    if (this.smtp) return this.sendBySmtp(this.smtp, id, email, message);
    if (this.isOpen) await this.putInMailbox(id, accountId, email, message);
    return true;
  }

  /** Whether this message went out, or is in the mailbox. */
  async hasSent(id: string): Promise<boolean> {
    return (await this.tables.query(`SELECT 1 FROM identity.sent_mail WHERE id = $1`, [id])).length > 0;
  }

  /** The newest messages of the embedded mailbox; undefined when it is not open. */
  async mailbox(): Promise<MailboxMessage[] | undefined> {
    if (!this.isOpen) return undefined;
    const rows = await this.tables.query<{ id: string; account_id: string; sealed: string; sent_at: Date }>(
      `SELECT id, account_id, sealed, sent_at FROM identity.mailbox ORDER BY seq DESC LIMIT ${shown}`,
    );
    const opened = rows.map(async ({ id, account_id, sealed, sent_at }): Promise<MailboxMessage[]> => {
      const kept = await this.keys.openKept(placeOf(account_id), sealed);
      return kept.state === 'open' ? [{ id, ...(JSON.parse(kept.text) as KeptMessage), sentAt: sent_at.toISOString() }] : [];
    });
    return (await Promise.all(opened)).flat();
  }

  /**
   * Removes the messages to an account, however its address was spelt, from the embedded mailbox, and the record that they were sent.
   * Messages that went out by SMTP are with their receivers.
   */
  async forget(accountId: string): Promise<void> {
    await this.tables.query(
      `WITH gone AS (DELETE FROM identity.mailbox WHERE account_id = $1 RETURNING id)
       DELETE FROM identity.sent_mail WHERE id IN (SELECT id FROM gone)`,
      [accountId],
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
    this.smtp?.close();
  }

  private async putInMailbox(id: string, accountId: string, to: string, { subject, body }: Message): Promise<void> {
    const message: KeptMessage = { to, subject, body };
    // A message to nobody has a key of its own; the step is the same for anybody, so that its time tells nothing.
    await this.keys.create([accountId]);
    const sealed = await this.keys.sealKept(placeOf(accountId), JSON.stringify(message));
    await this.tables.query(
      `WITH first AS (INSERT INTO identity.sent_mail (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id),
            old AS (DELETE FROM identity.mailbox WHERE sent_at < now() - interval '7 days')
       INSERT INTO identity.mailbox (id, account_id, sealed) SELECT id, $2, $3 FROM first`,
      [id, accountId, sealed],
    );
  }

  /**
   * A server's refusal quotes the address, so only its code is logged. If this process ends between the server's word and the note of it,
   * the message is sent once more under the same Message-ID, by which mail systems know it again (RFC 5322, section 3.6.4).
   * @returns false if it was not taken and may be another time; an address that is refused for good never is
   */
  private async sendBySmtp(smtp: Transporter, id: string, to: string, { subject, body, unsubscribe }: Message): Promise<boolean> {
    try {
      if (await this.hasSent(id)) return true;
      const messageId = `<${id}@${new URL(publicLink('/')).hostname}>`;
      await smtp.sendMail({ to: { name: '', address: to }, subject, text: body, messageId, headers: unsubscribing(unsubscribe) });
      await this.tables.query(`INSERT INTO identity.sent_mail (id) VALUES ($1) ON CONFLICT DO NOTHING`, [id]);
      return true;
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      log.error({ mail: id, code, responseCode }, 'a message could not be sent');
      return (responseCode ?? 0) >= 500;
    }
  }
}

/** One click turns messages of this kind off (RFC 8058). */
function unsubscribing(address: string | undefined): Record<string, string> {
  if (address === undefined) return {};
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
