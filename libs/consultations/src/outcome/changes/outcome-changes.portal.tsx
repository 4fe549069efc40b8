import { Controller, Get, Param, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { readConsultation } from '../../translation/reading/translated.page';
import { listOutcomeChanges } from '../outcome.contract';
import { outcomeChangesPath } from '../outcome.page';
import { OutcomeChangesPage } from './outcome-changes.page';

@Controller('consultations/:id/outcome/changes')
export class OutcomeChangesController {
  @Get()
  async list(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const [consultationId, cursor] = [idInPath(id), visit.cursor()];
    const [consultation, changes] = await Promise.all([
      readConsultation(visit.api, visit.texts.language, consultationId),
      visit.api.ask(listOutcomeChanges, { consultationId, cursor }),
    ]);
    visit.show(<OutcomeChangesPage consultation={consultation} changes={{ ...changes, cursor }} />, {
      title: visit.texts.t('outcome.history'),
      address: outcomeChangesPath(consultationId),
    });
  }
}
