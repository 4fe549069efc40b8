import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, rootUnit, usuallyCountsFrom, type AssuranceLevel } from '@isegoria/kernel';
import {
  blankForm,
  carry,
  documentsRead,
  filesAsFields,
  filesSaid,
  formFor,
  idInPath,
  listOf,
  sentForm,
  shownAgain,
  textOf,
  unitsToBegin,
  withUploads,
  categoriesOf,
  type FileRead,
  type Sent,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import type { Language } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { pagesOf, pagesOfMethods } from '../../methods/methods.page';
import { daysIn } from '../../answer-owed/answer-owed.page';
import { suggestedTerm, termSaid } from '../../answer-owed/suggested-term.portal';
import { aboutFields } from '../about/about.contract';
import { aboutSaid } from '../about/about.page';
import { draftConsultation, showConsultation, type ConsultationView } from '../consultation.contract';
import { begunFrom, unitAsked } from '../../template/pages/begun-from.portal';
import { DraftPage, draftPath } from './draft-office.page';
import { reviseDraft } from './draft.contract';
import { blankPhase, changedBy, checkedByMethods, fieldsOf, phasesSaid, readInto } from './form/draft-fields.page';

@Controller('office/consultations')
export class DraftsOfficeController {
  @Get('new')
  async blank(@Res() { visit }: Visited): Promise<void> {
    const { from, template } = visit.request.query;
    if (typeof template === 'string') return showNew(visit, blankForm(await begunFrom(visit, template)));
    if (typeof from === 'string') return showCopy(visit, from);
    const unit = await unitAsked(visit);
    const days = await suggestedTerm(visit, unit);
    const begun = {
      ...(unit !== undefined && { unit, suggested: `${days} ${unit}` }),
      language: visit.texts.language,
      countsFrom: usuallyCountsFrom,
      answerWithinDays: days,
      ...fieldsOf([blankPhase(pagesOfMethods[0]!.method)]),
    };
    await showNew(visit, blankForm(begun));
  }

  @Post()
  async draft(@Res() { visit }: Visited, @Body() sent: unknown): Promise<void> {
    const read = await documentsRead(visit);
    const said = filesAsText(visit, sent);
    const unit = textOf(sentForm(said), 'unit').trim() || rootUnit;
    const { body, wrong } = await withUploads(visit, said, unit);
    const change = changeIn(body);
    if (change !== undefined || read.length > 0) return showNew(visit, ...changed(visit, body, { change, read, wrong }));
    const answerWithinDays = await termSaid(visit, sentForm(body), unit);
    await carry(visit, body, draftConsultation, {
      wrong,
      check: ({ phases }) => checkedByMethods(phases),
      command: (form) => ({
        unit,
        countsFrom: (textOf(form, 'countsFrom') || undefined) as AssuranceLevel | undefined,
        ...wordsSaid(form),
        answerWithinDays,
      }),
      accepted: ({ id, position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (form, status) => showNew(visit, form, status),
    });
  }

  @Get(':id/draft')
  async edit(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showEdit(visit, id);
  }

  @Post(':id/draft')
  async revise(@Res() { visit }: Visited, @Param('id') id: string, @Body() sent: unknown): Promise<void> {
    const consultationId = idInPath(id);
    const read = await documentsRead(visit);
    const said = filesAsText(visit, sent);
    const unit = visit.files.length > 0 ? (await visit.api.ask(showConsultation, { consultationId })).unit : undefined;
    const { body, wrong } = await withUploads(visit, said, unit);
    const change = changeIn(body);
    if (change !== undefined || read.length > 0) return showEdit(visit, id, ...changed(visit, body, { change, read, wrong }));
    await carry(visit, body, reviseDraft, {
      wrong,
      check: ({ phases }) => checkedByMethods(phases),
      command: (form) => ({ consultationId, ...wordsSaid(form) }),
      accepted: ({ position }) => visit.seeOther(`/office/consultations/${id}`, position),
      refused: (form, status) => showEdit(visit, id, form, status),
    });
  }
}

/** What one of the buttons that change the form says; undefined where it is to be saved. */
function changeIn(body: unknown): string | undefined {
  const { change } = (body ?? {}) as { change?: unknown };
  return typeof change === 'string' ? change : undefined;
}

interface Change {
  readonly change?: string;
  readonly read: readonly FileRead[];
  readonly wrong: FormState['errors'];
}

/** The form with its change and the files that it brought to be read, and with what is wrong with those. */
function changed(visit: Visit, body: unknown, { change, read, wrong }: Change): [form: FormState, status: number] {
  const sent = readInto(sentForm(body), read, visit.texts);
  // The button that reads a file has nothing more to say once one was read.
  const isDone = read.length > 0 && (change === undefined || change.endsWith(' read'));
  const form = isDone ? sent : changedBy(sent, change ?? '', visit.texts);
  const errors = [...wrong, ...form.errors];
  return errors.length === 0 ? [form, 200] : [visit.refuseWith(shownAgain(form, errors)), 422];
}

/** What a form brings that its method has to do something with before it is saved, whichever button was pressed. */
const importField = /^(phases\[\d{1,2}\]\.activities\[\d{1,2}\]\.).+\.(import|pending)$/;

/**
 * Files that are read into the form, from fields such as `phases[0].activities[1].questionnaire.import.asText`: their text is what the
 * field without the ending says. The method of that activity is to import it even where the form was to be saved, as what was typed there.
 */
function filesAsText(visit: Visit, body: unknown): unknown {
  const said = { ...(body as Record<string, unknown>) };
  for (const { field, bytes } of visit.files) {
    const [, at, name] = /^(phases\[\d{1,2}\]\.activities\[\d{1,2}\]\.)(.+)\.asText$/.exec(field) ?? [];
    if (at === undefined || name === undefined) continue;
    said[at + name] = bytes.toString('utf8');
  }
  visit.files = visit.files.filter(({ field }) => !field.endsWith('.asText'));
  const typed = Object.entries(said).find(([name, value]) => importField.test(name) && typeof value === 'string' && value.trim() !== '');
  const [, at, what] = importField.exec(typed?.[0] ?? '') ?? [];
  if (at !== undefined) said['change'] ??= `in ${at} ${what}`;
  return said;
}

/** What a form says but for its unit and the level it counts from. */
export function wordsSaid(form: FormState) {
  const words = { title: textOf(form, 'title'), description: textOf(form, 'description'), language: textOf(form, 'language') as Language };
  const own = { answerWithinDays: daysIn(form), categories: listOf(form, 'categories') };
  return { ...words, ...own, ...aboutSaid(form), ...filesSaid(form), phases: phasesSaid(form) };
}

/** @param from the consultation that it is made from */
async function showNew(visit: Visit, form: FormState, status = 200, from?: ConsultationView): Promise<void> {
  visit.mustBePermitted('consult');
  const [units, categories] = await Promise.all([unitsToBegin(visit, 'consult'), categoriesOf(visit)]);
  visit.show(<DraftPage form={form} units={units} categories={categories} from={from} />, {
    title: visit.texts.t('office.newConsultation'),
    status,
    address: '/office/consultations/new',
  });
}

async function showEdit(visit: Visit, id: string, sent?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('consult');
  const draft = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  visit.mustBePermitted('consult', draft.unit);
  if (draft.status !== 'draft') throw new Rejection('NOT_FOUND');
  const form = formFor({ version: draft.version, values: sent && !sent.isStale ? {} : await standing(visit, draft) }, sent);
  visit.show(<DraftPage form={form} units={[]} categories={await categoriesOf(visit)} draft={draft} />, {
    title: visit.texts.t('draft.edit'),
    status,
    address: draftPath(draft.id),
  });
}

/** A new draft that is made from a consultation: all but its dates, and no words of anybody but its office. */
async function showCopy(visit: Visit, id: string): Promise<void> {
  visit.mustBePermitted('consult');
  const from = await visit.api.ask(showConsultation, { consultationId: idInPath(id) });
  const form = blankForm({ unit: from.unit, countsFrom: from.countsFrom, ...(await standing(visit, from)) });
  await showNew(visit, form, 200, from);
}

/** The draft as fields of its form. */
export async function standing(visit: Visit, draft: ConsultationView): Promise<Sent> {
  const { title, description, language, categories } = draft;
  const about = Object.fromEntries(aboutFields.map((name) => [name, draft[name] ?? '']));
  const phases = draft.phases.map(async (phase) => {
    const own = draft.activities.filter(({ phaseId }) => phaseId === phase.id);
    const activities = own.map(async (activity) => {
      const fields = await pagesOf(activity.method).drafted(visit, activity);
      return { method: activity.method, title: activity.title ?? '', ...fields };
    });
    return { own: { title: phase.title ?? '' }, activities: await Promise.all(activities) };
  });
  const answerWithinDays = draft.answer.withinDays?.toString() ?? '';
  const own = { title, description, language, categories, answerWithinDays };
  return { ...own, ...about, ...filesAsFields(draft), ...fieldsOf(await Promise.all(phases)) };
}
