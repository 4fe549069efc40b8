import { getMetadataStorage, registerDecorator, type ValidationError } from 'class-validator';

type Check = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Identify = (entry: never) => unknown;

/** The entries of a list that say what an earlier one says. What is nothing is refused as that. */
function repeated(list: readonly unknown[], identify: Identify): number[] {
  const met = new Set<unknown>();
  return list.flatMap((entry, at) => {
    const said = entry === null || entry === undefined ? entry : identify(entry as never);
    if (met.has(said)) return [at];
    met.add(said);
    return [];
  });
}

/** class-validator decorator for a list whose entries differ in what is made of them. A fault names each entry that is there again. */
export function EntriesDiffer(identify: Identify = (entry) => entry): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'arrayUnique',
      target: target.constructor,
      propertyName: propertyName as string,
      constraints: [identify],
      options: { message: 'the entries of $property must differ' },
      validator: { validate: (value: unknown) => Array.isArray(value) && repeated(value, identify).length === 0 },
    });
}

/** Which entries of a list break which of the checks that it fails; class-validator itself says only that some do. */
export function faultyEntries({ target, property, value, constraints = {} }: ValidationError): Map<number, string[]> {
  const found = new Map<number, string[]>();
  if (!target || !Array.isArray(value)) return found;
  const list = value as readonly unknown[];
  const note = (at: number, name: string) => found.set(at, [...(found.get(at) ?? []), name]);
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  for (const check of checks) {
    const { name, each, propertyName } = check;
    if (propertyName !== property || name === undefined || !(name in constraints)) continue;
    if (each) list.forEach((entry, at) => passes(check, entry, target) || note(at, name));
    else if (name === 'arrayUnique') repeated(list, check.constraints[0] as Identify).forEach((at) => note(at, name));
  }
  return found;
}

function passes(check: Check, value: unknown, object: object): boolean {
  const { constraints, propertyName: property, constraintCls } = check;
  const said = { value, constraints, object, property, targetName: object.constructor.name };
  const rules = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  return rules.every(({ instance }) => instance.validate(value, said) === true);
}
