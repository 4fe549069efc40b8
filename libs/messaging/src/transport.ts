import { Transport, type NatsOptions } from '@nestjs/microservices';

/**
 * Nest's NATS transport. Instances of one service share a queue, so that each request reaches one of them.
 * @param url servers, separated by commas. The user and password in the first one that has any are those of all, and a user alone is a
 * token, as in the URLs of nats-server's own tools; answers then come to subjects below the user's name, so that a server can keep them
 * from others.
 */
export function natsTransport(url: string, queue?: string): NatsOptions {
  return {
    transport: Transport.NATS,
    options: {
      ...serversIn(url),
      queue,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      waitOnFirstConnect: true,
      noAsyncTraces: true,
    },
  };
}

interface Servers {
  readonly servers: string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
  readonly inboxPrefix?: string;
}

/** What the client of NATS, which reads no credentials in URLs, is given in their place. */
export function serversIn(url: string): Servers {
  const servers = url.split(',').map((each) => new URL(each.includes('://') ? each : `nats://${each}`));
  const named = servers.find(({ username }) => username !== '');
  const [name, pass] = [named?.username ?? '', named?.password ?? ''].map(decodeURIComponent);
  const plain = { servers: servers.map(({ protocol, host }) => `${protocol}//${host}`) };
  if (!name) return plain;
  return pass ? { ...plain, user: name, pass, inboxPrefix: `_INBOX.${name}` } : { ...plain, token: name };
}
