import { expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { Rejection, mayBeAbsent, mayBeNull, nestedShape, validated } from '@isegoria/kernel';
import * as declared from './index';

type Shape = Parameters<typeof nestedShape>[0];
interface Asked {
  readonly name: string;
  readonly shape: Shape;
  readonly route?: unknown;
}

const asked = Object.values(declared).filter(
  (value): value is Asked & typeof value => typeof value === 'object' && 'shape' in value && 'may' in value,
);

/** The checks of the fields that somebody sends, with those of the fields within; each class is looked at once. */
function checksOf(shape: Shape, path: string, seen = new Set<Shape>()): { readonly field: string; readonly check: string | undefined }[] {
  if (seen.has(shape)) return [];
  seen.add(shape);
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const within = [...new Set(checks.map(({ propertyName }) => propertyName))].flatMap((property) => {
    const inner = nestedShape(shape, property);
    return inner ? checksOf(inner, `${path}.${property}`, seen) : [];
  });
  return [...checks.map(({ propertyName, name }) => ({ field: `${path}.${propertyName}`, check: name })), ...within];
}

it('whoever sends a moment says its zone: no command or query takes a time that each reads otherwise', () => {
  const checks = asked.flatMap(({ name, shape }) => checksOf(shape, name));
  expect(new Set(checks.filter(({ check }) => check === 'isMoment').map(({ field }) => field))).toEqual(
    new Set([
      ...['opensAt', 'closesAt'].flatMap((name) => [`PublishConsultation.phases.${name}`, `ChangeDates.${name}`]),
      ...['PlanMilestone.dueAt', 'ChangeMilestone.dueAt', 'GrantRole.until', 'InviteStaff.until', 'PlanPage.at'],
    ]),
  );
  const loose = ['isIso8601', 'isDateString', 'isRFC3339', 'isDate'];
  expect(checks.filter(({ check }) => check !== undefined && loose.includes(check))).toEqual([]);
});

/** What a list or a page shows in one line, by what it is called; whole texts have other names. */
const inOneLine = /^(title|themeTitle|name|names|alt|options|steps|fromLabel|toLabel|responsible|externalIds?)$/;

/** The classes that somebody sends, with those within. */
function shapesOf(shape: Shape, seen = new Set<Shape>()): Set<Shape> {
  if (seen.has(shape)) return seen;
  seen.add(shape);
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  for (const property of new Set(checks.map(({ propertyName }) => propertyName))) {
    const inner = nestedShape(shape, property);
    if (inner) shapesOf(inner, seen);
  }
  return seen;
}

it('whoever sends a title, a name or an option sends one line: none takes a line break or a mark that turns text round', () => {
  const shapes = new Set(asked.flatMap(({ shape }) => [...shapesOf(shape)]));
  const tried: string[] = [];
  for (const shape of shapes) {
    const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
    for (const property of new Set(checks.map(({ propertyName }) => propertyName))) {
      const own = checks.filter(({ propertyName }) => propertyName === property);
      const has = (check: string) => own.some(({ name }) => name === check);
      if (!has('isOneLine') && !(has('isPlainText') && inOneLine.test(property))) continue;
      const isList = own.some(({ each }) => each);
      tried.push(`${shape.name}.${property}`);
      for (const text of ['Buses\nfree', 'Buses \u202eeerf', 'Buses \u2067free']) {
        const faults = faultsOf(shape, { [property]: isList ? [text] : text });
        const field = isList ? `${property}[0]` : property;
        expect([`${shape.name}.${field}`, faults.get(field)]).toEqual([`${shape.name}.${field}`, 'isOneLine']);
      }
    }
  }
  expect(tried).toEqual(
    expect.arrayContaining([
      ...['DraftConsultation.title', 'DraftPhase.title', 'DraftActivity.title', 'OptionOfQuestion.text', 'QuestionOfSurvey.text'],
      ...['RegisterAccount.name', 'DraftPage.title', 'AttachFile.alt', 'PlanMilestone.title', 'EvidenceLink.words', 'SaveTemplate.name'],
    ]),
  );
});

it('takes null for a field only where its type has null: what may be left out is no other thing', () => {
  const shapes = new Set(asked.flatMap(({ shape }) => [...shapesOf(shape)]));
  const tried: string[] = [];
  for (const shape of shapes) {
    const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
    for (const property of new Set(checks.map(({ propertyName }) => propertyName))) {
      if (mayBeNull(shape, property)) continue;
      const refused = faultsOf(shape, { [property]: null }).get(property);
      const why = mayBeAbsent(shape, property) ? 'isNull' : 'isMissing';
      expect([`${shape.name}.${property}`, refused]).toEqual([`${shape.name}.${property}`, why]);
      if (checks.some(({ propertyName, each }) => propertyName === property && each))
        expect([`${shape.name}.${property}`, ...faultsOf(shape, { [property]: [null] }).keys()]).toContain(`${property}[0]`);
      tried.push(`${shape.name}.${property}`);
    }
  }
  expect(tried).toEqual(
    expect.arrayContaining([
      ...['when', 'options', 'quotas', 'rows', 'atLeast'].map((name) => `QuestionOfSurvey.${name}`),
      ...['ConditionAt2.isAnyOf', 'PlanMilestone.links', 'ListMilestones.unit', 'SubmitStatement.text'],
    ]),
  );
});

/** The constraint that is broken, by field. */
function faultsOf(shape: Shape, value: object): Map<string, unknown> {
  try {
    validated(shape, value);
    return new Map();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const { field, params = {}, further = [] } = error.details;
    return new Map([{ field: field!, params }, ...further].map((fault) => [fault.field, fault.params['constraint']]));
  }
}
