import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';
import { startBroker } from './index';
import { ServerUnderTest } from './servers.fixture';

const asked = { user: 'clerk', password: 'right' };

describe('a broker that asks who connects', () => {
  let server: ServerUnderTest;
  beforeEach(async () => {
    server = new ServerUnderTest('embedded');
    await server.start({
      users: [asked, { token: 'a token' }, { user: 'reader', password: 'r', publish: ['ask.*'], subscribe: ['news.>', '_INBOX.reader.>'] }],
    });
  });
  afterEach(() => server.stop());

  const refused = (options: ConnectionOptions) =>
    expect(connect({ servers: server.url, reconnect: false, ...options })).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });

  it('takes those whom it knows, by password or by token', async () => {
    const clerk = await server.client({ user: 'clerk', pass: 'right' });
    expect(clerk.info?.auth_required).toBe(true);
    await (await server.client({ token: 'a token' })).flush();
  });

  it('takes nobody else', async () => {
    await refused({});
    await refused({ user: 'clerk', pass: 'wrong' });
    await refused({ user: 'clerk' });
    await refused({ user: 'somebody', pass: 'right' });
    await refused({ token: 'right' });
  });

  it.each(['PING', 'SUB > 1', 'PUB a 1\r\nx', 'UNSUB 1', 'CONNECT {"user":"clerk","pass":"wrong"}'])(
    'hears nothing before it knows who speaks: %s',
    async (line) => {
      const stranger = await server.raw();
      stranger.send(`${line}\r\n`);
      expect(await stranger.lastWords()).toMatch(/^[^\r]*\r\n-ERR 'Authorization Violation'\r\n$/);
    },
  );

  it('does not wait for a name for ever', async () => {
    const silent = await server.raw();
    expect(await silent.lastWords()).toMatch(/^[^\r]*\r\n-ERR 'Authentication Timeout'\r\n$/);
  });

  it('delivers nothing to those who may not hear it, and nothing from those who may not say it', async () => {
    const clerk = await server.client({ user: 'clerk', pass: 'right' });
    const reader = await server.raw();
    reader.send('CONNECT {"verbose":false,"user":"reader","pass":"r"}\r\n');
    for (const pattern of ['>', '*.today', 'newspaper', 'ask.all', '_INBOX.>']) {
      reader.send(`SUB ${pattern} 1\r\n`);
      await reader.hears(`-ERR 'Permissions Violation for Subscription to "${pattern}"'\r\n`);
    }
    const heard: string[] = [];
    clerk.subscribe('>', { callback: (_, message) => heard.push(message.subject) });
    await clerk.flush();
    for (const subject of ['news.today', 'ask.one.two', 'ask']) {
      reader.send(`PUB ${subject} 1\r\nx\r\n`);
      await reader.hears(`-ERR 'Permissions Violation for Publish to "${subject}"'\r\n`);
    }
    reader.send('SUB news.* 2\r\nSUB news.sports.> 3\r\nPUB ask.clerk 1\r\nx\r\nPING\r\n');
    await reader.hears('PONG');
    await clerk.flush();
    expect(heard).toEqual(['ask.clerk']);
    clerk.publish('news.today');
    await reader.hears('MSG news.today 2');
  });

  it('serves a client whose answers come to subjects of its own', async () => {
    const clerk: NatsConnection = await server.client({ user: 'clerk', pass: 'right' });
    clerk.subscribe('ask.*', { callback: (_, message) => message.respond('yes') });
    await clerk.flush();
    const reader = await server.client({ user: 'reader', pass: 'r', inboxPrefix: '_INBOX.reader' });
    expect((await reader.request('ask.clerk')).string()).toBe('yes');
  });
});

it('a broker without a password for each user does not start', async () => {
  await expect(startBroker({ users: [{ user: 'clerk', password: '' }] })).rejects.toThrow(/password/);
});
