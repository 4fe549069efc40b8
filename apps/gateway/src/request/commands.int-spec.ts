import { hash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Broadcasts } from '@isegoria/api-host';
import {
  Rejection,
  authenticateSession,
  castStatementVote,
  endSession,
  eraseOwnAccount,
  listNotes,
  readMailbox,
  speakFor,
  type CommandContext,
} from '@isegoria/contracts';
import { startService } from '@isegoria/service-host';
import { eventually } from '@isegoria/testing';
import supertest from 'supertest';
import { configure } from '../configure';
import { GatewayModule } from '../gateway.module';
import { accountErased, sessionEnded } from '@isegoria/messaging';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.services.received.length = 0;
  gateway.services.forgetAnswers();
});

const activity = randomUUID();
const statement = randomUUID();
const votePath = `/activities/${activity}/statements/${statement}/vote`;

/** Votes, and gives the context with which the vote reached its service. */
async function vote(token: string | undefined, headers: Record<string, string> = {}, choice = 'agree'): Promise<CommandContext> {
  const before = gateway.services.commands.length;
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  await gateway.api
    .put(votePath)
    .set({ ...authorization, ...headers })
    .send({ choice })
    .expect(200);
  return gateway.services.commands.slice(before).find(({ subject }) => subject === castStatementVote.subject)!.context;
}
const questionsWho = () => gateway.services.received.filter(({ subject }) => subject === authenticateSession.subject);

describe('a command', () => {
  it('reaches its service with the person, and the answer comes back', async () => {
    const { token, actor } = gateway.services.signIn('moderator');
    const answer = await gateway.api.put(votePath).set('authorization', `Bearer ${token}`).send({ choice: 'pass' }).expect(200);
    const [received] = gateway.services.commands;
    expect(received).toMatchObject({ subject: castStatementVote.subject, context: { actor, language: 'en' } });
    expect(received!.command).toEqual({ activityId: activity, statementId: statement, choice: 'pass' });
    expect(answer.body).toEqual({ id: received!.context.commandId, position: 7, receipt: 'a receipt' });
  });

  it('that asks a service for a list has its page in the query string, and needs no body', async () => {
    const { token } = gateway.services.signIn();
    const ask = (question: string) => gateway.api.get(`/my-notes${question}`).set('authorization', `Bearer ${token}`);
    for (const question of ['', '?cursor=17']) await ask(question).expect(200);
    const asked = gateway.services.commands.filter(({ subject }) => subject === listNotes.subject);
    expect(asked.map(({ command }) => command)).toEqual([{}, { cursor: '17' }]);
    expect((await ask('?cursor=%20').expect(400)).body).toMatchObject({ field: 'cursor' });
    expect((await ask('?cursor=17&colour=red').expect(400)).body).toMatchObject({ code: 'UNKNOWN_PARAMETER', field: 'colour' });
  });

  it('of a visitor who must sign in reaches no service', async () => {
    expect((await gateway.api.put(votePath).send({ choice: 'agree' }).expect(401)).body.code).toBe('SIGN_IN_REQUIRED');
    expect(gateway.services.received).toEqual([]);
  });

  it('of a visitor names nobody where nobody needs to sign in', async () => {
    await gateway.api.post('/accounts/confirmations').send({ token: 't', password: 'p' }).expect(200);
    expect(gateway.services.commands[0]!.context).not.toHaveProperty('actor');
    expect(questionsWho()).toEqual([]);
  });

  it.each([
    ['en', 'en'],
    ['ar-EG,ar;q=0.9,en;q=0.1', 'ar'],
    ['de', 'en'],
  ])('carries the language: %s', async (accepted, language) => {
    expect((await vote(gateway.services.signIn().token, { 'accept-language': accepted })).language).toBe(language);
  });

  it('carries a correlation id of its own, whatever the client sends: public, one of the client would tie two ballots', async () => {
    const { token } = gateway.services.signIn();
    const given = { 'x-correlation-id': randomUUID(), 'idempotency-key': '1' };
    const ids = [await vote(token, given), await vote(token, given, 'disagree')].map(({ correlationId }) => correlationId);
    expect(new Set([given['x-correlation-id'], ...ids]).size).toBe(3);
  });
});

