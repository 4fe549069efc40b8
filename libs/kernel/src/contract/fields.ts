import 'reflect-metadata';
import { IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import type { Shape } from './command';

const nested = Symbol('nested shape');
const nullable = Symbol('may be null');

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

/** A field that may be null, but must be present. */
export function OrNull(): PropertyDecorator {
  return (target, property) => {
    Reflect.defineMetadata(nullable, true, target, property);
    ValidateIf((_, value) => value !== null)(target, property);
  };
}

export function mayBeNull(owner: Shape<object>, property: string): boolean {
  return Reflect.getMetadata(nullable, owner.prototype as object, property) === true;
}
