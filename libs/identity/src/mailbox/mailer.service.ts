import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { log, setting } from '@isegoria/service-host';
import { canonicalAddress } from '../address/canonical-address';
import { Tables } from '../tables.service';
import type { MailboxMessage } from './mailbox.contract';
import type { Message } from './messages';

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const shown = 50;

/**
 * Sends messages by SMTP when `SMTP_URL` names a server; otherwise they stay in the embedded mailbox. Each message has an id and is sent
 * once, even if the command that asks for it is repeated after a failure.
 */
@Injectable()
export class Mailer implements BeforeApplicationShutdown {
  private readonly smtp: Transporter | undefined = process.env['SMTP_URL']
    ? createTransport({ url: process.env['SMTP_URL'], ...patience }, { from: setting('MAIL_FROM') })
    : undefined;
  private readonly underWay = new Set<Promise<void>>();

  constructor(@Inject(Tables) private readonly tables: Tables) {
    if (!this.smtp) log.warn('SMTP_URL is not set: messages, with the links in them, stay in the embedded mailbox');
  }

  /** Resolves when the message is in the mailbox; by SMTP at once, since nobody's request waits for another server. */
  async send(id: string, to: string, message: Message): Promise<void> {
    if (!this.smtp) return this.putInMailbox(id, to, message);
    const sending = this.sendBySmtp(this.smtp, id, to, message).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** Whether this message went out, or is in the mailbox. */
  async hasSent(id: string): Promise<boolean> {
    return (await this.tables.query(`SELECT 1 FROM identity.sent_mail WHERE id = $1`, [id])).length > 0;
  }

  /** The newest messages of the embedded mailbox; undefined when messages go out by SMTP. */
  async mailbox(): Promise<MailboxMessage[] | undefined> {
    if (this.smtp) return undefined;
    const rows = await this.tables.query<{ id: string; recipient: string; subject: string; body: string; sent_at: Date }>(
      `SELECT id, recipient, subject, body, sent_at FROM identity.mailbox ORDER BY seq DESC LIMIT ${shown}`,
    );
    return rows.map(({ id, recipient, subject, body, sent_at }) => ({ id, to: recipient, subject, body, sentAt: sent_at.toISOString() }));
  }

  /**
   * Removes the messages to an address, however it was spelt, from the embedded mailbox, and the record that they were sent. Messages that
   * went out by SMTP are with their receivers.
   */
  async forget(to: string): Promise<void> {
    const recipients = await this.tables.query<{ recipient: string }>(`SELECT DISTINCT recipient FROM identity.mailbox`);
    const spellings = recipients.map(({ recipient }) => recipient).filter((spelt) => canonicalAddress(spelt) === canonicalAddress(to));
    await this.tables.query(
      `WITH gone AS (DELETE FROM identity.mailbox WHERE recipient = ANY($1) RETURNING id)
       DELETE FROM identity.sent_mail WHERE id IN (SELECT id FROM gone)`,
      [spellings],
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
    this.smtp?.close();
  }

  private async putInMailbox(id: string, to: string, { subject, body }: Message): Promise<void> {
    await this.tables.query(
      `WITH first AS (INSERT INTO identity.sent_mail (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id),
            old AS (DELETE FROM identity.mailbox WHERE sent_at < now() - interval '7 days')
       INSERT INTO identity.mailbox (id, recipient, subject, body) SELECT id, $2, $3, $4 FROM first`,
      [id, to, subject, body],
    );
  }

  /** A server's refusal quotes the address, so only its code is logged. */
  private async sendBySmtp(smtp: Transporter, id: string, to: string, { subject, body }: Message): Promise<void> {
    try {
      if (await this.hasSent(id)) return;
      await smtp.sendMail({ to: { name: '', address: to }, subject, text: body });
      await this.tables.query(`INSERT INTO identity.sent_mail (id) VALUES ($1) ON CONFLICT DO NOTHING`, [id]);
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      log.error({ mail: id, code, responseCode }, 'a message could not be sent');
    }
  }
}
