import { steady } from '@isegoria/steady';
import { startEventStore } from './server';

/**
 * `serve FOLDER [PORT [PING-INTERVAL]]`: runs a store by itself, prints one line of JSON when it is ready, and stops cleanly when asked
 * to.
 */
const [folder, port, pingInterval] = process.argv.slice(2);
if (!folder) throw new Error('Usage: serve FOLDER [PORT [PING-INTERVAL]]');
const options = { folder, port: Number(port ?? 0), pingInterval: pingInterval === undefined ? undefined : Number(pingInterval) };
const store = await startEventStore(options).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
process.stdout.write(`${JSON.stringify({ port: store.port, connectionString: store.connectionString })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(
    signal,
    steady(() => store.stop().then(() => process.exit(0))),
  );
}
