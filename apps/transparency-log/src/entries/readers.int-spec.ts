import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, JSONCodec, type NatsConnection } from 'nats';
import { authenticateSession, rejections, type HeldRole, type Problem } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { arrive } from '@isegoria/messaging';
import { busKeys } from '@isegoria/service-host';
import { testBroker, testDatabase, testEventStore, type TestPart } from '@isegoria/testing';
import { covers, leafIn, linesOf, logSecrets, newEvent, startLog, type TestLog } from '../log.fixture';

const codec = JSONCodec<{ data: unknown }>();

/** Stands in for the identity service on a real broker: the token names the roles, and a unit where that is not the root. */
function answerAsIdentity(bus: NatsConnection): void {
  const keys = busKeys({ secretCommands: 'handle' });
  bus.subscribe(authenticateSession.subject, {
    callback: (_, message) => {
      const { message: asked, answer, refuse } = arrive(keys, authenticateSession.subject, codec.decode(message.data).data);
      const { token } = asked.command as { token: string };
      const actor = { accountId: randomUUID(), roles: rolesIn(token), assurance: 'email' };
      const expiresAt = new Date(Date.now() + (token.includes('late') ? -1 : 60_000)).toISOString();
      const known = { response: answer({ actor, expiresAt }), isDisposed: true };
      const unknown = { err: refuse({ code: 'SESSION_EXPIRED', details: {} }), isDisposed: true };
      message.respond(JSONCodec<object>().encode(token.startsWith('unknown') ? unknown : known));
    },
  });
}

/** `official.auditor@root/1f0c22aa` */
function rolesIn(token: string): HeldRole[] {
  return token.split('.').map((held) => {
    const [role, unit = 'root'] = held.split('@');
    return { role, unit: unit.replace('/', '.') } as HeldRole;
  });
}

describe('reading the bodies of all events', () => {
  let parts: TestPart[];
  let bus: NatsConnection;
  let store: EventStore;
  let log: TestLog & { stop(): Promise<void> };

  beforeAll(async () => {
    parts = await Promise.all([testEventStore(), testDatabase(), testBroker()]);
    Object.assign(process.env, logSecrets);
    bus = await connect({ servers: parts[2]!.url });
    answerAsIdentity(bus);
    store = new EventStore(parts[0]!.url);
    const events = ['account', 'ballot', 'session'].map((kind) => ({
      stream: `${kind}-${randomUUID()}`,
      event: newEvent('Happened', { kind }),
    }));
    for (const { stream, event } of events) await store.append(stream, [event], 'none');
    log = await startLog({
      EVENTSTORE_URL: parts[0]!.url,
      DATABASE_URL: parts[1]!.url,
      NATS_URL: parts[2]!.url,
      PUBLIC_URL: 'https://ministry.example',
    });
    await covers(log, events.at(-1)!.event.id);
  });

  afterAll(async () => {
    await log?.stop();
    await store?.close();
    await bus?.close();
    for (const part of parts ?? []) await part.stop();
  });

  const ask = (authorization?: string, headers: Record<string, string> = {}) =>
    fetch(`${log.url}/log/entries?from=0&limit=3`, { headers: authorization === undefined ? headers : { ...headers, authorization } });
  const refusal = async (authorization: string) => {
    const answer = await ask(authorization);
    const { code, status } = (await answer.json()) as Problem;
    expect(answer.headers.get('cache-control')).toBe('private, no-store, no-transform');
    expect([answer.status, status]).toEqual([rejections[code], rejections[code]]);
    return code;
  };

  it.each(['auditor', 'official.auditor'])('is for %s, and nobody keeps a copy of it on the way', async (roles) => {
    const answer = await ask(`Bearer ${roles}`, { 'if-none-match': '"0-3"' });
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'private, no-store, no-transform',
      null,
    ]);
    expect(answer.headers.get('vary')).toMatch(/authorization/i);
    for (const entry of linesOf(await answer.text())) {
      expect(JSON.parse(Buffer.from(entry.data!, 'base64').toString()).kind).toBe(leafIn(entry).stream.split('-')[0]);
    }
  });

  it('is for nobody else', async () => {
    expect(await refusal('Bearer official.moderator.analyst.administrator')).toBe('FORBIDDEN_ROLE');
    expect(await refusal('Bearer auditor@root/1f0c22aa')).toBe('FORBIDDEN_ROLE');
    for (const header of ['Bearer unknown', 'Bearer auditor.late', 'Basic YTpi', 'Bearer', `Bearer ${'a'.repeat(5_000)}`])
      expect(await refusal(header)).toBe('SESSION_EXPIRED');
  });

  it('leaves what everybody may read as it was, to be kept for ever', async () => {
    const answer = await ask();
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['public, max-age=31536000, immutable', 'W/"0-3"']);
    expect(answer.headers.get('vary')).toMatch(/authorization/i);
    expect(linesOf(await answer.text()).map(({ data }) => data === null)).toEqual([true, false, true]);
    const known = await ask(undefined, { 'if-none-match': '"0-3"' });
    expect([known.status, await known.text()]).toEqual([304, '']);
  });

  it('sends what everybody may read packed, and what is withheld never', async () => {
    const packed = async (authorization?: string) => (await ask(authorization)).headers.get('content-encoding');
    expect([await packed(), await packed('Bearer auditor')]).toEqual([expect.stringMatching(/^(?:br|gzip)$/), null]);
  });
});
