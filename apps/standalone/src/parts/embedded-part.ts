import { startBroker, type BrokerUser } from '@isegoria/embedded-broker';
import { startEventStore } from '@isegoria/embedded-event-store';
import { steady } from '@isegoria/steady';

/**
 * Runs one embedded part as a process of its own: `ISEGORIA_PART` names it, `PORT`, `PART_FOLDER` and `PART_USERS` (JSON) say where and for
 * whom; without users it asks nobody for a password, as when it is measured. Passwords come in the environment, since everybody on the
 * machine sees a command line.
 */
export async function runEmbeddedPart(name: string): Promise<void> {
  const part = name === 'event-store' ? await eventStore() : await broker();
  process.send?.({ ready: true, port: part.port });
  const stop = steady(() => part.stop().finally(() => process.exit(0)));
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
}

function eventStore() {
  const known = users<[string, string][]>();
  return startEventStore({ folder: process.env['PART_FOLDER']!, port: port(), users: known && new Map(known) });
}

function broker() {
  return startBroker({ port: port(), users: users<BrokerUser[]>() });
}

function port(): number {
  return Number(process.env['PORT']);
}

function users<Users>(): Users | undefined {
  const text = process.env['PART_USERS'];
  return text === undefined ? undefined : (JSON.parse(text) as Users);
}
