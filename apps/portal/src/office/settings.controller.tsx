import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { changeSettings, showSettings } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { carry } from '../web/carry';
import { blankForm, textOf } from '../web/form';
import type { Visit, Visited } from '../web/visit';
import { SettingsPage } from './settings.page';

const fields = ['institutionEn', 'institutionAr', 'contactEmail', 'noticeEn', 'noticeAr'] as const;

@Controller('office/settings')
export class SettingsOfficeController {
  @Get()
  async settings(@Res() { visit }: Visited): Promise<void> {
    const { institution, contactEmail, notice } = await visit.api.ask(showSettings, {});
    const names = { institutionEn: institution?.en, institutionAr: institution?.ar };
    show(visit, blankForm({ ...names, contactEmail: contactEmail ?? undefined, noticeEn: notice?.en, noticeAr: notice?.ar }));
  }

  @Post()
  async change(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, changeSettings, {
      // A field that was emptied is set to nothing.
      command: (form) => Object.fromEntries(fields.map((name) => [name, textOf(form, name).trim()]).filter(([, words]) => words !== '')),
      accepted: ({ position }) => visit.seeOther('/office/settings', position),
      refused: (form, status) => show(visit, form, status),
    });
  }
}

function show(visit: Visit, form: FormState, status = 200): void {
  visit.mustBePermitted('administer');
  visit.show(<SettingsPage form={form} />, { title: visit.texts.t('settings.title'), status, address: '/office/settings' });
}
