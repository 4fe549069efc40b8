import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Rejection, signIn } from '@isegoria/contracts';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway({ RATE_LIMIT_FACTOR: '0.1' })));
afterAll(() => gateway.stop());

const signInFrom = (address: string) =>
  gateway.api
    .post('/sessions')
    .set({ 'x-forwarded-for': address, 'accept-language': 'ar' })
    .send({ email: 'a@ministry.example', password: 'p' });

it('many sign-ins from one address are stopped, and others go on', async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) await signInFrom('198.51.100.7').expect(201);
  const before = gateway.services.commands.length;
  const { body, headers } = await signInFrom('198.51.100.7').expect(429);
  expect(body).toMatchObject({ code: 'TOO_MANY_REQUESTS', detail: expect.stringContaining('محاولات') });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(body.retryAfter).toBe(Number(headers['retry-after']));
  expect(gateway.services.commands).toHaveLength(before);
  await signInFrom('198.51.100.8').expect(201);
});

it('an address that the client invents for itself does not count beside the one that the ingress saw', async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) await signInFrom(`203.0.113.${attempt}, 198.51.100.9`).expect(201);
  await signInFrom('203.0.113.99, 198.51.100.9').expect(429);
});

it('a service learns where a secret is tried from, as a hash that changes with the day, and says how long to wait', async () => {
  gateway.services.answer(signIn.subject, () => {
    throw new Rejection('TOO_MANY_REQUESTS', { retryAfter: 240 });
  });
  const { body, headers } = await signInFrom('2001:db8:1:2::1').expect(429);
  expect([headers['retry-after'], body.retryAfter, body.detail]).toEqual(['240', 240, expect.stringContaining('4')]);
  await signInFrom('2001:db8:1:2:3::9').expect(429);
  await signInFrom('2001:db8:1:3::1').expect(429);
  gateway.services.forgetAnswers();
  const [one, sameNetwork, other] = gateway.services.commands.slice(-3).map(({ context }) => context.client!.origins);
  expect(sameNetwork).toEqual(one);
  expect(new Set([...one!, ...other!])).toHaveProperty('size', 28);
  expect(JSON.stringify(one)).not.toContain('2001');
});

it.each([
  ['phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'],
  ['phone', 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['tablet', 'Mozilla/5.0 (Linux; Android 16; SM-X910) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'],
  ['computer', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['program', 'curl/8.9'],
])('a service learns that a secret comes from a %s, and no more of it', async (device, agent) => {
  await signInFrom(`203.0.113.${agent.length}`).set('user-agent', agent).expect(201);
  const { client } = gateway.services.commands.at(-1)!.context;
  expect(client).toEqual({ device, origins: expect.any(Array) });
});

it('many registrations and confirmations are stopped', async () => {
  const registration = { email: 'a@ministry.example', name: 'A', password: 'long enough 1', language: 'en' };
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await gateway.api.post('/accounts').send(registration)).status);
  expect(statuses).toEqual([201, 201, 429, 429]);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await gateway.api.post('/accounts/confirmations').send({ token: 't', password: 'p' }).expect(200);
  await gateway.api.post('/accounts/confirmations').send({ token: 't', password: 'p' }).expect(429);
});

it('many passwords at the erasure of an own account are stopped', async () => {
  const { token } = gateway.services.signIn();
  const attempt = () => gateway.api.post('/accounts/current/erasure').set('authorization', `Bearer ${token}`).send({ password: 'p' });
  for (let time = 0; time < 3; time += 1) await attempt().expect(200);
  const before = gateway.services.commands.length;
  expect((await attempt().expect(429)).body.code).toBe('TOO_MANY_REQUESTS');
  expect(gateway.services.commands).toHaveLength(before);
});

it('voting is not limited by address: a whole school may share one', async () => {
  const authorization = `Bearer ${gateway.services.signIn().token}`;
  const cast = () =>
    gateway.api
      .put(`/activities/${randomUUID()}/ballot`)
      .set({ authorization })
      .send({ options: ['a'] })
      .expect(200);
  const votes = Array.from({ length: 30 }, cast);
  await Promise.all(votes);
});
