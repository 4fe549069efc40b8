import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import {
  carry,
  fieldsByLanguage,
  formFor,
  pictureAsFields,
  pictureSaid,
  textOf,
  wholeNumberIn,
  withUploads,
  wordsByLanguage,
  type Standing,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { changeSettings, mustHaveSecondFactor, showSettings, type PlatformSettings } from '../settings.contract';
import { SettingsPage } from './settings.page';

@Controller('office/settings')
export class SettingsOfficeController {
  @Get()
  async settings(@Res() { visit }: Visited): Promise<void> {
    await show(visit);
  }

  @Post()
  async change(@Res() { visit }: Visited, @Body() sent: unknown): Promise<void> {
    const { body, wrong } = await withUploads(visit, sent);
    await carry(visit, body, changeSettings, {
      wrong,
      command: (form) => ({
        institution: wordsByLanguage(form, 'institution'),
        contactEmail: textOf(form, 'contactEmail').trim() || null,
        notice: wordsByLanguage(form, 'notice'),
        contributionsPerPerson: wholeNumberIn(form, 'contributionsPerPerson'),
        editMinutes: wholeNumberIn(form, 'editMinutes'),
        answerWithinDays: wholeNumberIn(form, 'answerWithinDays'),
        staffNeedSecondFactor: textOf(form, 'secondFactor') === 'free' ? false : null,
        timeZone: textOf(form, 'timeZone') || null,
        colour: textOf(form, 'colour').trim() || null,
        crest: pictureSaid(form, 'crest') ?? null,
      }),
      accepted: ({ position }) => visit.seeOther('/office/settings', position),
      refused: (form, status) => show(visit, form, status),
    });
  }
}

async function show(visit: Visit, refused?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('administer');
  const form = formFor(standingIn(await visit.api.ask(showSettings, {})), refused);
  visit.show(<SettingsPage form={form} zoneAsInstalled={visit.settings.timeZone} />, {
    title: visit.texts.t('settings.title'),
    status,
    address: '/office/settings',
  });
}

function standingIn({ version, institution, notice, staffNeedSecondFactor, ...settings }: PlatformSettings): Standing {
  const values = {
    ...fieldsByLanguage('institution', institution),
    contactEmail: settings.contactEmail ?? undefined,
    contributionsPerPerson: settings.contributionsPerPerson?.toString(),
    editMinutes: settings.editMinutes?.toString(),
    answerWithinDays: settings.answerWithinDays?.toString(),
    timeZone: settings.timeZone ?? undefined,
    colour: settings.colour ?? undefined,
    secondFactor: mustHaveSecondFactor({ staffNeedSecondFactor }) ? 'needed' : 'free',
    ...fieldsByLanguage('notice', notice),
    ...pictureAsFields('crest', settings.crest),
  };
  return { version, values };
}