describe('the Idempotency-Key', () => {
  it('gives a retry the same command id', async () => {
    const { token } = gateway.services.signIn();
    const [first, second] = [await vote(token, { 'idempotency-key': 'k1' }), await vote(token, { 'idempotency-key': 'k1' })];
    expect(first.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
    expect(second.commandId).toBe(first.commandId);
  });

  it('means the same at every gateway of the installation, after a restart too, and nothing to anyone without its secret', async () => {
    const { token, actor } = gateway.services.signIn();
    const { commandId } = await vote(token, { 'idempotency-key': '1' });
    const sentBy = async (secret: string) => {
      const before = process.env['COMMAND_ID_KEY'];
      process.env['COMMAND_ID_KEY'] = secret;
      const another = await startService(GatewayModule, { name: 'gateway', configure });
      process.env['COMMAND_ID_KEY'] = before;
      const answer = await supertest(`${await another.getUrl()}/api/v1`)
        .put(votePath)
        .set({ 'idempotency-key': '1', authorization: `Bearer ${token}` })
        .send({ choice: 'agree' });
      await another.close();
      expect([answer.status, gateway.services.commands.at(-1)!.context.actor]).toEqual([200, actor]);
      return gateway.services.commands.at(-1)!.context.commandId;
    };
    expect(await sentBy(process.env['COMMAND_ID_KEY']!)).toBe(commandId);
    expect(await sentBy(randomBytes(32).toString('base64'))).not.toBe(commandId);
  });

  it('is of one person and one address', async () => {
    const [one, other] = [gateway.services.signIn(), gateway.services.signIn()];
    const key = { 'idempotency-key': 'k1' };
    const ids = [await vote(one.token, key), await vote(other.token, key)].map(({ commandId }) => commandId);
    await gateway.api
      .put(`/activities/${activity}/statements/${randomUUID()}/vote`)
      .set({ ...key, authorization: `Bearer ${one.token}` })
      .send({ choice: 'agree' });
    ids.push(gateway.services.commands.at(-1)!.context.commandId);
    await gateway.api
      .post(`/pages/${statement}/publication`)
      .set({ ...key, authorization: `Bearer ${gateway.services.signIn('official').token}` })
      .send({});
    ids.push(gateway.services.commands.at(-1)!.context.commandId);
    expect(new Set(ids).size).toBe(4);
  });

  it('comes with a fingerprint of the content, by which a service tells a retry from another request', async () => {
    const { token } = gateway.services.signIn();
    const key = { 'idempotency-key': 'k1' };
    const [first, retry, other] = [await vote(token, key), await vote(token, key), await vote(token, key, 'disagree')];
    expect([retry.commandId, retry.request, other.commandId]).toEqual([first.commandId, first.request, first.commandId]);
    expect(first.request).toMatch(/^[0-9a-f]{32}$/);
    expect(other.request).not.toBe(first.request);
    expect(await vote(token)).not.toHaveProperty('request');
    expect((await vote(token, { 'idempotency-key': 'k2' })).request).not.toBe(first.request);
  });

  it('stays that of the person when more is known of them', async () => {
    const { token, actor } = gateway.services.signIn();
    const key = { 'idempotency-key': 'k1' };
    const before = await vote(token, key);
    gateway.services.answer(authenticateSession.subject, () => ({
      actor: { ...actor, assurance: 'attested' },
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    }));
    gateway.app.get(Broadcasts).emit('gap');
    const after = await vote(token, key);
    expect(after.actor!.assurance).toBe('attested');
    expect([after.commandId, after.request]).toEqual([before.commandId, before.request]);
  });

  it('does not depend on the order of the fields, however deep', async () => {
    const { token } = gateway.services.signIn();
    const bodies = ['{"text":"a","externalId":"7"}', '{"externalId":"7","text":"a"}'];
    for (const body of bodies) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'k' };
      await gateway.api.post(`/activities/${activity}/statements`).set(headers).send(body).expect(201);
    }
    const { token: administrator } = gateway.services.signIn('administrator');
    for (const body of ['{"notice":{"en":"a","fr":"b"}}', '{"notice":{"fr":"b","en":"a"}}']) {
      const headers = { authorization: `Bearer ${administrator}`, 'content-type': 'application/json', 'idempotency-key': 'k' };
      await gateway.api.put('/settings').set(headers).send(body).expect(200);
    }
    const [first, second, third, fourth] = gateway.services.commands.map(({ context: { commandId, request } }) => ({ commandId, request }));
    expect(second).toEqual(first);
    expect(fourth).toEqual(third);
  });

  it('binds no two visitors, who cannot be told apart', async () => {
    const confirm = () =>
      gateway.api.post('/accounts/confirmations').set('idempotency-key', 'k1').send({ token: 't', password: 'p' }).expect(200);
    for (let time = 0; time < 2; time += 1) await confirm();
    const [first, second] = gateway.services.commands.map(({ context }) => context.commandId);
    expect(second).not.toBe(first);
  });

  it('is not needed: each request is then new', async () => {
    const { token } = gateway.services.signIn();
    expect((await vote(token)).commandId).not.toBe((await vote(token)).commandId);
  });
});

