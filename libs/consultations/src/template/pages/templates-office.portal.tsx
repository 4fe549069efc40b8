import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, isUnit, rootUnit } from '@isegoria/kernel';
import { blankForm, carry, formFor, idInPath, unitsOf, unitsToBegin, withQuery } from '@isegoria/portal-kit';
import type { Visit, Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { showConsultation, type ConsultationView } from '../../consultation/consultation.contract';
import { standing, wordsSaid } from '../../consultation/draft/draft-office.portal';
import { changeTemplate, saveTemplate, showTemplate, showTemplates, withdrawTemplate } from '../template.contract';
import type { PhaseTerms, TemplateDraft } from '../template.contract';
import { unitAsked } from './begun-from.portal';
import { builtIn } from './built-in.page';
import { termsOf } from './dates-office.page';
import { templateAsFields, templateSaid } from './template-fields.page';
import { SaveTemplatePage, TemplatePage, TemplatesPage, templatesPath } from './templates-office.page';

@Controller('office')
export class TemplatesOfficeController {
  @Get('templates')
  async all(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('consult');
    const unit = await unitAsked(visit);
    if (unit === undefined) throw new Rejection('NOT_FOUND');
    const [{ items: templates }, units, choices] = await Promise.all([
      visit.api.do(showTemplates, { unit }),
      unitsOf(visit),
      unitsToBegin(visit, 'consult'),
    ]);
    if (unit !== rootUnit && !units.get(unit)) throw new Rejection('UNIT_NOT_FOUND');
    visit.show(<TemplatesPage {...{ unit, choices, units, templates }} builtIn={builtIn(visit.texts)} />, {
      title: visit.texts.t('template.title'),
    });
  }

  @Get('consultations/:id/template')
  async blank(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showSave(visit, id);
  }

  @Post('consultations/:id/template')
  async save(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    // Whoever has to sign in first keeps what was typed.
    const { unit, draft } = visit.account ? await ofConsultation(visit, id) : { unit: rootUnit, draft: {} as TemplateDraft };
    await carry(visit, body, saveTemplate, {
      command: (form) => ({ unit, ...templateSaid(form), draft }),
      accepted: () => visit.seeOther(withQuery(templatesPath, { unit })),
      refused: (form, status) => showSave(visit, id, form, status),
    });
  }

  @Get('templates/:unit/:id')
  async one(@Res() { visit }: Visited, @Param('unit') unit: string, @Param('id') id: string): Promise<void> {
    await showOne(visit, unit, id);
  }

  @Post('templates/:unit/:id')
  async change(@Res() { visit }: Visited, @Param('unit') asked: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const [unit, templateId] = [unitInPath(asked), idInPath(id)];
    await carry(visit, body, changeTemplate, {
      command: (form) => ({ unit, templateId, ...templateSaid(form) }),
      accepted: () => visit.seeOther(withQuery(templatesPath, { unit })),
      refused: (form, status) => showOne(visit, unit, id, { form }, status),
    });
  }

  @Post('templates/:unit/:id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('unit') asked: string, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const [unit, templateId] = [unitInPath(asked), idInPath(id)];
    await carry(visit, body, withdrawTemplate, {
      command: () => ({ unit, templateId }),
      accepted: () => visit.seeOther(withQuery(templatesPath, { unit })),
      refused: (ending, status) => showOne(visit, unit, id, { ending }, status),
    });
  }
}

function unitInPath(asked: string): string {
  if (!isUnit(asked)) throw new Rejection('NOT_FOUND');
  return asked;
}

async function consultationOf(visit: Visit, id: string): Promise<ConsultationView> {
  visit.mustBePermitted('consult');
  const consultation = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', consultation.unit);
  if (consultation.externalId !== null) throw new Rejection('NOT_FOUND');
  return consultation;
}

/** What stands there as a draft would say it, without files. */
async function ofConsultation(visit: Visit, id: string): Promise<{ unit: string; draft: TemplateDraft }> {
  const consultation = await consultationOf(visit, id);
  const { unit, countsFrom } = consultation;
  const form = blankForm({ documents: [], ...(await standing(visit, { ...consultation, picture: null, documents: [] })) });
  const { documents: _files, ...words } = wordsSaid(form);
  return { unit, draft: { ...words, countsFrom } };
}

async function showSave(visit: Visit, id: string, sent?: FormState, status = 200): Promise<void> {
  const consultation = await consultationOf(visit, id);
  const dates = datesOf(consultation, visit.texts.zone.id);
  const form = sent ?? blankForm(templateAsFields({ name: consultation.title, note: null, dates }));
  visit.show(<SaveTemplatePage consultation={consultation} form={form} />, {
    title: visit.texts.t('template.save'),
    status,
    address: `/office/consultations/${consultation.id}/template`,
  });
}

/** The dates of a published consultation, counted from its opening; null of any other. */
function datesOf({ phases }: ConsultationView, timeZone: string): PhaseTerms[] | null {
  const dates = phases.flatMap(({ opensAt, closesAt }) => (opensAt === null || closesAt === null ? [] : [{ opensAt, closesAt }]));
  return dates.length === 0 || dates.length < phases.length ? null : termsOf(dates, timeZone);
}

async function showOne(
  ...[visit, asked, id, sent = {}, status = 200]: [Visit, string, string, { form?: FormState; ending?: FormState }?, number?]
): Promise<void> {
  const unit = unitInPath(asked);
  visit.mustBePermitted('consult', unit);
  const template = await visit.api.do(showTemplate, { unit, templateId: idInPath(id) });
  // Those of units above are changed where they belong.
  if (template.unit !== unit) throw new Rejection('NOT_FOUND');
  const { version } = template;
  const form = formFor({ values: templateAsFields(template), version }, sent.form);
  const ending = formFor({ values: {}, version }, sent.ending);
  visit.show(<TemplatePage template={template} form={form} ending={ending} />, {
    title: template.name,
    status,
    address: `${templatesPath}/${unit}/${template.id}`,
  });
}
