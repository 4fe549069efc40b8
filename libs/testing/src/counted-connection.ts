import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a single event store on this machine that counts what the store answers. */
export interface CountedConnection {
  /** The connection string of the store by this line. */
  readonly url: string;
  /** Bytes that the store has answered since this was last asked. */
  answered(): number;
  stop(): Promise<void>;
}

/** @param url the connection string of a store without TLS */
export async function countedConnection(url: string): Promise<CountedConnection> {
  const { hostname, port } = new URL(url.replace('esdb:', 'http:'));
  const sockets = new Set<Socket>();
  let bytes = 0;
  const server = createServer((client) => {
    const store = connect(Number(port), hostname);
    store.on('data', (answer) => (bytes += answer.length));
    for (const [socket, other] of [[client, store], [store, client]] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`,
    answered() {
      const counted = bytes;
      bytes = 0;
      return counted;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
