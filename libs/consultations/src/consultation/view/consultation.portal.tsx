import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { SECTIONS, idInPath, type Section, type Visited } from '@isegoria/portal-kit';
import { chosenIn, narrowingOf } from '../../category/hub/narrowing.portal';
import { listConsultations, showConsultation as showConsultationQuery } from '../consultation.contract';
import { ConsultationsPage } from './consultations.page';
import { showConsultation } from '../taking-part/show-consultation.portal';

@Controller('consultations')
export class ConsultationsController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get()
  async list(@Res() { visit }: Visited): Promise<void> {
    const cursor = visit.cursor();
    const chosen = chosenIn(visit);
    const [{ items, next }, narrowing] = await Promise.all([
      visit.api.ask(listConsultations, { ...chosen, cursor }),
      narrowingOf(visit, chosen),
    ]);
    const page = <ConsultationsPage consultations={items} narrowing={narrowing} cursor={cursor} next={next} />;
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
