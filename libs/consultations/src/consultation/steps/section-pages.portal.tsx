import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { SECTIONS, type Section, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../taking-part/show-consultation.portal';

/** The steps of a consultation that other contexts have pages for. Pages of its own, such as results, come before it in the list. */
@Controller('consultations/:id')
export class SectionPagesController {
  constructor(@Inject(SECTIONS) private readonly sections: readonly Section[]) {}

  @Get(':section')
  async show(@Res() { visit }: Visited, @Param('id') id: string, @Param('section') name: string): Promise<void> {
    const section = this.sections.find((known) => known.name === name);
    if (!section) throw new Rejection('NOT_FOUND');
    await showConsultation(visit, this.sections, id, { step: section });
  }
}
