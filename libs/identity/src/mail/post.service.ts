import { Inject, Injectable } from '@nestjs/common';
import { derivedId } from '../account/keyed-ids.service';
import { Attempts } from '../session/attempts.service';
import { Mailer, type Receiver } from './mailer.service';
import type { Message } from './messages';

/** Mails that one address gets in 15 minutes because somebody names it in a form, whatever becomes of its account meanwhile. */
const most = 4;

/** Mail that anybody can cause who knows an address, and so not more of it than a mailbox can bear. */
@Injectable()
export class Post {
  constructor(
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /** Once for each command. Ends in the same way if the address has had too many. */
  async send(kind: Parameters<typeof derivedId>[0], commandId: string, to: Receiver, message: Message): Promise<void> {
    const id = derivedId(kind, commandId);
    if (await this.mailer.hasSent(id)) return;
    if ((await this.attempts.count('mail', to.email)) <= most) await this.mailer.send(id, to, message);
  }
}
