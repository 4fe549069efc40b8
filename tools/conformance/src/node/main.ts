import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStore } from '@isegoria/embedded-event-store';
import { startTlsTerminator } from './tls-terminator';

/**
 * `node main FOLDER PORT [CERTIFICATES]`: one embedded event store on that port, 0 for a free one. Where it is given a folder with
 * certificates it has TLS in front, and the administrator of a fresh EventStoreDB. It prints one line of JSON when it is ready.
 */
const [folder, port, certificates] = process.argv.slice(2);
if (!folder || !port) throw new Error('Usage: node main FOLDER PORT [CERTIFICATES]');
const node = await (certificates === undefined ? startEventStore({ folder, port: Number(port) }) : startBehindTls(certificates));
process.stdout.write(`${JSON.stringify({ port: node.port })}\n`);
const end = () => void node.stop().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
// A test that fails leaves its node running; it ends with the one who started it.
process.stdin.resume().once('end', end);

async function startBehindTls(certificates: string): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const [key, certificate] = ['node.key', 'node.crt'].map((name) => readFileSync(join(certificates, name)));
  let behind = 0;
  const terminator = await startTlsTerminator({ port: Number(port), key: key!, certificate: certificate!, behind: () => behind });
  const store = await startEventStore({ folder: folder!, advertisedPort: terminator.port, users: new Map([['admin', 'changeit']]) });
  behind = store.port;
  const stop = async () => {
    const quiet = terminator.stop();
    await store.stop();
    await quiet;
  };
  return { port: terminator.port, stop };
}
