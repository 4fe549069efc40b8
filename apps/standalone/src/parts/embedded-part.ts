import { startBroker } from '@isegoria/embedded-broker';
import { startEventStore } from '@isegoria/embedded-event-store';
import { steady } from '@isegoria/steady';

/** Runs one embedded part as a process of its own: `ISEGORIA_PART` names it, `PORT` and `PART_FOLDER` say where. */
export async function runEmbeddedPart(name: string): Promise<void> {
  const port = Number(process.env['PORT']);
  const part = name === 'event-store' ? await startEventStore({ folder: process.env['PART_FOLDER']!, port }) : await startBroker({ port });
  process.send?.({ ready: true, port: part.port });
  const stop = steady(() => part.stop().finally(() => process.exit(0)));
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
}