describe('a session', () => {
  it('is asked for once and then believed for a while, by many at once too', async () => {
    const { token } = gateway.services.signIn();
    await Promise.all(Array.from({ length: 20 }, () => vote(token)));
    await vote(token);
    expect(questionsWho()).toHaveLength(1);
  });

  it('is forgotten at once when it ended', async () => {
    const { token } = gateway.services.signIn();
    await vote(token);
    gateway.services.endSession(token);
    await gateway.broadcast(sessionEnded, { tokenHash: hash('sha256', token, 'hex') });
    const refusal = await eventually(() =>
      gateway.api.put(votePath).set('authorization', `Bearer ${token}`).send({ choice: 'agree' }).expect(401),
    );
    expect(refusal.body.code).toBe('SESSION_EXPIRED');
  });

  it('is asked for again after a gap in the broadcasts', async () => {
    const { token } = gateway.services.signIn();
    await vote(token);
    gateway.app.get(Broadcasts).emit('gap');
    await vote(token);
    expect(questionsWho()).toHaveLength(2);
  });

  it('that is past its end is expired, though it is still remembered', async () => {
    const { token, actor } = gateway.services.signIn();
    gateway.services.answer(authenticateSession.subject, () => ({ actor, expiresAt: new Date(Date.now() + 300).toISOString() }));
    await vote(token);
    await new Promise((resolve) => setTimeout(resolve, 350));
    const { body } = await gateway.api.put(votePath).set('authorization', `Bearer ${token}`).send({ choice: 'agree' }).expect(401);
    expect(body.code).toBe('SESSION_EXPIRED');
    expect(questionsWho()).toHaveLength(1);
  });

  it('that was refused is asked for again', async () => {
    const { token, actor } = gateway.services.signIn();
    gateway.services.answer(authenticateSession.subject, () => {
      throw new Rejection('SESSION_EXPIRED');
    });
    await gateway.api.get('/me').set('authorization', `Bearer ${token}`).expect(401);
    gateway.services.forgetAnswers();
    expect((await vote(token)).actor).toEqual(actor);
  });

  it('ends by its token', async () => {
    const { token } = gateway.services.signIn();
    await vote(token);
    gateway.services.answer(endSession.subject, ({ command }) => gateway.services.endSession(String(command['token'])) ?? {});
    await gateway.api.delete('/sessions/current').set('authorization', `Bearer ${token}`).expect(204);
    await gateway.api.delete('/sessions/current').set('authorization', `Bearer ${token}`).expect(401);
    const { body } = await gateway.api.delete('/sessions/current').expect(401);
    expect(body.code).toBe('SIGN_IN_REQUIRED');
  });
});

