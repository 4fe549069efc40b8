import { Controller, Inject } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import { readMailbox, type Mailbox } from './mailbox.contract';
import { minutesBetweenMails } from '../note/mails/note-mails.policy';
import { Mailer } from '../mail/mailer.service';

/**
 * The embedded mailbox holds the links that confirm addresses: everybody sees it where it is open; with a mail server there is none.
 */
@Controller()
export class MailboxController {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  @Handles(readMailbox)
  async read(): Promise<Mailbox> {
    const messages = await this.mailer.mailbox();
    if (!messages) throw new Rejection('NOT_FOUND');
    return { items: messages, notesEveryMinutes: minutesBetweenMails() };
  }
}
