import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import type { Shape } from './fields';

/** A class with the fields of all, checked and described as in each of them. */
export function allFieldsOf<Shapes extends readonly Shape<object>[]>(...shapes: Shapes): Shape<FieldsOf<Shapes>> {
  class All {}
  for (const shape of shapes) takeFields(shape, All);
  return All as Shape<FieldsOf<Shapes>>;
}

type FieldsOf<Shapes> = Shapes extends readonly [Shape<infer First>, ...infer Rest] ? First & FieldsOf<Rest> : object;

function takeFields(from: Shape<object>, to: Shape<object>): void {
  const storage = getMetadataStorage();
  const source = from.prototype as object;
  for (const check of storage.getTargetValidationMetadatas(from, '', false, false)) {
    storage.addValidationMetadata({ ...check, target: to });
    for (const key of Reflect.getMetadataKeys(source, check.propertyName) as unknown[])
      Reflect.defineMetadata(key, Reflect.getMetadata(key, source, check.propertyName), to.prototype as object, check.propertyName);
  }
}
