import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../../consultation/consultation.contract';
import { listDateChanges } from '../change-of-dates.contract';
import { DateChangesPage, dateChangesPath } from '../change-of-dates.page';

@Controller('consultations/:id/dates')
export class DateChangesController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const [consultation, changes] = await Promise.all([
      visit.api.ask(showConsultation, { consultationId }),
      visit.api.ask(listDateChanges, { consultationId, cursor }),
    ]);
    visit.show(<DateChangesPage consultation={consultation} changes={{ ...changes, cursor }} />, {
      title: visit.texts.t('dates.changes'),
      address: dateChangesPath(consultationId),
    });
  }
}
