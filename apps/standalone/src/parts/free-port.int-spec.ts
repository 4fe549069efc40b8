import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort } from './free-port';

describe('a free port', () => {
  it('can be listened on, is another one each time, and none that connections which go out are given', async () => {
    const ports = await Promise.all(Array.from({ length: 200 }, freePort));
    expect(new Set(ports).size).toBe(200);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    const servers = await Promise.all(
      ports.map(
        (port) =>
          new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
            const server = createServer()
              .once('error', reject)
              .listen(port, '127.0.0.1', () => resolve(server));
          }),
      ),
    );
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it('is told to every other platform on this machine as taken, though nobody listens on it yet', async () => {
    const port = await freePort();
    const another = createSocket('udp4');
    const refused = new Promise<NodeJS.ErrnoException>((resolve) => another.once('error', resolve));
    another.bind({ port, address: '127.0.0.1', exclusive: true });
    expect((await refused).code).toBe('EADDRINUSE');
  });
});
