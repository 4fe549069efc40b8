import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';
import { routes } from './routes';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());

/** What the HTTP application really serves below the prefix, as `METHOD /path`. */
function served(): string[] {
  type Layer = { route?: { path: string; methods: Record<string, boolean> } };
  const { stack } = (gateway.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
  return stack
    .flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []))
    .filter((route) => route.includes('/api/v1/') && !route.includes('*'));
}

describe('the description of the API', () => {
  it('names every route that is served, and no other', () => {
    const documented = routes.map(({ method, path }) => `${method} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`);
    expect(served().length).toBeGreaterThan(40);
    expect([...documented].sort()).toEqual(served().sort());
  });

  it('gives the bodies by the rules that check them, without what the path names', async () => {
    const { body } = await gateway.api.get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const vote = body.paths['/consultations/{id}/statements/{statementId}/vote'].put;
    const { $ref } = vote.requestBody.content['application/json'].schema;
    const schema = body.components.schemas[$ref.split('/').at(-1)];
    expect(schema).toMatchObject({ required: ['choice'], additionalProperties: false });
    expect(schema.properties).toEqual({ choice: expect.objectContaining({ enum: ['agree', 'disagree', 'pass'] }) });
  });

  it('resolves every reference and gives every operation an answer', async () => {
    const { body } = await gateway.api.get('/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(50);
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
