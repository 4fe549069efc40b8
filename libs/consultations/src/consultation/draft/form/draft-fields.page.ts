import { Faults, Rejection } from '@isegoria/kernel';
import { textOf, type FileRead, type Sent } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { FormState } from '@isegoria/ui';
import type { MethodName } from '../../../methods/methods.contract';
import { pagesOf } from '../../../methods/methods.page';
import type { DraftPhase } from '../../../phase/phase.contract';

/** How the fields of a phase and of an activity begin in the form of a draft, as the API names them. */
export const phaseAt = (phase: number) => `phases[${phase}].`;
export const activityAt = (phase: number, activity: number) => `${phaseAt(phase)}activities[${activity}].`;

/** The fields of one part of a form, under their own names. */
export function partOf(form: FormState, at: string): FormState {
  const own = Object.entries(form.values).filter(([name]) => name.startsWith(at));
  return { ...form, values: Object.fromEntries(own.map(([name, value]) => [name.slice(at.length), value])) };
}

export interface ActivityFields {
  readonly method: string;
  readonly form: FormState;
}

/** The parts of a form: each phase with its activities, also where a part came without some of its fields. */
export function phasesIn(form: FormState): { readonly form: FormState; readonly activities: readonly ActivityFields[] }[] {
  return partsOf(form, /^phases\[(\d{1,2})\]/).map((phase) => ({
    form: partOf(form, phaseAt(phase)),
    activities: partsOf(partOf(form, phaseAt(phase)), /^activities\[(\d{1,2})\]/).map((index) => {
      const own = partOf(form, activityAt(phase, index));
      return { method: textOf(own, 'method'), form: own };
    }),
  }));
}

/** The numbers of the parts that a form names, from the first to the last. */
function partsOf(form: FormState, named: RegExp): number[] {
  const last = Math.max(-1, ...Object.keys(form.values).map((name) => Number(named.exec(name)?.[1] ?? -1)));
  return Array.from({ length: last + 1 }, (_, index) => index);
}

/** The phases that a form says, as a command. */
export function phasesSaid(form: FormState): DraftPhase[] {
  return phasesIn(form).map((phase) => ({
    ...titled(phase.form),
    activities: phase.activities.map(({ method, form: own }) => ({
      method: method as MethodName,
      ...titled(own),
      ...pagesOf(method).draft(own),
    })),
  }));
}

/** What methods know to be wrong before the API does. @throws Rejection naming every field */
export function checkedByMethods(phases: readonly DraftPhase[]): void {
  const faults = new Faults();
  phases.forEach(({ activities }, phase) =>
    activities.forEach((activity, index) =>
      faults.of(() => fieldsWithin(activityAt(phase, index), () => pagesOf(activity.method).check?.(activity))),
    ),
  );
  faults.refuse();
}

function fieldsWithin(at: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { field, further, ...details } = error.details;
    throw new Rejection(error.code, {
      ...details,
      field: at + field,
      ...(further && { further: further.map((fault) => ({ ...fault, field: at + fault.field })) }),
    });
  }
}

function titled(form: FormState): { title?: string } {
  const title = textOf(form, 'title').trim();
  return title === '' ? {} : { title };
}

/** One phase or activity as fields of a form, without the beginnings of their names. */
export interface PhaseFields {
  readonly own: Sent;
  readonly activities: readonly Sent[];
}

export const blankPhase = (...methods: readonly string[]): PhaseFields => ({
  own: { title: '' },
  activities: methods.map((method) => ({ method, title: '' })),
});

/** All fields of some phases, each under its whole name. */
export function fieldsOf(phases: readonly PhaseFields[]): Sent {
  const all = phases.flatMap(({ own, activities }, phase) => [
    ...named(phaseAt(phase), own),
    ...activities.flatMap((fields, index) => named(activityAt(phase, index), fields)),
  ]);
  return Object.fromEntries(all);
}

