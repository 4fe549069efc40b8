import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';

export interface TlsTerminator {
  readonly port: number;
  /** Takes no more connections, and waits until those there are have ended. */
  stop(): Promise<void>;
}

export interface TlsTerminatorOptions {
  /** TCP port of 127.0.0.1; 0 picks a free one. */
  readonly port: number;
  /** In PEM. */
  readonly key: Buffer;
  readonly certificate: Buffer;
  /** The port of 127.0.0.1 that is spoken to in the clear. */
  readonly behind: () => number;
}

/** Takes the TLS off what comes and hands the bytes on, as a reverse proxy does. @throws when the port is taken */
export async function startTlsTerminator({ port, key, certificate, behind }: TlsTerminatorOptions): Promise<TlsTerminator> {
  const server = createServer({ key, cert: certificate, ALPNProtocols: ['h2', 'http/1.1'] }, (secure) => {
    const plain = connect({ port: behind(), host: '127.0.0.1', noDelay: true });
    const bothEnd = () => [secure, plain].forEach((socket) => socket.destroy());
    pipeline(secure, plain, bothEnd);
    pipeline(plain, secure, bothEnd);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
