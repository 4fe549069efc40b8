import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { suspensionOf } from '../../account/account.decider';
import { Accounts, actorOf } from '../../account/accounts.service';
import { derivedId } from '../../account/keyed-ids.service';
import { Mailer } from '../../mail/mailer.service';
import { publicLink } from '../../mail/public-link.service';
import { Tables } from '../../tables.service';
import { KNOWN_NOTES, type KnownNotes, type Stretch } from '../known-notes.service';
import { NotesOfPeople } from '../notes.service';
import { subjectsOfNotes, subjectsOfOffice, type NoteSubject } from '../note.contract';
import { digest, mostInDigest, type DigestSort } from './digest';
import { ToldSoFar } from './told-so-far.service';
import { unsubscribeToken } from './unsubscribe-token.service';

const atOnce = 500;

/** What somebody does at the office and what they contributed for themselves stand in mails of their own. */
const sorts: readonly (readonly [DigestSort, readonly NoteSubject[]])[] = [
  ['notes', subjectsOfNotes.filter((subject) => !subjectsOfOffice.includes(subject))],
  ['office', subjectsOfOffice],
];

/** Mails people what happened to what they contributed: in rounds, so that many things make one mail, and several people share a moment. */
@Injectable()
export class NoteMails {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(KNOWN_NOTES) private readonly known: KnownNotes,
    @Inject(NotesOfPeople) private readonly notes: NotesOfPeople,
    @Inject(ToldSoFar) private readonly toldSoFar: ToldSoFar,
  ) {}

  /** One round. A mail has an id of its person and round, so that a round may be begun again. @throws where there are no rows yet */
  async tellAll(): Promise<void> {
    const knownUpTo = await this.known.upTo(this.dataSource.manager);
    await this.toldSoFar.begin(knownUpTo);
    const stretch = await this.toldSoFar.take(knownUpTo);
    if (!stretch) return;
    let all = true;
    for await (const accountIds of this.peopleIn(stretch)) {
      for (const accountId of accountIds) all = (await this.tell(accountId, stretch)) && all;
      await this.toldSoFar.hold();
    }
    await this.toldSoFar.end(all);
  }

  /** @returns false if the mail should be tried again */
  private async tell(accountId: string, stretch: Stretch): Promise<boolean> {
    const account = await this.accounts.read(accountId);
    const profile = account.state.confirmed ? await this.accounts.profileOf(account) : null;
    if (!profile || suspensionOf(account.state, new Date())) return true;
    const unsubscribe = publicLink('/unsubscribe', { token: unsubscribeToken(accountId) });
    let all = true;
    for (const [sort, subjects] of sorts) {
      const notes = await this.notes.of(actorOf(account), 'mail', stretch, mostInDigest + 1, subjects).catch(noneOfErased);
      if (notes.length === 0) continue;
      const message = digest(sort, profile.language, notes, { notes: publicLink('/my/notes'), unsubscribe });
      const id = derivedId('note mail', `${accountId} ${stretch.upTo}${sort === 'notes' ? '' : ` ${sort}`}`);
      all = (await this.mailer.deliver(id, { accountId, email: profile.email }, message)) && all;
    }
    return all;
  }

  /** Everybody who may have something to be told, a bounded number at once; nobody twice among the authors. */
  private async *peopleIn(stretch: Stretch): AsyncGenerator<readonly string[]> {
    const rows = this.dataSource.manager;
    const authors = await this.known.authorsIn(rows, stretch);
    for (let begin = 0; begin < authors.length; begin += atOnce) yield this.behind(authors.slice(begin, begin + atOnce));
    const officials = await this.known.officialsIn(rows, stretch);
    for (let begin = 0; begin < officials.length; begin += atOnce) yield officials.slice(begin, begin + atOnce);
    const contexts = await this.known.contextsIn(rows, stretch);
    if (contexts.length === 0) return;
    for await (const accountIds of this.everybody()) {
      const involved = new Set<string>();
      for (const context of contexts) {
        for (const accountId of await this.concerned(context, accountIds)) involved.add(accountId);
      }
      yield [...involved];
    }
  }

  private async behind(authors: readonly string[]): Promise<string[]> {
    const owners = await Promise.all(authors.map((author) => this.keys.ownerOf(author)));
    return [...new Set(owners.filter((owner) => owner !== undefined))];
  }

  /** Pseudonyms of voters and of those who reported something lead to nobody, so everybody's is looked for. */
  private async concerned(context: string, accountIds: readonly string[]): Promise<string[]> {
    const named = await Promise.all(
      accountIds.map(async (id) => [await this.keys.pseudonym(id, context).catch(nobodysPseudonym), id] as const),
    );
    const people = new Map(named);
    const found = await this.known.concernedAmong(this.dataSource.manager, context, [...people.keys()]);
    return found.map((pseudonym) => people.get(pseudonym)!);
  }

  private async *everybody(): AsyncGenerator<readonly string[]> {
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const found = await this.tables.query<{ id: string }>(
        `SELECT account_id AS id FROM identity.password WHERE account_id > $1 ORDER BY account_id LIMIT ${atOnce}`,
        [last],
      );
      if (found.length === 0) return;
      yield found.map(({ id }) => id);
      last = found.at(-1)!.id;
    }
  }
}

function noneOfErased(error: unknown): never[] {
  if (error instanceof Rejection && error.code === 'ACCOUNT_ERASED') return [];
  throw error;
}

function nobodysPseudonym(error: unknown): string {
  noneOfErased(error);
  return '';
}
