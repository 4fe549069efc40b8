import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { mayBeAbsent, mayBeNull, nestedShape, type Shape } from '@isegoria/kernel';

export type Schema = Record<string, unknown>;
type Meta = { target: unknown; propertyName: string };

/** The checks of this platform's own, and times, which are moments: what they are of cannot be told from a type that may be null, too. */
const ownChecks = {
  isPlainText: { type: 'string' },
  isOneLine: { type: 'string' },
  hasNoPicture: { type: 'string' },
  isUnit: { type: 'string' },
  isTimeZone: { type: 'string' },
  isPlaceInLog: { type: 'string' },
  isMoment: { type: 'string', format: 'date-time' },
  isIso8601: { type: 'string', format: 'date-time' },
  isDay: { type: 'string', format: 'date' },
  isAnswers: { type: 'object' },
  isVersions: { type: 'object', additionalProperties: { type: 'string' } },
} as const;

/** Collects the JSON Schema (2020-12) of each class that a description refers to. */
export class Schemas {
  private readonly byName = new Map<string, Schema>();

  /** A reference to the schema of a class; fields that are left out, since a path names them, make it a schema of its own. */
  referTo(shape: Shape<object>, without: readonly string[] = []): Schema {
    if (!this.byName.has(shape.name)) {
      this.byName.set(shape.name, {});
      this.byName.set(shape.name, this.schemaOf(shape, without));
    }
    return { $ref: `#/components/schemas/${shape.name}` };
  }

  /** A page of a list of them. */
  pageOf(shape: Shape<object>): Schema {
    return {
      type: 'object',
      required: ['items', 'next', 'count'],
      properties: {
        items: { type: 'array', items: this.referTo(shape) },
        next: { type: ['string', 'null'], description: 'The `cursor` of the page that follows; null at the end.' },
        count: { type: 'integer', description: 'How many there are in all.' },
      },
    };
  }

  all(): Record<string, Schema> {
    return Object.fromEntries(this.byName);
  }

  /** What is a field of the class, checked as the class says. */
  fieldsOf(shape: Shape<object>): { readonly properties: Record<string, Schema>; readonly required: readonly string[] } {
    const { properties = {}, required = [] } = targetConstructorToSchema(shape, {
      additionalConverters: {
        [ValidationTypes.NESTED_VALIDATION]: (meta) => this.nested(meta as Meta),
        ...ownChecks,
      },
    }) as { properties?: Record<string, Schema>; required?: string[] };
    const nullable = Object.keys(properties).filter((field) => mayBeNull(shape, field));
    return {
      properties: Object.fromEntries(
        Object.entries(properties).map(([field, schema]) => [field, nullable.includes(field) ? orNull(schema) : schema]),
      ),
      required: [...new Set([...required, ...nullable.filter((field) => !mayBeAbsent(shape, field))])],
    };
  }

  private schemaOf(shape: Shape<object>, without: readonly string[]): Schema {
    const { properties, required } = this.fieldsOf(shape);
    return {
      type: 'object',
      properties: Object.fromEntries(Object.entries(properties).filter(([field]) => !without.includes(field))),
      required: required.filter((field) => !without.includes(field)),
      additionalProperties: false,
    };
  }

  private nested({ target, propertyName }: Meta): Schema {
    const shape = nestedShape(target as Shape<object>, propertyName);
    return shape ? this.referTo(shape) : { type: 'object' };
  }
}

function orNull(schema: Schema): Schema {
  // What is referred to says its own type, which null is not of, whatever stands beside the reference.
  return typeof schema['type'] === 'string' && !('enum' in schema) && !('$ref' in schema)
    ? { ...schema, type: [schema['type'], 'null'] }
    : { anyOf: ['$ref' in schema ? { $ref: schema['$ref'] } : schema, { type: 'null' }] };
}
