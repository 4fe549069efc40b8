import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway, type RunningGateway } from './testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());

interface Operation {
  readonly summary: string;
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

describe('the description of the API', () => {
  it('has a response schema for every operation that answers JSON', async () => {
    const { body } = await gateway.api.get('/openapi.json').expect(200);
    const operations = Object.values<Record<string, Operation>>(body.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(40);
    for (const { responses } of operations) {
      const [[status, done]] = Object.entries(responses).filter(([key]) => key !== 'default') as [[string, Operation['responses'][string]]];
      if (status !== '204') expect(done.content?.['application/json']?.schema).toBeDefined();
    }
    expect(body.components.schemas.ActivityResults.properties.statements.items).toEqual({
      $ref: '#/components/schemas/StatementResult',
    });
    expect(body.components.schemas.ConsultationResults.properties.activities.items).toEqual({
      $ref: '#/components/schemas/ActivityResults',
    });
    expect(body.components.schemas.PageView.properties.unit).toMatchObject({ type: 'string' });
    expect(body.components.schemas.UnitView.properties.above).toMatchObject({ type: ['string', 'null'] });
    // A choice of words that may be null.
    expect(JSON.stringify(body.components.schemas)).toMatch(/"enum":\[[^\]]*\][^{}]*\},\{"type":"null"\}\]/);
    // What refers to another schema and may be null says so outside of the reference, and nowhere beside one.
    expect(body.components.schemas.ActivityResults.properties.ranking.anyOf).toEqual([
      { $ref: '#/components/schemas/RankedCount' },
      { type: 'null' },
    ]);
    expect(JSON.stringify(body.components.schemas)).not.toMatch(/"type":\["object","null"\],"\$ref"|"\$ref":"[^"]*","type":\[/);
    expect(body.components.schemas.PageView.properties.publishedAt).toMatchObject({ type: ['string', 'null'], format: 'date-time' });
    expect(body.components.schemas.PhaseDates.properties.closesAt).toMatchObject({ type: 'string', format: 'date-time' });
  });

  it('gives the bodies by the rules that check them, without what the path names', async () => {
    const { body } = await gateway.api.get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const vote = body.paths['/activities/{activityId}/statements/{statementId}/vote'].put;
    const { $ref } = vote.requestBody.content['application/json'].schema;
    const schema = body.components.schemas[$ref.split('/').at(-1)];
    expect(schema).toMatchObject({ required: ['choice'], additionalProperties: false });
    expect(schema.properties).toEqual({ choice: expect.objectContaining({ enum: ['agree', 'disagree', 'pass'] }) });
  });

  it('describes the draft of a consultation down to what each method takes', async () => {
    const { schemas } = (await gateway.api.get('/openapi.json').expect(200)).body.components;
    expect(schemas.DraftConsultation.properties.phases.items).toEqual({ $ref: '#/components/schemas/DraftPhase' });
    expect(schemas.DraftPhase.properties.activities.items).toEqual({ $ref: '#/components/schemas/DraftActivity' });
    expect(Object.keys(schemas.DraftActivity.properties)).toEqual(expect.arrayContaining(['method', 'title', 'options', 'statements']));
    expect(schemas.DraftActivity.required).toEqual(['method']);
  });

  it('resolves every reference and gives every operation an answer', async () => {
    const { body } = await gateway.api.get('/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(50);
    expect(JSON.stringify(body).match(/"\$ref"/g)).toHaveLength(references.length);
    for (const name of references) expect(body.components.schemas).toHaveProperty(name);
    for (const operation of Object.values<Record<string, object>>(body.paths).flatMap((path) => Object.values(path))) {
      expect(operation).toMatchObject({ summary: expect.any(String), responses: { default: expect.anything() } });
    }
  });
});

describe('an address that is not there', () => {
  it.each(['/nothing', '/consultations/not-a-uuid/nothing', '/%ff', '/consultations/%00'])('%s is not found', async (path) => {
    const { body, headers } = await gateway.api.get(path).expect(404);
    expect(body).toMatchObject({ status: 404, code: expect.stringMatching(/NOT_FOUND$/) });
    expect(headers['content-type']).toMatch('application/problem+json');
  });

  it('is told apart from one that has other methods', async () => {
    const { body, headers } = await gateway.api.delete('/consultations').expect(405);
    expect(body.code).toBe('METHOD_NOT_ALLOWED');
    expect(headers['allow']).toBe('GET, POST');
    await gateway.api.patch('/sessions/current').expect(405);
  });
});

describe('the small admin', () => {
  it('stays outside of the prefix', async () => {
    const origin = gateway.url;
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${origin}/health/ready`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${origin}/metrics`)).status).toBe(200);
    await gateway.api.get('/health/live').expect(404);
  });
});
