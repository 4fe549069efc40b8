import { connect, createServer, type AddressInfo } from 'node:net';

/** Stands between a program and its database, and tells when the program is about to send, or has just sent, its n-th message. */
export interface KillingProxy {
  /** The database's URL by way of the proxy. */
  readonly url: string;
  /** Calls `kill` at the n-th message from now on (from 1): before the database gets it, or after. */
  arm(message: number, when: 'before' | 'after', kill: () => void): void;
  /** Lets everything pass again. */
  disarm(): void;
  stop(): Promise<void>;
}

export async function killingProxy(databaseUrl: string): Promise<KillingProxy> {
  const target = new URL(databaseUrl);
  let armed: { left: number; when: 'before' | 'after'; kill: () => void } | undefined;
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    client.on('data', (message) => {
      const shot = armed && --armed.left === 0 ? armed : undefined;
      if (shot) armed = undefined;
      if (shot?.when === 'before') {
        shot.kill();
        database.destroy();
        return;
      }
      database.write(message, () => shot?.kill());
    });
    database.pipe(client);
    for (const [one, other] of [[client, database], [database, client]] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    arm: (message, when, kill) => (armed = { left: message, when, kill }),
    disarm: () => (armed = undefined),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
