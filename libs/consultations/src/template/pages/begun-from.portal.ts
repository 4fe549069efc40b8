import { idInPath, unitsToBegin, type Sent, type Visit } from '@isegoria/portal-kit';
import { Rejection, isUnit, rootUnit, usuallyCountsFrom } from '@isegoria/kernel';
import { aboutFields } from '../../consultation/about/about.contract';
import { fieldsOf } from '../../consultation/draft/form/draft-fields.page';
import { suggestedTerm } from '../../answer-owed/suggested-term.portal';
import { pagesOf } from '../../methods/methods.page';
import { showTemplate, type TemplateDraft } from '../template.contract';
import { builtIn, type WholeTemplate } from './built-in.page';

/** A template by what an address calls it: the name of a built-in one, or an id. @throws Rejection NOT_FOUND */
export async function templateNamed(visit: Visit, unit: string, name: string): Promise<WholeTemplate> {
  const own = builtIn(visit.texts).find(({ id }) => id === name);
  return own ?? visit.api.do(showTemplate, { unit, templateId: idInPath(name) });
}

/** What a new draft begins with that is made from a template. */
export async function begunFrom(visit: Visit, name: string): Promise<Sent> {
  visit.mustBePermitted('consult');
  const unit = await unitAsked(visit);
  if (unit === undefined) throw new Rejection('NOT_FOUND');
  const { draft } = await templateNamed(visit, unit, name);
  const fields = { unit, countsFrom: draft.countsFrom ?? usuallyCountsFrom, ...fieldsOfDraft(draft) };
  if (draft.answerWithinDays != null) return fields;
  // What a template leaves open is as the unit has it.
  const days = await suggestedTerm(visit, unit);
  return { ...fields, answerWithinDays: days, suggested: `${days} ${unit}` };
}

/** The unit that the address names, or else the first in which the visitor may begin something; undefined where that is none. */
export async function unitAsked(visit: Visit): Promise<string | undefined> {
  const { unit } = visit.request.query;
  if (isUnit(unit)) {
    visit.mustBePermitted('consult', unit);
    return unit;
  }
  if (visit.may('consult', rootUnit)) return rootUnit;
  return (await unitsToBegin(visit, 'consult'))[0]?.value;
}

/** A draft as the API has it, as fields of its form. */
export function fieldsOfDraft(draft: TemplateDraft): Sent {
  const { title, description, language, categories = [], answerWithinDays } = draft;
  const about = Object.fromEntries(aboutFields.map((name) => [name, draft[name] ?? '']));
  const phases = draft.phases.map((phase) => ({
    own: { title: phase.title ?? '' },
    activities: phase.activities.map((activity) => ({
      method: activity.method,
      title: activity.title ?? '',
      ...pagesOf(activity.method).asTyped(activity),
    })),
  }));
  const own = { title, description, language, categories, answerWithinDays: answerWithinDays?.toString() ?? '' };
  return { ...own, ...about, ...fieldsOf(phases) };
}
