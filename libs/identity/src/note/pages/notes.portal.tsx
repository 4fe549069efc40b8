import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { unless } from '@isegoria/api-client';
import { Rejection } from '@isegoria/kernel';
import { blankForm, carry, listOf, sentForm, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import {
  changeNoteSettings,
  listNotes,
  markNotesRead,
  noteSwitches,
  noteWays,
  showNoteSettings,
  subjectsOfNotes,
  subjectsOfOffice,
  unsubscribe,
  type NoteSubject,
  type NoteSwitch,
} from '../note.contract';
import { NoteSettingsPage, UnsubscribePage } from './note-settings.page';
import { NotesPage } from './notes.page';

@Controller()
export class NotesController {
  @Get('my/notes')
  async notes(@Res() { visit }: Visited, @Query('read') read?: string): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const cursor = visit.cursor();
    const [notes, { mailsEveryMinutes }] = await Promise.all([visit.api.do(listNotes, { cursor }), visit.api.do(showNoteSettings, {})]);
    const isOfficial = visit.may('consult');
    const page = (
      <NotesPage notes={notes} cursor={cursor} isDone={read !== undefined} isOfficial={isOfficial} minutes={mailsEveryMinutes} />
    );
    visit.show(page, { title: visit.texts.t('notes.title') });
  }

  @Post('my/notes')
  async markRead(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const upTo = textOf(sentForm(body), 'upTo');
    // Sent twice it does the same, so the form has no key.
    if (upTo === '') throw new Rejection('UNKNOWN_FIELD', { field: 'upTo' });
    await visit.api.do(markNotesRead, { upTo: Number(upTo) });
    visit.tellOfAcceptance(blankForm(), markNotesRead);
    visit.seeOther('/my/notes?read');
  }

  @Get('account/notes')
  async settings(@Res() { visit }: Visited): Promise<void> {
    if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
    const { off, mailsEveryMinutes } = await visit.api.do(showNoteSettings, {});
    const on = noteWays.map((way) => [way, subjectsOfNotes.filter((subject) => !off.includes(`${way}.${subject}`))] as const);
    showSettings(visit, blankForm(Object.fromEntries(on)), mailsEveryMinutes);
  }

  @Post('account/notes')
  async change(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, changeNoteSettings, {
      command: (form) => ({ off: noteSwitches.filter((each) => subjectsFor(visit).includes(subjectOf(each)) && !isOn(form, each)) }),
      accepted: () => visit.seeOther('/account?saved'),
      refused: async (form, status) => showSettings(visit, form, (await visit.api.do(showNoteSettings, {})).mailsEveryMinutes, status),
    });
  }

  @Get('unsubscribe')
  unsubscribeLink(@Res() { visit }: Visited, @Query('token') token = ''): void {
    showUnsubscribe(visit, token, 'asked');
  }

  /** Also sent by the mail program of whoever presses its own button (RFC 8058), which follows no redirection. */
  @Post('unsubscribe')
  async unsubscribe(@Res() { visit }: Visited, @Query('token') token = ''): Promise<void> {
    const isDone = await visit.publicApi.do(unsubscribe, { token }).then(() => true, unless('NOT_FOUND'));
    showUnsubscribe(visit, token, isDone ? 'done' : 'unknown');
  }
}

/** What nobody was asked about stays on: they may come to work for an office. */
function subjectsFor(visit: Visit): readonly NoteSubject[] {
  return subjectsOfNotes.filter((subject) => visit.may('consult') || !subjectsOfOffice.includes(subject));
}

const subjectOf = (each: NoteSwitch) => each.split('.')[1] as NoteSubject;

function isOn(form: FormState, each: NoteSwitch): boolean {
  const [way, subject] = each.split('.') as [string, string];
  return listOf(form, way).includes(subject);
}

function showSettings(visit: Visit, form: FormState, minutes: number, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const page = <NoteSettingsPage form={form} subjects={subjectsFor(visit)} minutes={minutes} />;
  visit.show(page, { title: visit.texts.t('noteSettings.title'), status, address: '/account/notes' });
}

function showUnsubscribe(visit: Visit, token: string, state: 'asked' | 'done' | 'unknown'): void {
  const status = state === 'unknown' ? 404 : 200;
  visit.show(<UnsubscribePage token={token} state={state} />, { title: visit.texts.t('unsubscribe.title'), status });
}
