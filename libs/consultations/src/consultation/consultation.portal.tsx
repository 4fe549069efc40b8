import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { SECTIONS, type Section, type Visited } from '@isegoria/portal-kit';
import { consultationPhases, listConsultations } from '../queries.contract';
import { ConsultationsPage } from './consultations.page';
import { showConsultation } from './show-consultation.portal';

@Controller('consultations')
export class ConsultationsController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get()
  async list(@Res() { visit }: Visited, @Query('phase') asked?: string): Promise<void> {
    const phase = consultationPhases.find((known) => known === asked);
    const { items, next } = await visit.api.ask(listConsultations, { phase, cursor: visit.cursor() });
    visit.show(<ConsultationsPage consultations={items} phase={phase} cursor={visit.cursor()} next={next} />, {
      title: visit.texts.t('nav.consultations'),
    });
  }

  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showConsultation(visit, this.sections, id);
  }
}
