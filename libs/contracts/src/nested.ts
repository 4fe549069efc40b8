import 'reflect-metadata';
import { IsObject, ValidateNested } from 'class-validator';

type Class = new () => object;
const nestedClass = Symbol('nested class');

/** Marks a field of a command that is an object with rules of its own. A fault in it is named by its path (`notice.fr`). */
export function Nested(type: Class): PropertyDecorator {
  return (target, field) => {
    IsObject()(target, field);
    ValidateNested()(target, field);
    Reflect.defineMetadata(nestedClass, type, target, field);
  };
}

/** The class of a nested field; undefined for fields that are no objects. */
export function nestedIn(commandClass: Class, field: string): Class | undefined {
  return Reflect.getMetadata(nestedClass, commandClass.prototype as object, field) as Class | undefined;
}
