import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, type Accepted } from '@isegoria/kernel';
import { blankForm, carry, idInPath, unitTrail, type Visit, type Visited } from '@isegoria/portal-kit';
import { exportContributions } from '../../export/export.contract';
import { exportAsked } from '../../export/export.page';
import { pagesOfActs } from '../../official-act/official-acts.page';
import { ManageConsultationPage, type ManageForms } from './consultation-office.page';
import { showConsultation } from '../consultation.contract';

@Controller('office/consultations/:id')
export class ConsultationsOfficeController {
  @Get()
  async manage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showManage(visit, id);
  }

  @Post('exports')
  async export(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, exportContributions, {
      command: (form) => ({ consultationId, ...exportAsked(form) }),
      accepted: ({ id: made, position }) => visit.seeOther(`/office/exports/${made}`, position),
      refused: (form, status) => showManage(visit, id, { export: form }, status),
    });
  }

  @Post(':act')
  async act(@Res() { visit }: Visited, @Param('id') id: string, @Param('act') name: string, @Body() body: unknown): Promise<void> {
    const act = pagesOfActs.find((one) => one.name === name);
    if (!act) throw new Rejection('NOT_FOUND');
    const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
    await carry(visit, body, act.contract, {
      command: (form) => act.command(form, consultation),
      accepted: (accepted) =>
        visit.seeOther(act.goesOnAt?.(consultation) ?? `/office/consultations/${id}`, (accepted as Accepted).position),
      refused: (form, status) => showManage(visit, id, { [name]: form }, status),
    });
  }
}

async function showManage(visit: Visit, id: string, sent: ManageForms = {}, status = 200): Promise<void> {
  visit.mustBePermitted('export');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('export', consultation.unit);
  const blank = pagesOfActs.map(({ name, filled }) => [name, blankForm(filled?.(consultation) ?? {})] as const);
  const forms: ManageForms = { ...Object.fromEntries(blank), export: blankForm(), ...sent };
  const [unit] = await unitTrail(visit, '/consultations', consultation.unit);
  const isOfficial = visit.may('consult', consultation.unit);
  visit.show(<ManageConsultationPage consultation={consultation} unitName={unit?.label} forms={forms} isOfficial={isOfficial} />, {
    title: consultation.title,
    status,
    address: `/office/consultations/${id}`,
  });
}
