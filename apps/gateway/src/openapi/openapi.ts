import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { limits, nestedIn, rejections } from '@isegoria/contracts';
import { apiPrefix } from '../api-prefix';
import { onBehalfOfHeader, originalTimeHeader } from '../request/imported-people';
import { routes, type Route } from './routes';

type Schema = Record<string, unknown>;

/** The OpenAPI 3.1 description of the API, made from the commands' own validation rules and the table of routes. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Isegoria',
      version: '1',
      description: `Errors are problem details (RFC 9457) with a \`code\` from a closed list, in the language of \`Accept-Language\`. Bodies have at most ${limits.requestBytes} bytes.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `/${apiPrefix}` }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of a session (POST /sessions).' } },
      schemas: { ...commandSchemas(), Accepted: acceptedSchema, Problem: problemSchema },
    },
  };
}

function pathsOf(table: readonly Route[]): Record<string, Record<string, Schema>> {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of table) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return paths;
}

function operationOf(route: Route): Schema {
  const [status, what] = route.answer;
  return {
    summary: route.summary,
    ...(route.for ? { security: [{ session: [] }], description: `For: ${[route.for].flat().join(', ')}.` } : {}),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.command && hasBody(route) ? { requestBody: bodyOf(route.command.name, route) } : {}),
    responses: {
      [status]: { description: what, ...(what === 'Accepted' ? jsonOf({ $ref: '#/components/schemas/Accepted' }) : {}) },
      default: { description: 'Problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function pathParameters({ path }: Route): Schema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'role' ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }));
}

function queryParameters({ method, query = {} }: Route): Schema[] {
  if (method !== 'GET') return [];
  const own = Object.entries(query).map(([name, values]) => ({ name, in: 'query', schema: querySchema(values) }));
  const after = { name: 'after', in: 'query', schema: { type: 'integer', minimum: 0 }, description: 'A log position that the answer must include.' };
  return [...own, after];
}

function querySchema(values: readonly string[] | 'uuid' | 'page'): Schema {
  if (values === 'uuid') return { type: 'string', format: 'uuid' };
  return values === 'page' ? { type: 'integer', minimum: 1 } : { type: 'string', enum: values };
}

function headerParameters({ method, command }: Route): Schema[] {
  if (method === 'GET' || !command) return [];
  const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 }, description: 'A retry under the same key is the same request.' };
  const person = { name: onBehalfOfHeader, in: 'header', schema: { type: 'string', format: 'uuid' }, description: 'Imports: the imported account.' };
  const time = { name: originalTimeHeader, in: 'header', schema: { type: 'string', format: 'date-time' }, description: 'Imports: the original time.' };
  return [key, person, time];
}

function hasBody({ method, command, fromPath = [] }: Route): boolean {
  return method !== 'DELETE' && fieldsOf(command!).some((field) => !fromPath.includes(field));
}

function bodyOf(name: string, { fromPath = [] }: Route): Schema {
  const schema = { $ref: `#/components/schemas/${name}` };
  const note = fromPath.length > 0 ? { description: `Without ${fromPath.join(' and ')}, which the path names.` } : {};
  return { required: true, ...note, ...jsonOf(schema) };
}

const jsonOf = (schema: Schema): Schema => ({ content: { 'application/json': { schema } } });

function fieldsOf(command: new () => object): string[] {
  return Object.keys(targetConstructorToSchema(command).properties ?? {});
}

/** Each command's body: its fields without those that come from the path. */
function commandSchemas(): Record<string, Schema> {
  return Object.fromEntries(
    routes.flatMap((route) => (route.command && hasBody(route) ? [[route.command.name, bodySchema(route.command, route.fromPath ?? [])]] : [])),
  );
}

function bodySchema(command: new () => object, fromPath: readonly string[]): Schema {
  const { properties = {}, required = [] } = targetConstructorToSchema(command);
  const own = Object.entries(properties)
    .filter(([field]) => !fromPath.includes(field))
    .map(([field, schema]) => [field, nestedSchema(command, field) ?? schema]);
  return {
    type: 'object',
    properties: Object.fromEntries(own),
    required: required.filter((field) => !fromPath.includes(field)),
    additionalProperties: false,
  };
}

function nestedSchema(command: new () => object, field: string): Schema | undefined {
  const nested = nestedIn(command, field);
  return nested && bodySchema(nested, []);
}

const acceptedSchema: Schema = {
  type: 'object',
  required: ['id', 'position'],
  properties: { id: { type: 'string' }, position: { type: 'integer' }, receipt: { type: 'string' } },
};

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(rejections) },
    detail: { type: 'string' },
    field: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
  },
};
