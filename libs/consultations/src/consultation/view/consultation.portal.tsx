import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { SECTIONS, idInPath, narrowedTo, unitsToNarrow, type Section, type Visited } from '@isegoria/portal-kit';
import {
  consultationStatuses,
  listConsultations,
  showConsultation as showConsultationQuery,
  showUnitsOfConsultations,
} from '../consultation.contract';
import { ConsultationsPage } from './consultations.page';
import { showConsultation } from '../taking-part/show-consultation.portal';

@Controller('consultations')
export class ConsultationsController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get()
  async list(@Res() { visit }: Visited, @Query('status') asked?: unknown): Promise<void> {
    const status = consultationStatuses.find((known) => known === asked);
    const [unit, cursor] = [narrowedTo(visit), visit.cursor()];
    const [{ items, next }, units] = await Promise.all([
      visit.api.ask(listConsultations, { status, unit, cursor }),
      unitsToNarrow(visit, showUnitsOfConsultations),
    ]);
    const page = <ConsultationsPage consultations={items} status={status} units={units} unit={unit} cursor={cursor} next={next} />;
    visit.show(page, { title: visit.texts.t('nav.consultations') });
  }

  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showConsultation(visit, this.sections, id);
  }

  /** What stands for a consultation without a picture where its address is shared; the same for everybody. */
  @Get(':id/card.png')
  async card(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const { title, language } = await visit.publicApi.ask(showConsultationQuery, { consultationId: idInPath(id) });
    visit.sendPicture('image/png', await visit.card(language, title));
  }
}
