import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, textOf, unitTrail, type Visit, type Visited } from '@isegoria/portal-kit';
import { exportContributions } from '../export/export.contract';
import { exportAsked } from '../export/export.page';
import { publishOutcome } from '../outcome/outcome.contract';
import { datesOf } from '../phase/publication.page';
import { ManageConsultationPage, type ManageForms } from './consultation-office.page';
import { closeConsultation, publishConsultation, showConsultation } from './consultation.contract';

@Controller('office/consultations/:id')
export class ConsultationsOfficeController {
  @Get()
  async manage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showManage(visit, id);
  }

  @Post('publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, publishConsultation, {
      command: (form) => ({ consultationId, phases: datesOf(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (publication, status) => showManage(visit, id, { publication }, status),
    });
  }

  @Post('closure')
  async close(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, closeConsultation, {
      command: (form) => ({ consultationId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (closure, status) => showManage(visit, id, { closure }, status),
    });
  }

  @Post('outcome')
  async outcome(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, publishOutcome, {
      command: (form) => ({ consultationId, youSaid: textOf(form, 'youSaid'), weDid: textOf(form, 'weDid') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (outcome, status) => showManage(visit, id, { outcome }, status),
    });
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
}

async function showManage(visit: Visit, id: string, sent: Partial<ManageForms> = {}, status = 200): Promise<void> {
  visit.mustBePermitted('export');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('export', consultation.unit);
  const { outcome } = consultation;
  const forms: ManageForms = {
    publication: blankForm(),
    closure: blankForm(),
    outcome: blankForm(outcome ? { youSaid: outcome.youSaid, weDid: outcome.weDid } : {}),
    export: blankForm(),
    ...sent,
  };
  const [unit] = await unitTrail(visit, '/consultations', consultation.unit);
  const isOfficial = visit.may('consult', consultation.unit);
  visit.show(<ManageConsultationPage consultation={consultation} unitName={unit?.label} forms={forms} isOfficial={isOfficial} />, {
    title: consultation.title,
    status,
    address: `/office/consultations/${id}`,
  });
}
