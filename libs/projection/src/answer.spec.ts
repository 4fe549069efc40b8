import { describe, expect, it } from '@jest/globals';
import { IsString, IsUUID } from 'class-validator';
import type { DataSource } from 'typeorm';
import { query, rootUnit, type Actor } from '@isegoria/kernel';
import type { SubjectKeys } from '@isegoria/privacy';
import { answer, readingFor } from './answer';

class ShowNote {
  @IsUUID() noteId: string;
}
class NoteView {
  @IsString() readonly of: string;
}
const show = { summary: 'A note' };
const openNote = query(ShowNote, NoteView, { ...show, route: 'GET /notes/:noteId', may: 'anyone' });
const officialNote = query(ShowNote, NoteView, { ...show, route: 'GET /official-notes/:noteId', may: 'moderate' });
const lostNote = query(ShowNote, NoteView, { ...show, route: 'GET /lost-notes/:noteId', may: 'anyone' });

describe('an answer that asks another query', () => {
  const own = async ({ noteId }: ShowNote, { reader }: { reader: Actor | undefined }) => ({ of: `${noteId} ${reader?.accountId}` });
  const answers = [answer(openNote, ['notes'], own), answer(officialNote, ['notes'], own)];
  const asking = (...reads: string[]) => answer(lostNote, reads, own);
  const readingOf = (reader?: Actor, asker = asking('notes', 'others')) =>
    readingFor(asker, answers, { rows: {} as DataSource, keys: {} as SubjectKeys, reader });
  const citizen: Actor = { accountId: 'me', roles: [], assurance: 'email' };

  it('has it answered for the same reader', async () => {
    expect(await readingOf(citizen).ask(openNote, { noteId: 'n' })).toEqual({ of: 'n me' });
    expect(await readingOf().ask(openNote, { noteId: 'n' })).toEqual({ of: 'n undefined' });
  });

  it('gets nothing that the reader may not see', async () => {
    await expect(readingOf(citizen).ask(officialNote, { noteId: 'n' })).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    expect(await readingOf({ ...citizen, roles: [{ role: 'moderator', unit: rootUnit }] }).ask(officialNote, { noteId: 'n' })).toEqual({
      of: 'n me',
    });
  });

  it('must wait for what it asks', async () => {
    await expect(readingOf(citizen, asking('others')).ask(openNote, { noteId: 'n' })).rejects.toThrow('must also wait for notes');
  });

  it('fails where nobody answers it', async () => {
    await expect(readingOf().ask(lostNote, { noteId: 'n' })).rejects.toThrow('Nobody here answers');
  });
});
