import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { carry, formFor, idInPath, listOf, categoriesOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation } from '../../../consultation/consultation.contract';
import { ChosenOfficePage, chosenPath } from './chosen-office.page';
import { setCategories } from '../chosen.contract';

@Controller('office/consultations/:id/categories')
export class ChosenOfficeController {
  @Get()
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showForm(visit, id);
  }

  @Post()
  async set(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, setCategories, {
      command: (form) => ({ consultationId, categories: listOf(form, 'categories') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${consultationId}`, position),
      refused: (form, status) => showForm(visit, id, form, status),
    });
  }
}

/** @throws Rejection NOT_FOUND for a draft: that is edited with all else that it says */
async function showForm(visit: Visit, id: string, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  if (consultation.status === 'draft') throw new Rejection('NOT_FOUND');
  const tree = await categoriesOf(visit);
  const form = formFor({ version: consultation.categoriesVersion, values: { categories: consultation.categories } }, sent);
  visit.show(<ChosenOfficePage consultation={consultation} tree={tree} form={form} />, {
    title: visit.texts.t('categories.change'),
    status,
    address: chosenPath(consultation.id),
  });
}
