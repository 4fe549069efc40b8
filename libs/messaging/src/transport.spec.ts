import { expect, it } from '@jest/globals';
import { serversIn } from './transport';

it.each([
  ['nats://127.0.0.1:4222', { servers: ['nats://127.0.0.1:4222'] }],
  ['localhost:4222,tls://nats-2.example.org', { servers: ['nats://localhost:4222', 'tls://nats-2.example.org'] }],
  [
    'nats://identity:p%40ss@[::1]:4222,nats://nats-2:4222',
    { servers: ['nats://[::1]:4222', 'nats://nats-2:4222'], user: 'identity', pass: 'p@ss', inboxPrefix: '_INBOX.identity' },
  ],
  ['nats://a-token@nats-1:4222', { servers: ['nats://nats-1:4222'], token: 'a-token' }],
])('the servers and credentials of %s', (url, servers) => {
  expect(serversIn(url)).toEqual(servers);
});
