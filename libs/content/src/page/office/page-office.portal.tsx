import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { rootUnit, type Language } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  categoriesOf,
  filesAsFields,
  filesSaid,
  formFor,
  idInPath,
  listOf,
  sentForm,
  textIfAny,
  textOf,
  timeForField,
  timeIn,
  unitsToBegin,
  withUploads,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { EditPagePage, asksForNote } from './page-office.page';
import {
  archivePage,
  draftPage,
  planPage,
  publishPage,
  revisePage,
  showPage,
  withdrawPage,
  type PageKind,
  type PageView,
} from '../page.contract';

@Controller('office')
export class PageOfficeController {
  @Get('pages/new')
  async blank(@Res() { visit }: Visited): Promise<void> {
    await showEditor(visit, undefined, { form: blankForm({ kind: 'announcement', language: visit.texts.language }) });
  }

  @Post('pages')
  async draft(@Res() { visit }: Visited, @Body() sent: unknown): Promise<void> {
    const { body, wrong } = await withUploads(visit, sent, textOf(sentForm(sent), 'unit') || rootUnit);
    await carry(visit, body, draftPage, {
      wrong,
      command: (form) => ({ unit: textIfAny(form, 'unit') || rootUnit, kind: textIfAny(form, 'kind') as PageKind, ...fields(form) }),
      accepted: ({ id, position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: (form, status) => showEditor(visit, undefined, { form }, status),
    });
  }

  @Get('pages/:id')
  async edit(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    visit.mustBePermitted('publish');
    await showEditor(visit, await pageOf(visit, id));
  }

  @Post('pages/:id')
  async revise(@Res() { visit }: Visited, @Param('id') id: string, @Body() sent: unknown): Promise<void> {
    const pageId = idInPath(id);
    const page = await pageOf(visit, id);
    const { body, wrong } = await withUploads(visit, sent, page.unit);
    await carry(visit, body, revisePage, {
      wrong,
      command: (form) => ({ pageId, ...fields(form), ...(asksForNote(page) && { note: noteIn(form) }) }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (form, status) => showEditor(visit, await pageOf(visit, id), { form }, status),
    });
  }

  @Post('pages/:id/publication')
  async publish(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, publishPage, {
      command: () => ({ pageId }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (publication, status) => showEditor(visit, await pageOf(visit, id), { publication }, status),
    });
  }

  @Post('pages/:id/plan')
  async plan(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, planPage, {
      command: (form) => ({ pageId, at: timeIn(form, 'at', visit.texts.zone.id) }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (plan, status) => showEditor(visit, await pageOf(visit, id), { plan }, status),
    });
  }

  @Post('pages/:id/plan/withdrawal')
  async callOff(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, planPage, {
      command: () => ({ pageId, at: null }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (plan, status) => showEditor(visit, await pageOf(visit, id), { plan }, status),
    });
  }

  @Post('pages/:id/archiving')
  async archive(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, archivePage, {
      command: (form) => ({ pageId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (archiving, status) => showEditor(visit, await pageOf(visit, id), { archiving }, status),
    });
  }

  @Post('pages/:id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, withdrawPage, {
      command: (form) => ({ pageId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`/office/pages/${id}`, position),
      refused: async (withdrawal, status) => showEditor(visit, await pageOf(visit, id), { withdrawal }, status),
    });
  }
}

function fields(form: FormState) {
  const words = { title: textOf(form, 'title'), body: textOf(form, 'body'), language: textOf(form, 'language') as Language };
  return { ...words, categories: listOf(form, 'categories'), ...filesSaid(form) };
}

/** Null where the official says that none is needed; a note that was written counts. */
function noteIn(form: FormState): string | null | undefined {
  const note = textOf(form, 'note').trim();
  if (note) return note;
  return listOf(form, 'isSmall').includes('yes') ? null : undefined;
}

function pageOf(visit: Visit, id: string): Promise<PageView> {
  return visit.api.ask(showPage, { pageId: idInPath(id) });
}

interface EditorForms {
  readonly form?: FormState;
  readonly publication?: FormState;
  readonly withdrawal?: FormState;
  readonly plan?: FormState;
  readonly archiving?: FormState;
}

async function showEditor(visit: Visit, page: PageView | undefined, forms: EditorForms = {}, status = 200): Promise<void> {
  visit.mustBePermitted('publish', page?.unit);
  const standing = page && {
    version: page.version,
    values: { title: page.title, body: page.body, language: page.language, categories: page.categories, ...filesAsFields(page) },
  };
  const form = standing ? formFor(standing, forms.form) : (forms.form ?? blankForm());
  const words = { version: page?.version ?? 0, values: {} };
  const publishAt = timeForField(page?.publishAt ?? null, visit.texts.zone.id);
  visit.show(
    <EditPagePage
      page={page}
      units={page ? [] : await unitsToBegin(visit, 'publish')}
      tree={await categoriesOf(visit)}
      form={form}
      publication={formFor(words, forms.publication)}
      withdrawal={formFor(words, forms.withdrawal)}
      archiving={formFor(words, forms.archiving)}
      plan={formFor({ version: page?.planVersion ?? 0, values: { at: publishAt } }, forms.plan)}
    />,
    {
      title: visit.texts.t(page ? 'office.editPage' : 'office.newPage'),
      status,
      address: page ? `/office/pages/${page.id}` : '/office/pages/new',
    },
  );
}
