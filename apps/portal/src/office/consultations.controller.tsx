import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { exportRoles, type ConsultationView } from '@isegoria/contracts';
import type { FormState } from '@isegoria/ui';
import { blankForm, listOf, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { ManageConsultationPage, NewConsultationPage, type ManageForms } from './consultations.page';
import { requireRole } from './require-role';

@Controller('office/consultations')
export class ConsultationsOfficeController {
  @Get('new')
  blank(@Res() { visit }: Visited): void {
    requireRole(visit, 'official');
    showNew(visit, blankForm({ kind: 'deliberation', language: visit.texts.language, moderation: 'before' }));
  }

  @Post()
  async draft(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const draft = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(draft, () => visit.api.post('/consultations', draftOf(draft), draft.key));
    if (form) return showNew(visit, form, status);
    visit.seeOther(`/office/consultations/${accepted.id}`, accepted.position);
  }

  @Get(':id')
  async manage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    requireRole(visit, ...exportRoles);
    await showManage(visit, id);
  }

  @Post(':id/publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const publication = sentForm(body);
    const dates = { opensAt: inUtc(textOf(publication, 'opensAt')), closesAt: inUtc(textOf(publication, 'closesAt')) };
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(publication, () => visit.api.post(`/consultations/${idInPath(id)}/publication`, dates, publication.key));
    if (form) return showManage(visit, id, { publication: form }, status);
    visit.seeOther(`/office/consultations/${id}`, accepted.position);
  }

  @Post(':id/closure')
  async close(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const closure = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(closure, () => visit.api.post(`/consultations/${idInPath(id)}/closure`, { reason: textOf(closure, 'reason') }, closure.key));
    if (form) return showManage(visit, id, { closure: form }, status);
    visit.seeOther(`/office/consultations/${id}`, accepted.position);
  }

  @Post(':id/outcome')
  async outcome(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const outcome = sentForm(body);
    const words = { youSaid: textOf(outcome, 'youSaid'), weDid: textOf(outcome, 'weDid') };
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(outcome, () => visit.api.post(`/consultations/${idInPath(id)}/outcome`, words, outcome.key));
    if (form) return showManage(visit, id, { outcome: form }, status);
    visit.seeOther(`/office/consultations/${id}`, accepted.position);
  }

  @Post(':id/exports')
  async export(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    const wanted = { contents: textOf(sent, 'contents'), purpose: textOf(sent, 'purpose') };
    requireRole(visit, ...exportRoles);
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/consultations/${idInPath(id)}/exports`, wanted, sent.key));
    if (form) return showManage(visit, id, { export: form }, status);
    visit.seeOther(`/office/exports/${accepted.id}`, accepted.position);
  }
}

/** What the kind of the consultation needs; what was typed for the other kind stays out. */
function draftOf(form: FormState): object {
  const kind = textOf(form, 'kind');
  const common = { kind, title: textOf(form, 'title'), description: textOf(form, 'description'), language: textOf(form, 'language') };
  if (kind === 'poll') return { ...common, options: lines(textOf(form, 'options')), multiple: listOf(form, 'multiple').includes('yes') };
  return { ...common, moderation: textOf(form, 'moderation') || undefined, statements: lines(textOf(form, 'statements')) };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The form says its times in UTC; browsers send them without a zone. */
function inUtc(local: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? `${local}${local.length === 16 ? ':00' : ''}Z` : local;
}

function showNew(visit: Visit, form: FormState, status = 200): void {
  visit.show(<NewConsultationPage form={form} />, { title: visit.texts.t('office.newConsultation'), status, address: '/office/consultations/new' });
}

async function showManage(visit: Visit, id: string, sent: Partial<ManageForms> = {}, status = 200): Promise<void> {
  const consultation = await visit.api.get<ConsultationView>(`/consultations/${idInPath(id)}`);
  const { outcome } = consultation;
  const forms: ManageForms = {
    publication: blankForm(),
    closure: blankForm(),
    outcome: blankForm(outcome ? { youSaid: outcome.youSaid, weDid: outcome.weDid } : {}),
    export: blankForm(),
    ...sent,
  };
  visit.show(<ManageConsultationPage consultation={consultation} forms={forms} isOfficial={visit.has('official')} />, { title: consultation.title, status, address: `/office/consultations/${id}` });
}
