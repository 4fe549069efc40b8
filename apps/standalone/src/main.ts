import { parseArgs } from 'node:util';
import { runEmbeddedPart } from './parts/embedded-part';
import { runPlatform } from './platform';
import { StartRefused } from './start-refused';

const help = `Isegoria on one machine: the embedded parts and every service, supervised.

  npm start -- [--data DIR] [--port N] [--no-demo] [--witnesses]

  --data DIR   where everything is kept            (default .isegoria in the clone)
  --port N     the address is http://localhost:N   (default 8080)
  --no-demo    start empty: no demo ministry, no demo accounts
  --witnesses  with three witnesses that cosign the log, two of which are enough; a real witness is run by somebody else
  --help       this text

EVENTSTORE_URL, NATS_URL and DATABASE_URL replace an embedded part by a real server.
PUBLIC_URL is the address at which people reach the platform, for links and mails; requests for other hosts are refused.
SMTP_URL sends mail instead of showing it on the mailbox page. HOST is where it listens (default 127.0.0.1): on any other than a loopback
address it has no demo and no mailbox page. MINISTRY_NAME names the ministry.
Ctrl-C stops cleanly; the next start has all data.`;

async function main(): Promise<void> {
  if (process.env['ISEGORIA_PART']) return runEmbeddedPart(process.env['ISEGORIA_PART']);
  const options = parseOptions();
  if (options === 'help') return console.log(help);
  await runPlatform(options);
}

function parseOptions() {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        demo: { type: 'boolean', default: true },
        witnesses: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help' as const;
    const port = Number(values.port ?? 8080);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new StartRefused(`--port ${values.port} is not a port: give a number from 1 to 65535.`);
    return { data: values.data, port, demo: values.demo ?? true, witnesses: values.witnesses ?? false };
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(`${(error as Error).message.split('.')[0]}. Try npm start -- --help.`);
  }
}

main().catch((error: Error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
