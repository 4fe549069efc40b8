import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { log } from '@isegoria/service-host';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(
  async () => void (gateway = await startGateway({ LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '0.1', PUBLIC_URL: 'https://a.example' })),
);
afterAll(() => gateway.stop());

it('the security log tells of refusals, and of nobody', async () => {
  log.level = 'warn';
  const output = (log as unknown as Record<symbol, { write(line: string): boolean }>)[pino.symbols.streamSym]!;
  const lines: string[] = [];
  const spy = jest.spyOn(output, 'write').mockImplementation((line) => (lines.push(line), true));
  const { headers } = await gateway.api.get('/me?email=jane@example.org').set('authorization', 'Bearer secret-token').expect(401);
  const signIn = () => gateway.api.post('/sessions').send({ email: 'jane@example.org', password: 'a long password' });
  for (let tries = 0; tries < 30; tries++) await signIn();
  spy.mockRestore();
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ security }) => security);
  expect(told).toContainEqual(expect.objectContaining({ security: 'not-signed-in', code: 'SESSION_EXPIRED', origin: expect.any(String) }));
  expect(told).toContainEqual(expect.objectContaining({ security: 'limit-reached', code: 'TOO_MANY_REQUESTS' }));
  expect(lines.join('')).not.toMatch(/jane|@|secret-token|127\.0\.0\.1/);
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
});
