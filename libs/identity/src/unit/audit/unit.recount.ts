import type { ActsInWords, Entry } from '@isegoria/audit-kit';
import { unitMade, unitRenamed, type UnitEvent } from '../unit.contract';

/** What units are called. */
export function* namesOfUnits({ leaf: { type }, body }: Entry): Iterable<readonly [id: string, name: string]> {
  if (body && (type === unitMade.type || type === unitRenamed.type)) yield [String(body.data.unit), String(body.data.name)];
}

export const actsOfUnits: ActsInWords<UnitEvent> = {
  UnitMade: ({ unit, name, by }) => `unit "${name}" (${unit}) made by account ${by}`,
  UnitRenamed: ({ unit, name, by }) => `unit ${unit} renamed to "${name}" by account ${by}`,
  UnitReviewSet: ({ unit, required, by }, _, nameOf) =>
    `unit ${called(unit, nameOf(unit))} ${required ? 'has' : 'no longer has'} a second official check what is published, by account ${by}`,
  UnitSmallestGroupSet: ({ unit, people, by }, _, nameOf) =>
    `figures of surveys of unit ${called(unit, nameOf(unit))} are of at least ${people} people, by account ${by}`,
  UnitAnswerTermSet: ({ unit, days, by }, _, nameOf) =>
    `unit ${called(unit, nameOf(unit))} ${days === null ? 'no longer says when' : 'has'} its new consultations answered` +
    `${days === null ? '' : ` within ${days} days`}, by account ${by}`,
  UnitClosed: ({ unit, by, reason }, _, nameOf) => `unit ${called(unit, nameOf(unit))} closed by account ${by}: "${reason}"`,
};

function called(unit: string, name: string | undefined): string {
  return name === undefined ? unit : `"${name}" (${unit})`;
}
