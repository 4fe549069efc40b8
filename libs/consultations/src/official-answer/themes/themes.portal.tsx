import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { readConsultation } from '../../translation/reading/translated.page';
import { themesPath } from '../pages/stance.page';
import { listThemes } from './themes.contract';
import { ThemesPage } from './themes.page';

@Controller('consultations/:id/themes')
export class ThemesPages {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const [consultation, themes] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listThemes, { consultationId, cursor }),
    ]);
    visit.show(<ThemesPage {...{ consultation, themes, cursor }} />, {
      title: visit.texts.t('themes.title'),
      address: themesPath(consultationId),
    });
  }
}
