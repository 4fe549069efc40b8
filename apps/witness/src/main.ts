import { steady } from '@isegoria/steady';
import { help, readCommandLine } from './command-line';
import { startWitness } from './start-witness';

try {
  const options = readCommandLine(process.argv.slice(2), process.env);
  if (options === 'help') console.log(help);
  else {
    const witness = await startWitness(options);
    console.log(`The witness listens on ${options.host}:${witness.port}. Its key: ${witness.key}`);
    process.send?.({ ready: true, port: witness.port, key: witness.key });
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
      process.once(
        signal,
        steady(() => witness.stop().finally(() => process.exit(0))),
      );
  }
} catch (error) {
  console.error(`The witness could not start: ${(error as Error).message}.`);
  process.exitCode = 1;
}
