import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import type { Shape } from './command';

/** A class with the fields of both, checked and described as in each of them. */
export function allFieldsOf<One extends object, Other extends object>(one: Shape<One>, other: Shape<Other>): Shape<One & Other> {
  class Both {}
  for (const shape of [one, other]) takeFields(shape, Both);
  return Both as Shape<One & Other>;
}

function takeFields(from: Shape<object>, to: Shape<object>): void {
  const storage = getMetadataStorage();
  const source = from.prototype as object;
  for (const check of storage.getTargetValidationMetadatas(from, '', false, false)) {
    storage.addValidationMetadata({ ...check, target: to });
    for (const key of Reflect.getMetadataKeys(source, check.propertyName) as unknown[])
      Reflect.defineMetadata(key, Reflect.getMetadata(key, source, check.propertyName), to.prototype as object, check.propertyName);
  }
}
