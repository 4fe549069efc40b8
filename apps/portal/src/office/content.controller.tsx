import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { exportRoles, type ConsultationSummary, type PageView, type QuestionView } from '@isegoria/contracts';
import { blankForm, sentForm, textOf } from '../web/form';
import { idInPath } from '../web/id-in-path';
import type { Visit, Visited } from '../web/visit';
import { EditPagePage } from './content.page';
import { OfficePage } from './office.page';
import { requireRole } from './require-role';
import type { FormState } from '@isegoria/ui';

type Listed<T> = { items: T[] };

@Controller('office')
export class ContentOfficeController {
  @Get()
  async desk(@Res() { visit }: Visited): Promise<void> {
    requireRole(visit, 'official', 'moderator', 'analyst', 'administrator');
    const isOfficial = visit.has('official');
    const mayExport = visit.has(...exportRoles);
    const none = { items: [] };
    const [pages, consultations, questions] = await Promise.all([
      isOfficial ? visit.api.get<Listed<PageView>>('/pages', { status: 'all' }) : none,
      mayExport ? visit.api.get<Listed<ConsultationSummary>>('/consultations') : none,
      isOfficial ? visit.api.get<Listed<QuestionView>>('/questions', { status: 'open' }) : none,
    ]);
    visit.show(
      <OfficePage
        pages={pages.items}
        consultations={consultations.items}
        questions={questions.items}
        isOfficial={isOfficial}
        isModerator={visit.has('moderator')}
        isAdministrator={visit.has('administrator')}
        mayExport={mayExport}
      />,
      { title: visit.texts.t('nav.office') },
    );
  }

  @Get('pages/new')
  blank(@Res() { visit }: Visited): void {
    requireRole(visit, 'official');
    showEditor(visit, undefined, { form: blankForm({ kind: 'announcement', language: visit.texts.language }) });
  }

  @Post('pages')
  async draft(@Res() { visit }: Visited, @Body() body: unknown): Promise<void> {
    const draft = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(draft, () => visit.api.post('/pages', { kind: textOf(draft, 'kind'), ...fields(draft) }, draft.key));
    if (form) return showEditor(visit, undefined, { form }, status);
    visit.seeOther(`/office/pages/${accepted.id}`, accepted.position);
  }

  @Get('pages/:id')
  async edit(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    requireRole(visit, 'official');
    showEditor(visit, await pageOf(visit, id));
  }

  @Post('pages/:id')
  async revise(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const revision = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(revision, () => visit.api.put(`/pages/${idInPath(id)}`, fields(revision), revision.key));
    if (form) return showEditor(visit, await pageOf(visit, id), { form }, status);
    visit.seeOther(`/office/pages/${id}`, accepted.position);
  }

  @Post('pages/:id/publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/pages/${idInPath(id)}/publication`, {}, sent.key));
    if (form) return showEditor(visit, await pageOf(visit, id), { publication: form }, status);
    visit.seeOther(`/office/pages/${id}`, accepted.position);
  }

  @Post('pages/:id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const sent = sentForm(body);
    requireRole(visit, 'official');
    const { accepted, form, status } = await visit.attempt(sent, () => visit.api.post(`/pages/${idInPath(id)}/withdrawal`, { reason: textOf(sent, 'reason') }, sent.key));
    if (form) return showEditor(visit, await pageOf(visit, id), { withdrawal: form }, status);
    visit.seeOther(`/office/pages/${id}`, accepted.position);
  }
}

function fields(form: FormState) {
  return { title: textOf(form, 'title'), body: textOf(form, 'body'), language: textOf(form, 'language') };
}

function pageOf(visit: Visit, id: string): Promise<PageView> {
  return visit.api.get<PageView>(`/pages/${idInPath(id)}`);
}

interface EditorForms {
  readonly form?: FormState;
  readonly publication?: FormState;
  readonly withdrawal?: FormState;
}

function showEditor(visit: Visit, page: PageView | undefined, forms: EditorForms = {}, status = 200): void {
  const form = forms.form ?? blankForm(page && { title: page.title, body: page.body, language: page.language });
  visit.show(<EditPagePage page={page} form={form} publication={forms.publication ?? blankForm()} withdrawal={forms.withdrawal ?? blankForm()} />, {
    title: visit.texts.t(page ? 'office.editPage' : 'office.newPage'),
    status,
    address: page ? `/office/pages/${page.id}` : '/office/pages/new',
  });
}
