import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { readConsultation } from '../../translation/reading/translated.page';
import { listCorrections } from '../correction.contract';
import { correctionsPath } from '../correction.page';
import { CorrectionsPage } from './corrections.page';

@Controller('consultations/:id/corrections')
export class CorrectionsController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const [consultation, corrections] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listCorrections, { consultationId, cursor }),
    ]);
    visit.show(<CorrectionsPage consultation={consultation} corrections={{ ...corrections, cursor }} />, {
      title: visit.texts.t('correction.history'),
      address: correctionsPath(consultationId),
    });
  }
}
