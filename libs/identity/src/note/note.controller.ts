import { Controller, Inject } from '@nestjs/common';
import { Rejection, type CommandMessage } from '@isegoria/kernel';
import { Handles, signedIn } from '@isegoria/messaging';
import { Accounts } from '../account/accounts.service';
import { minutesBetweenMails } from './mails/note-mails.policy';
import { accountIn } from './mails/unsubscribe-token.service';
import {
  changeNoteSettings,
  countUnreadNotes,
  listNotes,
  markNotesRead,
  showNoteSettings,
  unsubscribe,
  type ChangeNoteSettings,
  type CountUnreadNotes,
  type ListNotes,
  type MarkNotesRead,
  type NoteSettings,
  type Notes,
  type ShowNoteSettings,
  type Unsubscribe,
  type UnreadNotes,
} from './note.contract';
import { NotesOfPeople } from './notes.service';

const done: Record<string, never> = {};

@Controller()
export class NoteController {
  constructor(
    @Inject(NotesOfPeople) private readonly notes: NotesOfPeople,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /** @throws Rejection VALIDATION_FAILED for a cursor that no page gave */
  @Handles(listNotes)
  async list({ command: { cursor }, context }: CommandMessage<ListNotes>): Promise<Notes> {
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
      throw new Rejection('VALIDATION_FAILED', { field: 'cursor', params: { constraint: 'other' } });
    }
    return this.notes.page(signedIn(context), cursor);
  }

  @Handles(countUnreadNotes)
  async count({ context }: CommandMessage<CountUnreadNotes>): Promise<UnreadNotes> {
    return { count: await this.notes.countUnread(signedIn(context)) };
  }

  @Handles(markNotesRead)
  async markRead({ command: { upTo }, context }: CommandMessage<MarkNotesRead>): Promise<typeof done> {
    await this.notes.markRead(signedIn(context).accountId, upTo);
    return done;
  }

  @Handles(showNoteSettings)
  async settings({ context }: CommandMessage<ShowNoteSettings>): Promise<NoteSettings> {
    return { off: await this.notes.turnedOff(signedIn(context).accountId), mailsEveryMinutes: minutesBetweenMails() };
  }

  @Handles(changeNoteSettings)
  async change({ command: { off }, context }: CommandMessage<ChangeNoteSettings>): Promise<typeof done> {
    await this.notes.turnOff(signedIn(context).accountId, off);
    return done;
  }

  /** @throws Rejection NOT_FOUND for a token that no mail had. For an account that was erased there is nothing left to do. */
  @Handles(unsubscribe)
  async unsubscribe({ command: { token } }: CommandMessage<Unsubscribe>): Promise<typeof done> {
    const accountId = accountIn(token);
    if (accountId === undefined) throw new Rejection('NOT_FOUND');
    const { state } = await this.accounts.read(accountId);
    if (!state.erased) await this.notes.turnMailsOff(accountId);
    return done;
  }
}
