import { isIP, type Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { steady } from '@isegoria/steady';
import type { DoorSettings } from './door-settings';
import { refuse } from './refusals';
import { isLive } from './rooms';

/**
 * The address for which a request is made, as far as trusted proxies vouch for it. A proxy that gives no address counts as the client.
 * @returns an IP address
 */
export function clientOf(request: FastifyRequest): string {
  return isIP(request.ip) ? request.ip : (request.socket.remoteAddress ?? '');
}

/**
 * Nobody can take all the places: each client has a limit on connections, current requests and live streams. A trusted proxy has no limit
 * of its own, since it acts for many clients.
 */
export function limitClients(app: FastifyInstance, { isProxy, connections, liveStreams }: DoorSettings): void {
  const sockets = new Places(connections);
  const requests = new Places(connections);
  const streams = new Places(liveStreams);
  const isFree = (address: string) => address === '' || isProxy(address, 0);

  const admit = (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (isFree(address)) return;
    const leave = sockets.enter(address);
    if (!leave) return void socket.destroy();
    socket.once('close', steady(leave));
  };
  app.server.on(
    'connection',
    steady(admit, (_, socket) => socket.destroy()),
  );
  app.addHook('onRequest', async (request, reply) => {
    const client = clientOf(request);
    if (isFree(client)) return;
    const leave = (isLive(request.url) ? streams : requests).enter(client);
    if (!leave) return refuse(request, reply, 'TOO_MANY_REQUESTS');
    reply.raw.once('close', steady(leave));
  });
}

/** Who has how many places. */
class Places {
  private readonly taken = new Map<string, number>();

  constructor(private readonly each: number) {}

  /** @returns how to leave again; undefined when all places of this client are taken */
  enter(address: string): (() => void) | undefined {
    const client = subnetOf(address);
    const taken = this.taken.get(client) ?? 0;
    if (taken >= this.each) return undefined;
    this.taken.set(client, taken + 1);
    return () => this.leave(client);
  }

  private leave(client: string): void {
    const taken = this.taken.get(client) ?? 0;
    if (taken > 1) this.taken.set(client, taken - 1);
    else this.taken.delete(client);
  }
}

/** An IPv6 client owns at least a /64 (RFC 6177), so its single addresses mean nothing. */
function subnetOf(address: string): string {
  const parsed = ipaddr.process(address.split('%', 1)[0]!);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}
