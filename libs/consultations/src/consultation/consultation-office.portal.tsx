import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { blankForm, carry, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { Language } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import {
  closeConsultation,
  draftConsultation,
  exportContributions,
  publishConsultation,
  publishOutcome,
  type DraftConsultation,
} from '../commands.contract';
import type { ConsultationKind, ExportContents } from '../methods/methods.contract';
import { pagesOfMethods } from '../methods/methods.page';
import { showConsultation } from '../queries.contract';
import { ManageConsultationPage, NewConsultationPage, type ManageForms } from './consultation-office.page';

@Controller('office/consultations')
export class ConsultationsOfficeController {
  @Get('new')
  blank(@Res() { visit }: Visited): void {
    showNew(visit, blankForm({ kind: pagesOfMethods[0]!.contract.kind, language: visit.texts.language, moderation: 'before' }));
  }

  @Post()
  async draft(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    await carry(visit, body, draftConsultation, {
      command: draftOf,
      accepted: ({ id, position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (form, status) => showNew(visit, form, status),
    });
  }

  @Get(':id')
  async manage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showManage(visit, id);
  }

  @Post(':id/publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, publishConsultation, {
      command: (form) => ({ consultationId, opensAt: inUtc(textOf(form, 'opensAt')), closesAt: inUtc(textOf(form, 'closesAt')) }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (publication, status) => showManage(visit, id, { publication }, status),
    });
  }

  @Post(':id/closure')
  async close(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, closeConsultation, {
      command: (form) => ({ consultationId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (closure, status) => showManage(visit, id, { closure }, status),
    });
  }

  @Post(':id/outcome')
  async outcome(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, publishOutcome, {
      command: (form) => ({ consultationId, youSaid: textOf(form, 'youSaid'), weDid: textOf(form, 'weDid') }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (outcome, status) => showManage(visit, id, { outcome }, status),
    });
  }

  @Post(':id/exports')
  async export(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, exportContributions, {
      command: (form) => ({ consultationId, contents: textOf(form, 'contents') as ExportContents, purpose: textOf(form, 'purpose') }),
      accepted: ({ id: made, position }) => visit.seeOther(`/office/exports/${made}`, position),
      refused: (form, status) => showManage(visit, id, { export: form }, status),
    });
  }
}

/** What the method of the consultation needs; what was typed for another stays out. */
function draftOf(form: FormState): DraftConsultation {
  const kind = textOf(form, 'kind') as ConsultationKind;
  const words = { title: textOf(form, 'title'), description: textOf(form, 'description') };
  const own = pagesOfMethods.find(({ contract }) => contract.kind === kind)?.draft(form);
  return { kind, ...words, language: textOf(form, 'language') as Language, ...own };
}

/** The form says its times in UTC; browsers send them without a zone. */
function inUtc(local: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local}${local.length === 16 ? ':00' : ''}Z` : local;
}

function showNew(visit: Visit, form: FormState, status = 200): void {
  visit.mustBePermitted('consult');
  visit.show(<NewConsultationPage form={form} />, {
    title: visit.texts.t('office.newConsultation'),
    status,
    address: '/office/consultations/new',
  });
}

async function showManage(visit: Visit, id: string, sent: Partial<ManageForms> = {}, status = 200): Promise<void> {
  visit.mustBePermitted('export');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  const { outcome } = consultation;
  const forms: ManageForms = {
    publication: blankForm(),
    closure: blankForm(),
    outcome: blankForm(outcome ? { youSaid: outcome.youSaid, weDid: outcome.weDid } : {}),
    export: blankForm(),
    ...sent,
  };
  visit.show(<ManageConsultationPage consultation={consultation} forms={forms} isOfficial={visit.may('consult')} />, {
    title: consultation.title,
    status,
    address: `/office/consultations/${id}`,
  });
}
