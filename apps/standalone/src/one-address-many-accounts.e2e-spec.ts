import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from 'nats';
import { ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  confirmEmail,
  eraseOwnAccount,
  readMailbox,
  registerAccount,
  showMyBallot,
  showResults,
} from '@isegoria/contracts';
import { startBroker, type RunningBroker } from '@isegoria/embedded-broker';
import { EventStore } from '@isegoria/event-sourcing';
import { eventually, fickleEventStore, startPlatform, type TestPart, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { password, published, type OneActivity } from './taking-part.fixture';

describe('one address that votes, is erased, and is registered again, time after time', () => {
  const named = { EVENTSTORE_URL: process.env['EVENTSTORE_URL'], NATS_URL: process.env['NATS_URL'] };
  let broker: RunningBroker;
  let eavesdropper: NatsConnection;
  const overheard: string[] = [];
  const tokens: string[] = [];
  let events: TestPart;
  let store: EventStore;
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  const polls: OneActivity[] = [];
  let position = 0;

  beforeAll(async () => {
    // One of its own, in which an insider can write.
    events = await fickleEventStore();
    process.env['EVENTSTORE_URL'] = events.url;
    // And one broker, at which an insider with its password hears everything.
    broker = await startBroker({ users: [{ user: 'everybody', password: 'of the broker' }] });
    process.env['NATS_URL'] = broker.url.replace('//', '//everybody:of%20the%20broker@');
    eavesdropper = await connect({ servers: broker.url, user: 'everybody', pass: 'of the broker' });
    eavesdropper.subscribe('>', { callback: (_, message) => overheard.push(message.string()) });
    store = new EventStore(events.url);
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    polls.push(await newPoll());
    // As many ballots at level email as accounts: an auditor has no room to give away.
    await vote(office, polls[0]!);
  }, 120_000);
  afterAll(async () => {
    await platform?.stop();
    await store?.close();
    await events?.stop();
    await eavesdropper?.close();
    await broker?.stop();
    for (const [name, value] of Object.entries(named))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  const newPoll = () => published(office, { method: 'poll', options: ['Red', 'Green'] });
  const vote = async (person: ApiClient, { activityId }: OneActivity) =>
    (position = (await person.do(castPollBallot, { activityId, options: ['1'] })).position);
  const results = async ({ consultationId }: OneActivity) =>
    (await visitor.as({ after: position }).ask(showResults, { consultationId })).activities[0];
  const myBallot = (person: ApiClient, { consultationId }: OneActivity) =>
    person.as({ after: position }).ask(showMyBallot, { consultationId });

  async function confirmed(email: string) {
    await visitor.do(registerAccount, { email, name: 'Somebody', password, language: 'en' });
    const { items } = await visitor.do(readMailbox, {});
    const link = new URL(/http\S+/.exec(items.find(({ to, subject }) => to === email && subject.startsWith('Confirm'))!.body)![0]);
    const { token } = await visitor.do(confirmEmail, { token: link.searchParams.get('token')!, password });
    tokens.push(token, link.searchParams.get('token')!);
    return { api: visitor.as({ token }), token };
  }
  const erase = async (person: ApiClient) => (position = (await person.do(eraseOwnAccount, { password })).position);
  const pageOf = async ({ consultationId }: OneActivity, token: string) =>
    (await fetch(`${platform.origin}/consultations/${consultationId}`, { headers: { cookie: `isegoria_session=${token}` } })).text();

  const email = `${randomBytes(6).toString('hex')}@example.org`;

  it('has one ballot at level email in a consultation that was published before, the person is told, and the auditor agrees', async () => {
    const [poll] = polls as [OneActivity];
    for (let round = 0; round < 3; round++) {
      const { api, token } = await confirmed(round === 1 ? email.toUpperCase() : email);
      await vote(api, poll);
      expect(await results(poll)).toMatchObject({ participants: 2, participantsByAssurance: { email: 2, anonymous: round } });
      expect(await myBallot(api, poll)).toMatchObject({ assurance: round === 0 ? 'email' : 'anonymous', reissued: round > 0 });
      const told = expect.stringContaining('belonged to an account that was erased after this consultation was published');
      expect(await pageOf(poll, token)).toEqual(round === 0 ? expect.not.stringContaining('belonged to an account') : told);
      await erase(api);
    }
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, credentials: { confirmed: 4, reissued: 2 } });
  }, 120_000);

  it('counts at level email in a consultation that is published after it came', async () => {
    const [earlier] = polls as [OneActivity];
    const { api } = await confirmed(email);
    const later = await newPoll();
    expect(await myBallot(api, later)).toMatchObject({ assurance: 'email', reissued: false });
    expect(await myBallot(api, earlier)).toMatchObject({ assurance: 'anonymous', reissued: true });
    await vote(api, later);
    expect(await results(later)).toMatchObject({ participantsByAssurance: { email: 1, anonymous: 0 } });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, credentials: { reissued: 3 } });
  }, 60_000);

  it('shows no password, no session and no address to an insider who hears everything on the bus', async () => {
    await eavesdropper.flush();
    const all = overheard.join('\n');
    for (const subject of ['register-account', 'sign-in', 'authenticate-session', 'erase-own-account']) expect(all).toContain(subject);
    for (const secret of [password, platform.operator.password, email, ...tokens]) expect(all).not.toContain(secret);
  });

  it('is found by the auditor where an insider appends a ballot at level email for it', async () => {
    const [poll] = polls as [OneActivity];
    const voter = randomBytes(16).toString('hex');
    const metadata = { schema: 1, at: new Date().toISOString(), correlationId: randomUUID() };
    const event = {
      id: randomUUID(),
      type: 'PollBallotCast',
      data: { ...poll, voter, options: ['1'], assurance: 'email' },
      metadata,
    };
    position = (await store.append(`ballot-${poll.activityId}-${voter}`, [event], 'none')).position;
    expect(await results(poll)).toMatchObject({ participantsByAssurance: { email: 3 } });
    await eventually(async () => {
      expect(await auditOf(platform)).toMatchObject({
        exitCode: 11,
        finding: expect.stringContaining('without 3 on credentials that were reissued since it was published'),
      });
    }, 30_000);
  }, 60_000);
});
