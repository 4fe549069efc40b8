import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { consultationPhases, type ConsultationPhase, type ConsultationSummary } from '@isegoria/contracts';
import type { Visited } from '../web/visit';
import { showConsultation } from './show-consultation';
import { ConsultationsPage } from './consultations.page';

@Controller('consultations')
export class ConsultationsController {
  @Get()
  async list(@Res() { visit }: Visited, @Query('phase') asked?: string): Promise<void> {
    const phase = consultationPhases.find((known) => known === asked) as ConsultationPhase | undefined;
    const { items, next } = await visit.api.get<{ items: ConsultationSummary[]; next: number | null }>('/consultations', { phase, page: visit.page });
    visit.show(<ConsultationsPage consultations={items} phase={phase} page={visit.page} next={next ?? null} />, { title: visit.texts.t('nav.consultations') });
  }

  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showConsultation(visit, id);
  }
}
