import { limits, rejections, suspendingRoles, type CommandContract, type QueryContract } from '@isegoria/kernel';
import { apiPrefix } from '../api-prefix';
import type { Contract } from '../contract/serves';
import { hasVersion } from '../request/versions';
import { onBehalfOfHeader, originalTimeHeader } from '../request/imported-people';
import { Schemas, type Schema } from './schemas';

/** The OpenAPI 3.1 description of the API: what the contracts say, and nothing else. */
export function openApi(contracts: readonly Contract[]): object {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, Schema>> = {};
  for (const contract of contracts) {
    const { method, path } = contract.route!;
    const address = path.replace(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(contract, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Isegoria',
      version: '1',
      description:
        'Errors are problem details (RFC 9457) with a `code` from a closed list, in the language of `Accept-Language`. ' +
        `Bodies have at most ${limits.requestBytes} bytes.`,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `/${apiPrefix}` }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of a session (POST /sessions).' } },
      schemas: { ...schemas.all(), Problem: problemSchema },
    },
  };
}

function operationOf(contract: Contract, schemas: Schemas): Schema {
  const isPublic = contract.may === 'anyone';
  return {
    operationId: contract.name,
    summary: contract.summary,
    ...(isPublic ? {} : { security: [{ session: [] }], description: `Needs the permission \`${contract.may}\`.` }),
    ...('view' in contract ? askedIn(contract, schemas) : sentIn(contract, schemas)),
  };
}

function sentIn(command: CommandContract, schemas: Schemas): Schema {
  const { parameters: named, method } = command.route!;
  const { properties } = schemas.fieldsOf(command.shape);
  const asks = method === 'GET';
  const hasBody = !asks && method !== 'DELETE' && Object.keys(properties).some((field) => !named.includes(field));
  return {
    parameters: [
      ...pathParameters(named, properties),
      ...(asks ? questionParameters(command, schemas) : headerParameters),
      ...(command.versionedBy ? [ifMatchParameter] : []),
    ],
    ...(hasBody ? { requestBody: { required: true, ...jsonOf(schemas.referTo(command.shape, named)) } } : {}),
    responses: {
      [command.status]: {
        ...answerOf(command.status === 204 ? undefined : schemas.referTo(command.reply)),
        ...(asks && hasVersion(command.reply) ? { headers: entityTag } : {}),
      },
      default: problem,
    },
  };
}

function askedIn(query: QueryContract, schemas: Schemas): Schema {
  const { parameters: named } = query.route;
  const { properties } = schemas.fieldsOf(query.shape);
  const isVersioned = !query.isPage && hasVersion(query.view);
  const view = query.isPage ? schemas.pageOf(query.view) : schemas.referTo(query.view);
  return {
    parameters: [...pathParameters(named, properties), ...questionParameters(query, schemas), afterParameter],
    responses: { 200: { ...answerOf(view, query.type), ...(isVersioned ? { headers: entityTag } : {}) }, default: problem },
  };
}

function pathParameters(named: readonly string[], properties: Readonly<Record<string, Schema>>): Schema[] {
  return named.map((name) => ({ name, in: 'path', required: true, schema: properties[name] }));
}

function questionParameters({ route, shape }: Contract, schemas: Schemas): Schema[] {
  const { properties, required } = schemas.fieldsOf(shape);
  const own = Object.entries(properties).filter(([field]) => !route!.parameters.includes(field));
  return own.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

const afterParameter = {
  name: 'after',
  in: 'query',
  schema: { type: 'integer', minimum: 0 },
  description: 'A log position that the answer must include.',
};

const entityTag = { ETag: { schema: { type: 'string' }, description: 'For `If-Match` of a command that changes it.' } };

const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  schema: { type: 'string' },
  description:
    'The `ETag` of what was read before it was changed, or its versions in quotes, separated by commas: `version`, and all that end in ' +
    '`Version`. If somebody has changed it since, the answer is 412.',
};

const headerParameters = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', maxLength: 200 },
    description: 'A retry under the same key has the first answer and changes nothing; another content under it is refused (422).',
  },
  { name: onBehalfOfHeader, in: 'header', schema: { type: 'string', format: 'uuid' }, description: 'Imports: the imported account.' },
  { name: originalTimeHeader, in: 'header', schema: { type: 'string', format: 'date-time' }, description: 'Imports: when it was said.' },
];

function answerOf(schema: Schema | undefined, type?: string): Schema {
  if (!schema) return { description: 'Done' };
  return { description: 'Done', content: { ...(type ? { [type]: {} } : {}), 'application/json': { schema } } };
}

const jsonOf = (schema: Schema): Schema => ({ content: { 'application/json': { schema } } });

const problem = { description: 'Problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

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
    errors: {
      type: 'array',
      description: 'Every field at fault, for VALIDATION_FAILED',
      items: {
        type: 'object',
        required: ['field', 'detail'],
        properties: {
          field: { type: 'string' },
          detail: { type: 'string' },
          code: { type: 'string', description: 'Why it is refused, where that is not the code of the problem' },
          constraint: { type: 'string', description: 'The rule that it breaks, such as `maxLength`' },
          limit: { type: 'number', description: 'The number in that rule' },
        },
      },
    },
    changed: {
      type: 'object',
      description: 'Who was first, for VERSION_CHANGED',
      required: ['at', 'official'],
      properties: {
        at: { type: 'string', format: 'date-time' },
        official: { type: ['string', 'null'], description: 'The first eight digits of the account of an official; null for anybody else' },
      },
    },
    suspension: {
      type: 'object',
      description: 'What stands, for ALREADY_SUSPENDED',
      required: ['until', 'orderedAs', 'reason', 'isAppealed'],
      properties: {
        until: { type: 'string', format: 'date-time' },
        orderedAs: { type: ['string', 'null'], enum: [...suspendingRoles, null], description: 'Null where the record does not say it' },
        reason: { type: 'string' },
        isAppealed: { type: 'boolean' },
      },
    },
    retryAfter: { type: 'integer', description: 'Seconds after which it is worth trying again' },
    instance: { type: 'string', format: 'uri' },
  },
};
