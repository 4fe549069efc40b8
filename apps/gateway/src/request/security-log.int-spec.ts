import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { connect } from 'nats';
import { pino } from 'pino';
import supertest from 'supertest';
import { sessionEnded } from '@isegoria/messaging';
import { log } from '@isegoria/service-host';
import { eventually } from '@isegoria/testing';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('the security log', () => {
  let gateway: RunningGateway;
  let lines: string[];
  beforeAll(
    async () => void (gateway = await startGateway({ LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '0.1', PUBLIC_URL: 'https://a.example' })),
  );
  afterAll(() => gateway.stop());
  beforeEach(() => {
    log.level = 'warn';
    lines = [];
    const output = (log as unknown as Record<symbol, { write(line: string): boolean }>)[pino.symbols.streamSym]!;
    jest.spyOn(output, 'write').mockImplementation((line) => (lines.push(line), true));
  });
  afterEach(() => void jest.restoreAllMocks());

  const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ security }) => security);
  const counted = async (event: string) => {
    const { text } = await supertest(gateway.url).get('/metrics').expect(200);
    return Number(new RegExp(`isegoria_security_events_total\\{event="${event}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };

  it('tells of refusals, and of nobody', async () => {
    const { headers } = await gateway.api.get('/me?email=jane@example.org').set('authorization', 'Bearer secret-token').expect(401);
    const signIn = () => gateway.api.post('/sessions').send({ email: 'jane@example.org', password: 'a long password' });
    for (let tries = 0; tries < 30; tries++) await signIn();
    expect(told()).toContainEqual(
      expect.objectContaining({ security: 'not-signed-in', code: 'SESSION_EXPIRED', origin: expect.any(String) }),
    );
    expect(told()).toContainEqual(expect.objectContaining({ security: 'limit-reached', code: 'TOO_MANY_REQUESTS' }));
    expect(lines.join('')).not.toMatch(/jane|@|secret-token|127\.0\.0\.1/);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('tells who may not, by route and code, and counts it', async () => {
    const before = await counted('not-permitted');
    const { token } = gateway.services.signIn();
    await gateway.api.get('/accounts').set('authorization', `Bearer ${token}`).expect(403);
    expect(told()).toContainEqual(
      expect.objectContaining({ security: 'not-permitted', code: 'FORBIDDEN_ROLE', method: 'GET', route: '/api/v1/accounts' }),
    );
    expect(await counted('not-permitted')).toBe(before + 1);
  });

  it('tells of a broadcast that no part of the platform sent', async () => {
    const before = await counted('sender-refused');
    const stranger = await connect({ servers: process.env['NATS_URL']! });
    const forged = { said: '{"tokenHash":"0"}', at: Date.now(), proof: randomBytes(32).toString('base64url') };
    for (const data of [forged, undefined]) stranger.publish(sessionEnded, JSON.stringify({ pattern: sessionEnded, data }));
    stranger.publish(sessionEnded, 'no JSON');
    await stranger.drain();
    await eventually(async () => expect(await counted('sender-refused')).toBe(before + 3));
    expect(told()).toContainEqual(expect.objectContaining({ security: 'sender-refused', subject: sessionEnded }));
  });

  it('writes so many records of a kind in a minute, and counts all', async () => {
    const before = await counted('not-permitted');
    const { token } = gateway.services.signIn();
    for (let time = 0; time < 80; time++) await gateway.api.get('/accounts').set('authorization', `Bearer ${token}`);
    expect(told().filter(({ security }) => security === 'not-permitted').length).toBeLessThanOrEqual(60);
    expect(await counted('not-permitted')).toBe(before + 80);
  });
});
