/* Copied beside our Cluster.ts: ends TLS before a store that has none. */
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { certificates } from '@isegoria/testing';

export class Terminator {
  private readonly open = new Set<Socket>();
  private readonly server: Server;
  /** Of the store, once it has one; connections are refused before, as those of a node that is down. */
  storePort = 0;

  constructor() {
    this.server = createServer({ key: certificates.key, cert: certificates.node, ALPNProtocols: ['h2'] }, (secure) => this.join(secure));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async listen(port: number): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  private join(secure: Socket): void {
    const plain = connect(this.storePort, '127.0.0.1');
    const end = () => [secure, plain].forEach((socket) => socket.destroy());
    for (const socket of [secure, plain]) {
      this.open.add(socket);
      socket.on('error', end).on('close', () => this.open.delete(socket));
    }
    // What the store said last still reaches the client.
    secure.on('close', () => plain.destroy());
    secure.pipe(plain).pipe(secure);
  }
}
