import { IsEmail, IsISO8601, IsNumber, IsString } from 'class-validator';
import { IsSecret, Nested, command } from '@isegoria/kernel';

/** The query has no parameters. */
export class ReadMailbox {}

/** A message that the embedded mailbox shows instead of sending it. */
export class MailboxMessage {
  @IsString() readonly id: string;
  @IsEmail() readonly to: string;
  @IsString() readonly subject: string;
  /** Has links in it that confirm addresses. */
  @IsString() @IsSecret() readonly body: string;
  @IsISO8601() readonly sentAt: string;
}

export class Mailbox {
  @Nested(() => MailboxMessage, { each: true }) readonly items: readonly MailboxMessage[];
  /** How often people are told of their contributions at most; everything else comes at once. */
  @IsNumber() readonly notesEveryMinutes: number;
}

/** The messages that would have been sent, while the embedded mailbox is open; otherwise NOT_FOUND. */
export const readMailbox = command(ReadMailbox, {
  route: 'GET /mailbox',
  may: 'anyone',
  summary: 'What the embedded mailbox shows instead of sending it; not found where mail is sent or the mailbox is not open',
  reply: Mailbox,
});
