import { Inject, Injectable } from '@nestjs/common';
import { derivedId } from '../account/keyed-ids.service';
import { MailCounts } from './mail-counts.service';
import { Mailer, type Receiver } from './mailer.service';
import type { Message } from './messages';

/**
 * Mails of one kind that one address gets in 15 minutes because somebody names it in a form, whatever becomes of its account meanwhile.
 * Each kind has its own count: whoever registers with an address must not keep its owner from the link for a new password.
 */
const most = 4;

/** Mail that anybody can cause who knows an address, and so not more of it than a mailbox can bear. */
@Injectable()
export class Post {
  constructor(
    @Inject(MailCounts) private readonly counts: MailCounts,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /** Once for each command. Ends in the same way if the address has had too many. */
  async send(kind: Parameters<typeof derivedId>[0], commandId: string, to: Receiver, message: Message): Promise<void> {
    const id = derivedId(kind, commandId);
    if (await this.mailer.hasSent(id)) return;
    if ((await this.counts.count(kind, to.email)) <= most) await this.mailer.send(id, to, message);
  }
}
