import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { PlatformSettings } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import type { Visit, Visited } from '../web/visit';
import { requireRole } from './require-role';
import { SettingsPage } from './settings.page';

const fields = ['institutionEn', 'institutionAr', 'contactEmail', 'noticeEn', 'noticeAr'] as const;

@Controller('office/settings')
export class SettingsOfficeController {
  @Get()
  async settings(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'administrator');
    const { institution, contactEmail, notice } = await visit.api.get<PlatformSettings>('/settings');
    const standing = { institutionEn: institution?.en, institutionAr: institution?.ar, contactEmail: contactEmail ?? undefined, noticeEn: notice?.en, noticeAr: notice?.ar };
    show(visit, blankForm(standing));
  }

  @Post()
  async change(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    // A field that was emptied is set to nothing.
    const settings = Object.fromEntries(fields.map((name) => [name, textOf(sent, name).trim()]).filter(([, words]) => words !== ''));
    requireRole(visit, 'administrator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.put('/settings', settings, sent.key));
    if (form) return show(visit, form, status);
    visit.seeOther('/office/settings', accepted.position);
  }
}

function show(visit: Visit, form: FormState, status = 200): void {
  visit.show(<SettingsPage form={form} />, { title: visit.texts.t('settings.title'), status, address: '/office/settings' });
}