describe('an office that imports', () => {
  const at = '2015-03-01T09:30:00.000+08:00';
  const person = randomUUID();
  const headers = { 'isegoria-on-behalf-of': person, 'isegoria-original-time': at };
  const imported = { accountId: person, roles: [], assurance: 'attested' };

  it('acts as the imported person, and the command says who attests it', async () => {
    const { token, actor } = gateway.services.signIn('official');
    gateway.services.answer(speakFor.subject, () => imported);
    expect(await vote(token, headers)).toMatchObject({ actor: imported, imported: { at, by: actor.accountId } });
    const asked = gateway.services.received.find(({ subject }) => subject === speakFor.subject);
    expect(asked).toMatchObject({ command: { accountId: person }, context: { actor } });
  });

  it('asks once for a person, and each office for itself', async () => {
    const [one, other] = [gateway.services.signIn('official'), gateway.services.signIn('official')];
    gateway.services.answer(speakFor.subject, () => imported);
    await vote(one.token, headers);
    await vote(one.token, headers);
    await vote(other.token, headers);
    expect(gateway.services.received.filter(({ subject }) => subject === speakFor.subject)).toHaveLength(2);
  });

  it('is asked about again once the roles of the office are others', async () => {
    const { token, actor } = gateway.services.signIn({ role: 'official', unit: 'root.aaaaaaaa' });
    gateway.services.answer(speakFor.subject, () => imported);
    await vote(token, headers);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const elsewhere = { ...actor, roles: [{ role: 'official', unit: 'root.bbbbbbbb' }] };
    gateway.services.answer(authenticateSession.subject, () => ({ actor: elsewhere, expiresAt }));
    await vote(gateway.services.signIn().token, headers);
    expect(gateway.services.received.filter(({ subject }) => subject === speakFor.subject)).toHaveLength(2);
  });

  it('repeats a command under the same key for the same person only', async () => {
    const { token } = gateway.services.signIn('official');
    gateway.services.answer(speakFor.subject, ({ command }) => ({ ...imported, accountId: command['accountId'] }));
    const key = { 'idempotency-key': 'row 1' };
    const first = await vote(token, { ...headers, ...key });
    expect((await vote(token, { ...headers, ...key })).commandId).toBe(first.commandId);
    expect((await vote(token, { ...headers, ...key, 'isegoria-on-behalf-of': randomUUID() })).commandId).not.toBe(first.commandId);
  });

  it('asks again for a person who was erased meanwhile', async () => {
    const { token } = gateway.services.signIn('official');
    gateway.services.answer(speakFor.subject, () => imported);
    await vote(token, headers);
    gateway.services.answer(speakFor.subject, () => {
      throw new Rejection('ACCOUNT_ERASED');
    });
    await gateway.broadcast(accountErased, { accountId: randomUUID() });
    await vote(token, headers);
    await gateway.broadcast(accountErased, { accountId: person });
    const refused = () =>
      gateway.api
        .put(votePath)
        .set({ ...headers, authorization: `Bearer ${token}` })
        .send({ choice: 'agree' })
        .expect(410);
    expect((await eventually(refused)).body.code).toBe('ACCOUNT_ERASED');
  });

  it('is refused as the identity service says, and nothing is sent on', async () => {
    const { token } = gateway.services.signIn();
    gateway.services.answer(speakFor.subject, () => {
      throw new Rejection('FORBIDDEN_ROLE');
    });
    const { body } = await gateway.api
      .put(votePath)
      .set({ ...headers, authorization: `Bearer ${token}` })
      .send({ choice: 'agree' })
      .expect(403);
    expect(body.code).toBe('FORBIDDEN_ROLE');
    expect(gateway.services.commands.map(({ subject }) => subject)).toEqual([speakFor.subject]);
  });

  it('must be signed in', async () => {
    const { body } = await gateway.api.put(votePath).set(headers).send({ choice: 'agree' }).expect(401);
    expect(body.code).toBe('SIGN_IN_REQUIRED');
    expect(gateway.services.received).toEqual([]);
  });
});

