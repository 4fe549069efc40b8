import 'reflect-metadata';
import { IsArray, IsObject, ValidateIf, ValidateNested, getMetadataStorage } from 'class-validator';

/** A class whose decorators check a value and describe it. */
export type Shape<T extends object> = new () => T;

const nested = Symbol('nested shape');
const nullable = Symbol('may be null');
const absent = Symbol('may be absent');
const secret = Symbol('is a secret');
const innermost = Symbol('is innermost');

/** A field that holds an object, or with `each` a list of objects, of another class: the classes determine how deep a body may go. */
export function Nested(shape: () => Shape<object>, { each = false }: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(nested, shape, target, property);
    (each ? IsArray() : IsObject())(target, property);
    ValidateNested({ each })(target, property);
  };
}

/** The class of a field that holds an object; undefined for a plain one. */
export function nestedShape(owner: Shape<object>, property: string): Shape<object> | undefined {
  return (Reflect.getMetadata(nested, owner.prototype as object, property) as (() => Shape<object>) | undefined)?.();
}

interface Innermost {
  readonly without: readonly string[];
  readonly most: number;
}

/**
 * The innermost of classes whose objects stand within each other: fields that hold a further one are too deep there, and not unknown.
 * @param without the names of these fields @param most how deep objects may stand within each other
 */
export function IsInnermost(without: readonly string[], most: number): ClassDecorator {
  return (target) => Reflect.defineMetadata(innermost, { without, most } satisfies Innermost, target.prototype as object);
}

/** How deep objects may stand within each other, of a field that would go deeper; undefined for one that is not known at all. */
export function deepestOf(owner: Shape<object>, property: string): number | undefined {
  const found = Reflect.getMetadata(innermost, owner.prototype as object) as Innermost | undefined;
  return found?.without.includes(property) ? found.most : undefined;
}

/**
 * A field that may be left out, but not be null: what reads it looks for `undefined` alone. With {@link OrNull} it may be either. (The
 * decorator of class-validator for this lets null by as well, whatever the type of the field.)
 */
export function OrAbsent(): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(absent, true, target, property);
    ValidateIf((_, value) => value !== undefined)(target, property);
  };
}

export function mayBeAbsent(owner: Shape<object>, property: string): boolean {
  return Reflect.getMetadata(absent, owner.prototype as object, property) === true;
}

/** A field that may be null; without {@link OrAbsent} it must be present. */
export function OrNull(): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(nullable, true, target, property);
    ValidateIf((_, value) => value !== null)(target, property);
  };
}

export function mayBeNull(owner: Shape<object>, property: string): boolean {
  return Reflect.getMetadata(nullable, owner.prototype as object, property) === true;
}

/**
 * A field that nobody but its sender and its receiver may ever read: a password, a token, a link that has one in it. A command that has
 * one, or whose answer has, crosses the bus sealed, and the fingerprint of a request says nothing of it.
 */
export function IsSecret(): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(secret, true, target, property);
}

/** The names of a class's own secret fields. */
export function secretFields(shape: Shape<object>): string[] {
  return fieldNames(shape).filter((property) => Reflect.getMetadata(secret, shape.prototype as object, property) === true);
}

/** Whether a command or its answer has a secret in it, however deep. */
export function hasSecrets({ shape, reply }: { readonly shape: Shape<object>; readonly reply: Shape<object> }): boolean {
  return isSecretive(shape) || isSecretive(reply);
}

const secretive = new Map<Shape<object>, boolean>();

function isSecretive(shape: Shape<object>): boolean {
  let known = secretive.get(shape);
  if (known === undefined) {
    const within = fieldNames(shape).map((property) => nestedShape(shape, property));
    known = secretFields(shape).length > 0 || within.some((inner) => inner !== undefined && isSecretive(inner));
    secretive.set(shape, known);
  }
  return known;
}

function fieldNames(shape: Shape<object>): string[] {
  const checks = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  return [...new Set(checks.map(({ propertyName }) => propertyName))];
}
