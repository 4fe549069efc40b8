import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to connections that go out (from 32768 on Linux, from 49152 on others: RFC 6335): one of those may be
 * gone to a connection of the platform's own before the part that it was chosen for listens.
 */
const [lowest, highest] = [15_000, 32_000];
const attempts = 100;

/** A TCP port on loopback that nobody listens on now; until this process ends, no platform on this machine is given it again. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if ((await isClaimed(port)) && (await isFree(port))) return port;
  }
  throw new Error(`No port between ${lowest} and ${highest} is free on this machine.`);
}

/**
 * Seconds pass before the part that a port was chosen for listens, and another platform that starts in them must not choose it as well.
 * The mark is the UDP port of the same number, which nothing here uses: the system gives it to one process, and frees it however that
 * ends.
 */
function isClaimed(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const mark = createSocket('udp4').unref();
    mark.once('error', () => resolve(false));
    mark.bind({ port, address: '127.0.0.1', exclusive: true }, () => resolve(true));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
