import { createServer } from 'node:net';

/**
 * Below the ports that systems give to connections that go out (from 32768 on Linux, from 49152 on others: RFC 6335): one of those may be
 * gone to a connection of the platform's own before the part that it was chosen for listens.
 */
const [lowest, highest] = [15_000, 32_000];
const attempts = 100;
/** Of this process: what was given may not be listened on yet. */
const given = new Set<number>();

/** A port on loopback that nobody listens on now, another one each time. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port between ${lowest} and ${highest} is free on this machine.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
