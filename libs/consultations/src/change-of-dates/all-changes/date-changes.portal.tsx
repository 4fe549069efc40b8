import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { readConsultation } from '../../translation/reading/translated.page';
import { listDateChanges } from '../change-of-dates.contract';
import { DateChangesPage, dateChangesPath } from '../change-of-dates.page';

@Controller('consultations/:id/dates')
export class DateChangesController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const [consultation, changes] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listDateChanges, { consultationId, cursor }),
    ]);
    visit.show(<DateChangesPage consultation={consultation} changes={{ ...changes, cursor }} />, {
      title: visit.texts.t('dates.changes'),
      address: dateChangesPath(consultationId),
    });
  }
}
