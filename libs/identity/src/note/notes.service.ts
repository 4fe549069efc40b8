import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { limits, unitsWhere, type Actor } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { Tables } from '../tables.service';
import { KNOWN_NOTES, type KnownNote, type KnownNotes, type Stretch } from './known-notes.service';
import {
  noteSubjects,
  noteSwitches,
  noteWays,
  subjectsOfNotes,
  type NoteKind,
  type NoteSubject,
  type NoteSwitch,
  type NoteWay,
  type Notes,
} from './note.contract';

/** What is kept of a person: up to where the notes were read, and what is turned off. Nothing says what the notes are about. */
interface Kept {
  readonly off: readonly NoteSwitch[];
  readonly readUpTo: number;
}

/** Whose notes, with the roles that count for them now. */
type Reader = Pick<Actor, 'accountId' | 'roles' | 'suspension'>;

const everything: Stretch = { after: -1, upTo: Number.MAX_SAFE_INTEGER };

/** What one person is told: looked up for that person with the person's key, and kept nowhere. */
@Injectable()
export class NotesOfPeople {
  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(KNOWN_NOTES) private readonly known: KnownNotes,
  ) {}

  /** A page, the newest first. @param cursor the `next` of the page before */
  async page(reader: Reader, cursor: string | undefined): Promise<Notes> {
    const { readUpTo, off } = await this.keptOf(reader.accountId);
    const upTo = cursor === undefined ? everything.upTo : Number(cursor) - 1;
    const found = await this.found(reader, kindsOn('site', off), { ...everything, upTo }, limits.pageSize + 1);
    const items = found.slice(0, limits.pageSize).map((note) => ({ ...note, isNew: note.position > readUpTo }));
    return { items, next: found.length > items.length ? String(items.at(-1)!.position) : null };
  }

  async countUnread(reader: Reader): Promise<number> {
    const { readUpTo, off } = await this.keptOf(reader.accountId);
    return (await this.found(reader, kindsOn('site', off), { ...everything, after: readUpTo }, limits.pageSize)).length;
  }

  /** The newest first; without those of which the person does not want to be told in this way. */
  async of(reader: Reader, way: NoteWay, stretch: Stretch, limit: number, subjects: readonly NoteSubject[]): Promise<KnownNote[]> {
    const { off } = await this.keptOf(reader.accountId);
    return this.found(reader, kindsOn(way, off, subjects), stretch, limit);
  }

  /** Never goes back. */
  async markRead(accountId: string, upTo: number): Promise<void> {
    await this.tables.query(
      `INSERT INTO identity.note_reader (account_id, read_up_to) VALUES ($1, $2)
       ON CONFLICT (account_id) DO UPDATE SET read_up_to = greatest(note_reader.read_up_to, excluded.read_up_to)`,
      [accountId, upTo],
    );
  }

  async turnedOff(accountId: string): Promise<readonly NoteSwitch[]> {
    return (await this.keptOf(accountId)).off;
  }

  async turnOff(accountId: string, off: readonly NoteSwitch[]): Promise<void> {
    await this.tables.query(
      `INSERT INTO identity.note_reader (account_id, turned_off, asked) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET turned_off = excluded.turned_off, asked = excluded.asked`,
      [accountId, noteSwitches.filter((each) => off.includes(each)), subjectsOfNotes],
    );
  }

  /** What is on on the site stays on. */
  async turnMailsOff(accountId: string): Promise<void> {
    const off = await this.turnedOff(accountId);
    await this.turnOff(accountId, [...off, ...subjectsOfNotes.map((subject): NoteSwitch => `mail.${subject}`)]);
  }

  async forget(accountId: string): Promise<void> {
    await this.tables.query(`DELETE FROM identity.note_reader WHERE account_id = $1`, [accountId]);
  }

  private found(reader: Reader, kinds: NoteKind[], stretch: Stretch, limit: number): Promise<KnownNote[]> {
    const { accountId } = reader;
    const pseudonymIn = (context: string) => this.keys.pseudonym(accountId, context);
    const person = { accountId, units: unitsWhere(reader, 'consult'), pseudonymIn };
    return this.known.of(this.dataSource.manager, person, { ...stretch, kinds, limit });
  }

  private async keptOf(accountId: string): Promise<Kept> {
    const [row] = await this.tables.query<{ off: NoteSwitch[]; asked: NoteSubject[]; read_up_to: string }>(
      `SELECT turned_off AS off, asked, read_up_to FROM identity.note_reader WHERE account_id = $1`,
      [accountId],
    );
    return { off: row ? withNewer(row.off, row.asked) : [], readUpTo: Number(row?.read_up_to ?? -1) };
  }
}

/** Who turned off everything that there was in one way wants nothing else in that way, whatever is added later. */
function withNewer(off: readonly NoteSwitch[], asked: readonly NoteSubject[]): NoteSwitch[] {
  const newer = subjectsOfNotes.filter((subject) => !asked.includes(subject));
  const allOff = noteWays.filter((way) => asked.every((subject) => off.includes(`${way}.${subject}`)));
  return [...off, ...allOff.flatMap((way) => newer.map((subject): NoteSwitch => `${way}.${subject}`))];
}

function kindsOn(way: NoteWay, off: readonly NoteSwitch[], subjects = subjectsOfNotes): NoteKind[] {
  return subjects.filter((subject) => !off.includes(`${way}.${subject}`)).flatMap((subject) => noteSubjects[subject]);
}
