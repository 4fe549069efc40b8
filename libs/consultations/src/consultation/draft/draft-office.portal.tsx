import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { rootUnit } from '@isegoria/kernel';
import { blankForm, carry, textOf, unitsToBegin, type Visit, type Visited } from '@isegoria/portal-kit';
import type { Language } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { MethodName } from '../../methods/methods.contract';
import { pagesOf, pagesOfMethods } from '../../methods/methods.page';
import { draftConsultation, type DraftConsultation } from '../consultation.contract';
import { NewConsultationPage } from './draft-office.page';

@Controller('office/consultations')
export class DraftsOfficeController {
  @Get('new')
  async blank(@Res() { visit }: Visited): Promise<void> {
    await showNew(visit, blankForm({ method: pagesOfMethods[0]!.method, language: visit.texts.language }));
  }

  @Post()
  async draft(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, draftConsultation, {
      command: draftOf,
      accepted: ({ id, position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (form, status) => showNew(visit, form, status),
    });
  }
}

/** What the chosen method needs; what was typed for another one is left out. */
function draftOf(form: FormState): DraftConsultation {
  const method = textOf(form, 'method') as MethodName;
  return {
    unit: textOf(form, 'unit') || rootUnit,
    title: textOf(form, 'title'),
    description: textOf(form, 'description'),
    language: textOf(form, 'language') as Language,
    phases: [{ activities: [{ method, ...pagesOf(method).draft(form) }] }],
  };
}

async function showNew(visit: Visit, form: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  visit.show(<NewConsultationPage form={form} units={await unitsToBegin(visit, 'consult')} />, {
    title: visit.texts.t('office.newConsultation'),
    status,
    address: '/office/consultations/new',
  });
}
