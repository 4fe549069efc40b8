import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { languages, type PlatformSettings, type TextByLanguage } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, sentForm, textOf } from '../web/form';
import type { Visit, Visited } from '../web/visit';
import { requireRole } from './require-role';
import { SettingsPage } from './settings.page';

@Controller('office/settings')
export class SettingsOfficeController {
  @Get()
  async settings(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'administrator');
    const { institution, contactEmail, notice } = await visit.api.get<PlatformSettings>('/settings');
    show(visit, blankForm({ ...fieldsOf('institution', institution), contactEmail: contactEmail ?? undefined, ...fieldsOf('notice', notice) }));
  }

  @Post()
  async change(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    const settings = { institution: wordsIn(sent, 'institution'), contactEmail: textOf(sent, 'contactEmail').trim() || null, notice: wordsIn(sent, 'notice') };
    requireRole(visit, 'administrator');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.put('/settings', settings, sent.key));
    if (form) return show(visit, form, status);
    visit.seeOther('/office/settings', accepted.position);
  }
}

function show(visit: Visit, form: FormState, status = 200): void {
  visit.show(<SettingsPage form={form} />, { title: visit.texts.t('settings.title'), status, address: '/office/settings' });
}

/** One field a language: `notice.fr`. */
function fieldsOf(name: string, text: TextByLanguage | null): Record<string, string | undefined> {
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, text?.[language]]));
}

/** A field that was emptied says nothing. */
function wordsIn(form: FormState, name: string): TextByLanguage {
  const words = languages.map((language) => [language, textOf(form, `${name}.${language}`).trim()]);
  return Object.fromEntries(words.filter(([, text]) => text !== ''));
}
