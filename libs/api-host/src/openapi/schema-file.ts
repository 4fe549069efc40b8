import type { Shape } from '@isegoria/kernel';
import { Schemas } from './schemas';

/** What a file in some format says of itself. */
export interface Described {
  readonly title: string;
  readonly description: string;
}

/**
 * The format of a file as a document of its own, in JSON Schema (2020-12): the checks of a class, and of all within it. The file may name
 * its format in `$schema`, as editors expect it.
 */
export function schemaFileOf(shape: Shape<object>, { title, description }: Described): object {
  const schemas = new Schemas();
  const { $ref } = schemas.referTo(shape) as { $ref: string };
  const all = JSON.parse(JSON.stringify(schemas.all()).replaceAll('"#/components/schemas/', '"#/$defs/')) as Record<string, object>;
  const name = $ref.split('/').at(-1)!;
  const { properties, ...file } = all[name] as { properties: object };
  const defs = Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description,
    ...file,
    properties: { $schema: { type: 'string' }, ...properties },
    $defs: defs,
  };
}
