import { getMetadataStorage, isUUID } from 'class-validator';
import type { Request } from 'express';
import { Rejection, isId, isUnit, notFoundCode, validated, type ParsedRoute, type QueryContract, type Shape } from '@isegoria/kernel';

/**
 * The fields that a path names. Ids and units are lower-case, however they were typed; an id that is no UUID names nothing, nor does a
 * unit that no unit can be called.
 * @throws Rejection CONSULTATION_NOT_FOUND and the like
 */
export function pathFieldsOf({ params }: Request, { parameters }: ParsedRoute): Record<string, string> {
  return Object.fromEntries(parameters.map((name) => [name, fieldOf(name, String(params[name]))]));
}

/** What a segment holds, its name says. */
function fieldOf(name: string, value: string): string {
  if (isId(name)) return nameOf(name, value, isUUID);
  return name === 'unit' ? nameOf(name, value, isUnit) : value;
}

function nameOf(parameter: string, value: string, mayBeOne: (name: string) => boolean): string {
  const name = value.toLowerCase();
  if (!mayBeOne(name)) throw new Rejection(notFoundCode(parameter));
  return name;
}

/** The fields of a class that the query string of a request has; a route lets nothing else through. */
export function askedFieldsOf({ query }: Request, shape: Shape<object>): Readonly<Record<string, unknown>> {
  const asked = fieldsOf(shape).filter((field) => query[field] !== undefined);
  return Object.fromEntries(asked.map((field) => [field, query[field]]));
}

/** What a query asks, from path and query string. @throws Rejection as `validated` does */
export function parametersOf<Parameters extends object>(request: Request, query: QueryContract<Parameters>): Parameters {
  const parameters = validated(query.shape, { ...askedFieldsOf(request, query.shape), ...pathFieldsOf(request, query.route) });
  for (const [field, value] of Object.entries(parameters)) {
    if (isId(field) && typeof value === 'string') (parameters as Record<string, unknown>)[field] = value.toLowerCase();
  }
  return parameters;
}

const known = new Map<Shape<object>, string[]>();

/** The fields that a class checks. */
export function fieldsOf(shape: Shape<object>): string[] {
  let fields = known.get(shape);
  if (!fields) {
    const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', true, false);
    known.set(shape, (fields = [...new Set(checks.map(({ propertyName }) => propertyName))]));
  }
  return fields;
}