const named = (at: string, fields: Sent) => Object.entries(fields).map(([name, value]) => [`${at}${name}`, value] as const);

/**
 * The form with a phase or an activity more or less, and everything else as it was typed.
 * @param change what its button says: `add phase`, `add <method> <phase>`, `remove <phase>`, `remove <phase> <activity>`, or
 * `in <beginning of the names of an activity's fields> <what its method knows>`
 */
export function changedBy(form: FormState, change: string, texts: Texts): FormState {
  const [, at, inside] = /^in (phases\[\d{1,2}\]\.activities\[\d{1,2}\]\.) (.*)$/.exec(change) ?? [];
  if (at !== undefined && inside !== undefined) return changedWithin(form, at, inside, texts);
  const phases: PhaseFields[] = phasesIn(form).map((phase) => ({
    own: { title: phase.form.values['title'] },
    activities: phase.activities.map(({ form: { values } }) => values),
  }));
  const [what, ...which] = change.split(' ');
  const rest = Object.entries(form.values).filter(([name]) => !name.startsWith('phases[') && name !== 'change');
  const now = what === 'add' ? withMore(phases, which) : withLess(phases, which);
  return { ...form, values: { ...Object.fromEntries(rest), ...fieldsOf(now), [changedName]: placeOf(what === 'add', which, now) } };
}

/** The field that says which phase or activity was changed last, so that the page goes there: it is long. */
export const changedName = 'changed';

/** What was added, or where something was taken away. */
function placeOf(isMore: boolean, [first, second]: readonly string[], phases: readonly PhaseFields[]): string {
  if (!isMore) return phaseAt(Math.min(Number(first), phases.length - 1));
  if (second === undefined) return phaseAt(phases.length - 1);
  return activityAt(Number(second), (phases[Number(second)]?.activities.length ?? 0) - 1);
}

/** As the method of one activity changes its own fields. */
function changedWithin(form: FormState, at: string, change: string, texts: Texts): FormState {
  return within(form, at, (own, method) => pagesOf(method).changed?.(own, change, texts));
}

/** The form with the files that were read for the fields of its activities. */
export function readInto(form: FormState, files: readonly FileRead[], texts: Texts): FormState {
  return files.reduce((before, file) => {
    const [, at, field] = /^(phases\[\d{1,2}\]\.activities\[\d{1,2}\]\.)(.+)$/.exec(file.field) ?? [];
    if (at === undefined || field === undefined) return before;
    return within(before, at, (own, method) => pagesOf(method).read?.(own, { ...file, field }, texts));
  }, form);
}

function within(form: FormState, at: string, change: (own: FormState, method: string) => FormState | undefined): FormState {
  const own = partOf(form, at);
  const changed = change({ ...own, errors: [] }, textOf(own, 'method'));
  if (!changed) return form;
  const rest = Object.entries(form.values).filter(([name]) => !name.startsWith(at) && name !== 'change');
  const errors = changed.errors.map((error) => (error.field === undefined ? error : { ...error, field: at + error.field }));
  const values = { ...Object.fromEntries(rest), ...Object.fromEntries(named(at, changed.values)) };
  return { ...form, errors: [...form.errors, ...errors], values };
}

function withMore(phases: readonly PhaseFields[], [what, phase]: readonly string[]): readonly PhaseFields[] {
  if (what === 'phase' || what === undefined) return [...phases, blankPhase()];
  const [more] = blankPhase(what).activities;
  return phases.map((each, index) => (index === Number(phase) ? { ...each, activities: [...each.activities, more!] } : each));
}

function withLess(phases: readonly PhaseFields[], [phase, activity]: readonly string[]): readonly PhaseFields[] {
  if (activity === undefined) return phases.filter((_, index) => index !== Number(phase));
  return phases.map((each, index) =>
    index === Number(phase) ? { ...each, activities: each.activities.filter((_, which) => which !== Number(activity)) } : each,
  );
}