describe('an erasure', () => {
  const own = (token: string, password: string, headers: Record<string, string> = {}) =>
    gateway.api
      .post('/accounts/current/erasure')
      .set({ authorization: `Bearer ${token}`, ...headers })
      .send({ password });

  it('is the same request under the same key, whatever the password: what its event says gives nothing of that away', async () => {
    const { token } = gateway.services.signIn();
    for (const password of ['one', 'another']) await own(token, password, { 'idempotency-key': 'k' });
    const [one, another] = gateway.services.commands.map(({ context: { commandId, request } }) => ({ commandId, request }));
    expect(one!.request).toBeDefined();
    expect(another).toEqual(one);
  });

  it('of an account of somebody else is the same under one key of one administrator, and another request for another reason', async () => {
    const id = randomUUID();
    const [one, other] = [gateway.services.signIn('administrator'), gateway.services.signIn('administrator')];
    const erase = (token: string, reason: string) =>
      gateway.api
        .post(`/accounts/${id}/erasure`)
        .set({ authorization: `Bearer ${token}`, 'idempotency-key': 'k' })
        .send({ reason });
    for (const [{ token }, reason] of [
      [one, 'r'],
      [one, 'r'],
      [other, 'r'],
      [one, 's'],
    ] as const)
      await erase(token, reason).expect(200);
    const [first, again, others, withReason] = gateway.services.commands.map(({ context }) => context);
    expect([again!.commandId, again!.request]).toEqual([first!.commandId, first!.request]);
    expect(others!.commandId).not.toBe(first!.commandId);
    expect(withReason!.commandId).toBe(first!.commandId);
    expect(withReason!.request).not.toBe(first!.request);
  });

  it('asks for the session again, here at once and elsewhere when it is told', async () => {
    const { token } = gateway.services.signIn();
    await own(token, 'p').expect(200);
    gateway.services.endSession(token);
    expect((await own(token, 'p').expect(401)).body.code).toBe('SESSION_EXPIRED');
  });

  it('leaves the session as it is when the service refuses it', async () => {
    const { token } = gateway.services.signIn();
    for (const [code, status] of [
      ['WRONG_CREDENTIALS', 401],
      ['TOO_MANY_REQUESTS', 429],
      ['OWN_ADMINISTRATOR_ROLE', 409],
    ] as const) {
      gateway.services.answer(eraseOwnAccount.subject, () => {
        throw new Rejection(code);
      });
      expect((await own(token, 'p').expect(status)).body.code).toBe(code);
    }
    expect(questionsWho()).toHaveLength(1);
  });

  it.each([
    ['/accounts/current/erasure', {}, 'VALIDATION_FAILED', 'password'],
    ['/accounts/current/erasure', { password: ['p'] }, 'VALIDATION_FAILED', 'password'],
    ['/accounts/current/erasure', { password: 'p', accountId: randomUUID() }, 'UNKNOWN_FIELD', 'accountId'],
    ['/accounts/x/erasure', { reason: 'r' }, 'ACCOUNT_NOT_FOUND', undefined],
    [`/accounts/${randomUUID()}/erasure`, {}, 'VALIDATION_FAILED', 'reason'],
    [`/accounts/${randomUUID()}/erasure`, { reason: ' ' }, 'VALIDATION_FAILED', 'reason'],
    [`/accounts/${randomUUID()}/erasure`, { reason: 'r', accountId: randomUUID() }, 'UNKNOWN_FIELD', 'accountId'],
    [`/accounts/${randomUUID()}/erasure`, { reason: 'r', by: randomUUID() }, 'UNKNOWN_FIELD', 'by'],
  ])('%s refuses %j', async (path, body, code, field) => {
    const { token } = gateway.services.signIn('administrator');
    const answer = await gateway.api.post(path).set('authorization', `Bearer ${token}`).send(body);
    expect([answer.body.code, answer.body.field]).toEqual([code, field]);
    expect(gateway.services.commands).toEqual([]);
  });

  it('is not to be had by GET or DELETE', async () => {
    for (const method of ['get', 'delete', 'put'] as const) await gateway.api[method]('/accounts/current/erasure').expect(405);
  });
});

describe('the mailbox', () => {
  it('shows what would have been sent', async () => {
    const message = {
      id: randomUUID(),
      to: 'a@ministry.example',
      subject: 'Confirm',
      body: 'Follow the link',
      sentAt: new Date().toISOString(),
    };
    gateway.services.answer(readMailbox.subject, () => ({ items: [message] }));
    expect((await gateway.api.get('/mailbox').expect(200)).body).toEqual({ items: [message] });
  });

  it('is not found where mail is sent', async () => {
    gateway.services.answer(readMailbox.subject, () => {
      throw new Rejection('NOT_FOUND');
    });
    expect((await gateway.api.get('/mailbox').expect(404)).body.code).toBe('NOT_FOUND');
  });
});

it('a service that does not come back within seconds is unavailable', async () => {
  await gateway.services.stop();
  const { body } = await gateway.api.post('/accounts/confirmations').send({ token: 't', password: 'p' }).expect(503);
  expect(body.code).toBe('UNAVAILABLE');
});
