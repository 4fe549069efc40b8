import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import { pagesOf } from '../../../methods/methods.page';
import { activityAt, partOf, phasesIn } from './draft-fields.page';

interface Named {
  readonly at: string;
  readonly method: string;
  /** Tells it from the others of the draft. */
  readonly name: string;
}

/** The activities of a draft by what they are called in its form: those of one method have numbers. */
export function activitiesNamed(form: FormState, { t }: Texts): readonly Named[] {
  const all = phasesIn(form).flatMap(({ activities }, phase) =>
    activities.map(({ method }, index) => ({ at: activityAt(phase, index), method })),
  );
  return all.map(({ at, method }, place) => {
    const alike = all.filter((other) => other.method === method).length;
    const number = all.slice(0, place + 1).filter((other) => other.method === method).length;
    const name = t(pagesOf(method).name);
    return { at, method, name: alike > 1 ? t('draft.activityNth', { method: name, number }) : name };
  });
}

/** Errors of activities and their parts, each with where it is: above the form, the same words may stand for several fields. */
export function sayingWhere(form: FormState, texts: Texts): FormState {
  const activities = activitiesNamed(form, texts);
  const errors = form.errors.map((error) => {
    const within = activities.find(({ at }) => error.field?.startsWith(at));
    if (!within || error.field === undefined) return error;
    const part = pagesOf(within.method).partIn?.(partOf(form, within.at), error.field.slice(within.at.length), texts);
    const activity = activities.length > 1 ? texts.t('draft.activityIs', { activity: within.name }) : undefined;
    return { ...error, message: [activity, part, error.message].filter((words) => words !== undefined).join(' ') };
  });
  return { ...form, errors };
}
