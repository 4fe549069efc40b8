import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicAddress } from '../public-address';
import { openFrontDoor, type FrontDoor } from './front-door';

export interface Heard {
  readonly room: string;
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface House {
  readonly port: number;
  readonly origin: string;
  readonly door: FrontDoor;
  /** Every request that reached a room, in the order of their arrival. */
  readonly heard: Heard[];
  /** How many live streams are open in the gateway. */
  live(): number;
  close(): Promise<void>;
}

/**
 * The front door of http://x before rooms that tell what reached them and answer with it. The gateway gives a live stream at
 * `/api/v1/consultations/1/live`; every room hangs up at `/broken`, and breaks off at `/half`.
 */
export async function openHouse(settings: Readonly<Record<string, string>> = {}): Promise<House> {
  const heard: Heard[] = [];
  const watching = new Set<ServerResponse>();
  const names = ['portal', 'gateway', 'transparency-log'] as const;
  const servers = await Promise.all(names.map((room) => listening(createServer((request, response) => answer(room, request, response)))));
  const [portal, gateway, log] = servers.map((server) => (server.address() as AddressInfo).port) as [number, number, number];
  const before = { ...process.env };
  Object.assign(process.env, { PUBLIC_URL: 'http://x', ...settings });
  const closeRooms = () => Promise.all(servers.map(closing));
  const opened = async () => openFrontDoor(0, { portal, gateway, 'transparency-log': log }, publicAddress(), async () => []);
  const door = await opened()
    .catch((error: unknown) => closeRooms().then(() => Promise.reject(error)))
    .finally(() => (process.env = before));
  return {
    port: door.port,
    origin: `http://127.0.0.1:${door.port}`,
    door,
    heard,
    live: () => watching.size,
    async close() {
      await door.close();
      await closeRooms();
    },
  };

  function answer(room: string, request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers, rawHeaders } = request;
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.once('end', () => {
      const line = `${method} ${url}`;
      heard.push({ room, line, headers, rawHeaders, body });
      if (url?.startsWith('/broken')) return void request.socket.destroy();
      if (url?.startsWith('/half')) {
        return void response.writeHead(200, { 'content-length': '100' }).write('half', () => request.socket.destroy());
      }
      if (/\/live\/?$/i.test(url ?? '')) return watch(response);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ room, line, cookie: headers.cookie, body }));
    });
  }

  function watch(response: ServerResponse): void {
    watching.add(response);
    response.once('close', () => watching.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': watching\n\n');
  }
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function closing(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
