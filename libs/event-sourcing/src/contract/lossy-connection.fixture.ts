import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A connection to a store that can lose the store's answers. */
export interface LossyConnection {
  /** The connection string of the store through this connection. */
  readonly url: string;
  /** From now on no answer of the store arrives, while all requests still do. */
  loseAnswers(): void;
  /** Breaks every connection; new ones are whole. */
  breakOff(): void;
  stop(): Promise<void>;
}

/** @param url the connection string of a store on this machine without TLS */
export async function lossyConnection(url: string): Promise<LossyConnection> {
  const [, host, port] = /^esdb:\/\/([\d.]+):(\d+)/.exec(url) ?? [];
  if (!host || !port) throw new Error(`No single store without a cluster: ${url}`);
  const sockets = new Set<Socket>();
  let losing = false;

  const server = createServer((client) => {
    const store = connect(Number(port), host);
    for (const [socket, other] of [
      [client, store],
      [store, client],
    ] as const) {
      sockets.add(socket);
      socket.once('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (asked) => store.write(asked));
    store.on('data', (answer) => void (losing || client.write(answer)));
  });
  const breakOff = () => {
    losing = false;
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`,
    loseAnswers: () => void (losing = true),
    breakOff,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      breakOff();
      await closed;
    },
  };
}
