import type { ActsInWords, Entry } from '@isegoria/audit-kit';
import { unitMade, unitRenamed, type UnitEvent, type UnitMade } from '../unit.contract';

/** What units are called. */
export function* namesOfUnits({ leaf: { type }, body }: Entry): Iterable<readonly [id: string, name: string]> {
  if (body && (type === unitMade.type || type === unitRenamed.type)) yield [String(body.data.unit), String(body.data.name)];
}

export const actsOfUnits: ActsInWords<UnitEvent> = {
  UnitMade: ({ unit, by, ...words }) => `unit ${inWords(words)} (${unit}) made by account ${by}`,
  UnitRenamed: ({ unit, by, ...words }) => `unit ${unit} renamed to ${inWords(words)} by account ${by}`,
  UnitReviewSet: ({ unit, required, by }, _, nameOf) =>
    `unit ${called(unit, nameOf(unit))} ${required ? 'has' : 'no longer has'} a second official check what is published, by account ${by}`,
  UnitSmallestGroupSet: ({ unit, people, by }, _, nameOf) =>
    `figures of surveys of unit ${called(unit, nameOf(unit))} are of at least ${people} people, by account ${by}`,
  UnitAnswerTermSet: ({ unit, days, by }, _, nameOf) =>
    `unit ${called(unit, nameOf(unit))} ${days === null ? 'no longer says when' : 'has'} its new consultations answered` +
    `${days === null ? '' : ` within ${days} days`}, by account ${by}`,
  UnitClosed: ({ unit, by, reason }, _, nameOf) => `unit ${called(unit, nameOf(unit))} closed by account ${by}: "${reason}"`,
};

function inWords({ name, names = {} }: Pick<UnitMade['data'], 'name' | 'names'>): string {
  return [`"${name}"`, ...Object.entries(names).map(([language, own]) => `"${own}" (${language})`)].join(', ');
}

function called(unit: string, name: string | undefined): string {
  return name === undefined ? unit : `"${name}" (${unit})`;
}
