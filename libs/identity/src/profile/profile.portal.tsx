import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { Rejection, type Language } from '@isegoria/kernel';
import { carry, formFor, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { changeProfile } from './profile.contract';
import { ProfilePage } from './profile.page';

@Controller('account/profile')
export class ProfileController {
  @Get()
  profile(@Res() { visit }: Visited): void {
    show(visit);
  }

  @Post()
  async change(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, changeProfile, {
      command: (form) => ({
        name: textOf(form, 'name'),
        language: textOf(form, 'language') as Language,
        timeZone: textOf(form, 'timeZone') || undefined,
      }),
      accepted: ({ position }) => visit.seeOther('/account?saved', position),
      refused: (form, status) => show(visit, form, status),
    });
  }
}

function show(visit: Visit, refused?: FormState, status = 200): void {
  if (!visit.account) throw new Rejection('SIGN_IN_REQUIRED');
  const { name, language, timeZone = '', version } = visit.account;
  const form = formFor({ values: { name, language, timeZone }, version }, refused);
  const { t } = visit.texts;
  const title = t('profile.title');
  visit.show(<ProfilePage form={form} zoneOfSite={visit.siteZone} />, {
    title,
    status,
    address: '/account/profile',
  });
}
